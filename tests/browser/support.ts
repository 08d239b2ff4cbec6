/** What the behaviour tests have in common: an article, both browsers, a look at the page's state. */
import { after, before, describe } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { PageState } from '../../extension/shared/page-state';
import { BOTH, type Closable, type Driver, until } from './harness/driver';
import { launch, type Options } from './harness/launch';
import { type Server, serve } from './harness/server';

/** Three quotes by two speakers, on a page with more than a story. */
export const ARTICLE = page(
  'A town argues about its bridge',
  `<p>“The bridge is safe for everybody,” said the mayor, <a href="#lee">Ann Lee</a>, on Monday.</p>
   <p>Not everyone in the town was of the same mind when the council met in the old school that night.</p>
   <p>“Nobody asked the builders,” said Tom Ash, a builder. “We would have told them no.”</p>
   <p>“The money was there all the time,” Lee said.</p>`,
);

/** A page with a story of these paragraphs, long enough to be one. */
export function page(title: string, story: string, lang = 'en'): string {
  const filler = 'The river rose again in the night and the road along the bank was closed until noon. ';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
    <style>body{font:18px/1.5 serif;max-width:40em;margin:2em auto}</style></head><body>
    <nav><a href="#">Home</a> <a href="#">News</a></nav>
    <article><h1>${title}</h1>${story}<p>${filler.repeat(8)}</p></article>
    <footer>Small print</footer></body></html>`;
}

export interface Setting {
  readonly driver: Driver;
  readonly server: Server;
  /** A page of the extension, for its APIs. */
  readonly inside: Closable;
}

/** Describes behaviour in both browsers; each has one browser for all its tests. */
export function inBoth(what: string, options: Options, tests: (setting: () => Setting) => void): void {
  for (const which of BOTH) {
    describe(`${what}, ${which}`, { timeout: 240_000 }, () => {
      let setting: Setting | undefined;
      before(async () => {
        const server = await serve();
        const driver = await launch(which, options);
        setting = { driver, server, inside: await driver.extensionPage('options.html') };
      });
      after(async () => {
        await setting?.driver.close();
        await setting?.server.close();
      });
      tests(() => {
        if (!setting) throw new Error('the browser did not start');
        return setting;
      });
    });
  }
}

/** The id of the tab with this page; `null` if there is no reader in it. */
export async function tabOf({ inside }: Setting, page: Page): Promise<number | null> {
  return inside.run(
    async (title) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      for (const { id } of await api.tabs.query({})) {
        const reply = await api.tabs.sendMessage(id as number, { kind: 'state' }).catch(() => null);
        if (reply?.ok?.title === title) return id ?? null;
      }
      return null;
    },
    await page.title(),
  );
}

/** Asks the reader in the page; `null` if there is none. */
export async function askReader(
  setting: Setting,
  page: Page,
  message: Record<string, unknown> = { kind: 'state' },
): Promise<PageState | null> {
  const tab = await tabOf(setting, page);
  if (tab === null) return null;
  return setting.inside.run(
    async (tab, message) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return (await api.tabs.sendMessage(tab, message))?.ok ?? null;
    },
    tab,
    message,
  );
}

/** Waits until the reader in the page has come to a status. */
export function waitForStatus(setting: Setting, page: Page, status: PageState['status']): Promise<PageState> {
  const there = async (): Promise<PageState | null> => {
    const state = await askReader(setting, page);
    return state?.status === status ? state : null;
  };
  return until(there, { what: `the status ${status}` });
}

/** The lines of the first text of a page that has these words, as boxes of the window. */
export const linesOf = (page: Page, words: string) =>
  page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + words.length);
      return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    }
    throw new Error(`no ${words}`);
  }, words);
