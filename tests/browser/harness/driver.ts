/** What a test can do with a browser that has the extension, the same for both. */
import type { Browser, Page } from 'puppeteer-core';

export type Which = 'chromium' | 'firefox';
export const BOTH: readonly Which[] = ['chromium', 'firefox'];

/** A place where a function can run: it is sent as text, so it sees its arguments (JSON) and nothing else. */
export interface Scope {
  run<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
}

/** What a reader can ask of all pages. */
export type Media = 'dark' | 'forced-colors' | 'more-contrast' | 'reduced-motion';

export interface Closable extends Scope {
  /** Gives the page a window of this size, in CSS pixels of this many pixels each. */
  resize(width: number, height: number, scale?: number): Promise<void>;
  /** What is to be seen in the window, as PNG. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Driver {
  readonly which: Which;
  readonly browser: Browser;
  /** Address of the extension's own pages, with the final slash. */
  readonly base: string;
  /** Opens a tab in front and waits until it has loaded. */
  open(url: string): Promise<Page>;
  /** Clicks the toolbar button while this page is in front. As for a reader, this grants `activeTab`. */
  click(page: Page): Promise<void>;
  /** The popup that is open, or opens within some seconds; null if none does. Its page has the real tab in front. */
  popup(): Promise<Scope | null>;
  /** The side panel or sidebar that is open, or opens within some seconds; null if none does. */
  panel(): Promise<Scope | null>;
  /** Presses the keys of one of the extension's commands, with all that this allows, while this page is in front. */
  command(name: string, page: Page): Promise<void>;
  /** One of the extension's pages, in a tab of its own: it has the APIs, but no tab is in front but itself. */
  extensionPage(name: string): Promise<Closable>;
  /** Runs in the page with the closed shadow root of the extension's overlay as first argument; null without one. */
  overlay<A extends unknown[], R>(
    page: Page,
    work: (root: ShadowRoot, ...args: A) => R,
    ...args: A
  ): Promise<Awaited<R> | null>;
  /** Stops service worker or event page, as the browser does when they are idle. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** The custom element that holds all that the extension adds to a page. */
export const OVERLAY = 'sayso-overlay';

/** The text that runs a function with these arguments and gives its result as JSON. */
export function expression<A extends unknown[]>(work: (...args: A) => unknown, args: A): string {
  return `(async () => JSON.stringify((await (${work})(...${JSON.stringify(args)})) ?? null))()`;
}

/** Asks until the answer is neither false nor null nor undefined. */
export async function until<T>(
  ask: () => Promise<T>,
  { what, timeout = 10_000, every = 50 }: { what: string | (() => string); timeout?: number; every?: number },
): Promise<NonNullable<T>> {
  for (const end = Date.now() + timeout; ; ) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${typeof what === 'string' ? what : what()}`);
    await sleep(every);
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
