/**
 * Every message between the parts of the extension: what is asked and what is answered.
 *
 * `Requests` go to the background, `PageRequests` to the content script of one tab. Each has one guard
 * here, which the receiver runs before it looks at anything else: a message is JSON from another process.
 */
import { api } from './api';
import type { AnnotatedText } from './document';
import type { PageState } from './page-state';

/** The forms in which an article with its marks can be kept; the core writes them. */
export const FORMATS = ['markdown', 'csv', 'json', 'w3c'] as const;
export type Format = (typeof FORMATS)[number];

/** An article with the marks that are shown on it. */
export interface MarkedArticle {
  readonly address: string;
  readonly title: string;
  /** The text that the offsets of the document count in. */
  readonly text: string;
  readonly document: AnnotatedText;
}

/** What a request may come back with instead of an answer. */
export type Failure = 'no-wasm' | 'failed' | 'gone';

export interface Requests {
  /** The article's text, to be annotated. */
  annotate: { ask: { text: string }; answer: AnnotatedText };
  /**
   * This tab was read: the toolbar button is to open the popup from now on. `say`: there is something to say
   * instead of marks; `notice` answers that the popup could not be opened for it.
   */
  ready: { ask: { say: boolean }; answer: { notice: boolean } };
  /** How many marks the toolbar button is to show; null for none. */
  badge: { ask: { marks: number | null }; answer: boolean };
  /** Writes an article in one of the formats. */
  write: { ask: { format: Format; article: MarkedArticle }; answer: string };
  /** Start reading a tab; what a click on the toolbar button does. False where the browser does not allow it. */
  start: { ask: { tab: number }; answer: boolean };
  /** Search for these words with the reader's own search engine, in a new tab. */
  search: { ask: { words: string }; answer: boolean };
}

export interface PageRequests {
  state: { ask: object; answer: PageState };
  /** Marks on this page: on, off, or the other way round. */
  power: { ask: { on: boolean | null }; answer: PageState };
  /** Marks although the article does not read as English. */
  anyway: { ask: object; answer: PageState };
  /** One voice, the others fade; null for all. */
  spotlight: { ask: { speaker: number | null }; answer: PageState };
  /** To the next (1) or previous (-1) mark. */
  step: { ask: { by: 1 | -1 }; answer: PageState };
  /** To one mark; null closes the card of whichever is open. */
  show: { ask: { mark: number | null }; answer: PageState };
  /** The article with the marks that are shown; null where there is none. */
  article: { ask: object; answer: MarkedArticle | null };
}

export type Ask<M, K extends keyof M> = M[K] extends { ask: infer A } ? A : never;
export type Answer<M, K extends keyof M> = M[K] extends { answer: infer A } ? A : never;
export type Reply<T> = { readonly ok: T } | { readonly failure: Failure };
type Guards<M> = { [K in keyof M]: (ask: Record<string, unknown>) => boolean };
export type Handlers<M> = {
  [K in keyof M]: (ask: Ask<M, K>, sender: chrome.runtime.MessageSender) => Answer<M, K> | Promise<Answer<M, K>>;
};

/** Longest text that is read, in UTF-16 units: some 300,000 words, more than any article. */
export const LONGEST_TEXT = 2_000_000;

/** Longest phrase that is searched for, in UTF-16 units. */
const LONGEST_SEARCH = 500;

const index = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

export const requestGuards: Guards<Requests> = {
  annotate: ({ text }) => typeof text === 'string' && text.length <= LONGEST_TEXT,
  ready: ({ say }) => typeof say === 'boolean',
  badge: ({ marks }) => marks === null || index(marks),
  write: ({ format, article }) => FORMATS.includes(format as Format) && typeof article === 'object' && article !== null,
  start: ({ tab }) => index(tab),
  search: ({ words }) => typeof words === 'string' && words.length > 0 && words.length <= LONGEST_SEARCH,
};

export const pageGuards: Guards<PageRequests> = {
  state: () => true,
  power: ({ on }) => on === null || typeof on === 'boolean',
  anyway: () => true,
  spotlight: ({ speaker }) => speaker === null || index(speaker),
  step: ({ by }) => by === 1 || by === -1,
  show: ({ mark }) => mark === null || index(mark),
  article: () => true,
};

/** A failure that the other side is told about by name. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure);
  }
}

/** Answers messages by one handler per kind. Whatever does not fit its guard is dropped unanswered. */
export function listen<M>(
  handlers: Handlers<M>,
  guards: Guards<M>,
  allowed: (kind: keyof M, sender: chrome.runtime.MessageSender) => boolean,
): () => void {
  const listener = (
    message: unknown,
    sender: chrome.runtime.MessageSender,
    respond: (reply: Reply<unknown>) => void,
  ): boolean => {
    if (typeof message !== 'object' || message === null) return false;
    const { kind, ...ask } = message as Record<string, unknown>;
    if (typeof kind !== 'string' || !Object.hasOwn(handlers as object, kind)) return false;
    const name = kind as keyof M;
    if (sender.id !== api.runtime.id || !allowed(name, sender) || !guards[name](ask)) return false;
    Promise.resolve()
      .then(() => handlers[name](ask as Ask<M, keyof M>, sender))
      .then(
        (ok) => respond({ ok }),
        (error: unknown) => respond({ failure: error instanceof Refusal ? error.failure : 'failed' }),
      );
    return true;
  };
  api.runtime.onMessage.addListener(listener);
  return () => api.runtime.onMessage.removeListener(listener);
}

/** Sends at once, not a moment later: what a caller does next may take its time. */
async function open<T>(send: () => Promise<Reply<T> | undefined>): Promise<T> {
  let got: Reply<T> | undefined;
  try {
    got = await send();
  } catch {
    // Nobody is there to answer.
  }
  if (!got) throw new Refusal('gone');
  if ('failure' in got) throw new Refusal(got.failure);
  return got.ok;
}

/** Asks the background. Rejects with a {@link Refusal}. */
export function ask<K extends keyof Requests>(kind: K, body: Ask<Requests, K>): Promise<Answer<Requests, K>> {
  return open(() => api.runtime.sendMessage({ ...(body as object), kind }));
}

/** Asks the content script of a tab. Rejects with a {@link Refusal}: `gone` where there is none. */
export function askPage<K extends keyof PageRequests>(
  tab: number,
  kind: K,
  body: Ask<PageRequests, K>,
): Promise<Answer<PageRequests, K>> {
  return open(() => api.tabs.sendMessage(tab, { ...(body as object), kind }, { frameId: 0 }));
}

/** Name of the port on which a page tells popup and panel of every change of its state. */
export const STATE_PORT = 'page-state';

/** Name of the port on which a page tells the panel, while it is open, which mark the reader has scrolled to. */
export const PLACE_PORT = 'page-place';
export interface Place {
  readonly mark: number | null;
}
