/** Brings the reader into a page. */
import { api } from '../shared/api';
import { warmUp } from './engine';
import { offerPopup, openPopup } from './toolbar';

export const READER = { css: 'marks.css', js: 'content.js' };

/** Tabs whose page was read because the reader asked: if nothing is found there, that is said at once. */
const asked = new Set<number>();

/** Whether the reader asked for this tab since it was last told. */
export const wasAsked = (tab: number): boolean => asked.delete(tab);

/** Pages that no extension may read, by their address alone. */
const isClosed = (address: string | undefined): boolean =>
  address !== undefined && address !== '' && !/^(https?|file|about:blank)/.test(address);

/**
 * Marks a page: a click on the toolbar button, a shortcut, the menu. Says so where it cannot be done, and answers
 * whether it could.
 */
export async function read(tab: number, address?: string): Promise<boolean> {
  if (isClosed(address)) {
    await sayClosed(tab);
    return false;
  }
  asked.add(tab);
  try {
    await untilAllowed(() => inject({ tabId: tab }));
    await offerPopup(tab);
    return true;
  } catch {
    asked.delete(tab);
    await sayClosed(tab);
    return false;
  }
}

/** Brings script and sheet into a page, or into all of its frames that we may read. */
export async function inject(target: chrome.scripting.InjectionTarget): Promise<void> {
  const brought = Promise.all([
    api.scripting.insertCSS({ target, files: [READER.css] }),
    api.scripting.executeScript({ target, files: [READER.js], injectImmediately: true }),
  ]);
  warmUp();
  await brought;
}

/** How long the page's process may take to learn what it must allow, in ms. */
const PATIENCE = 2_000;

/**
 * Chromium tells the page's process of the permission that a click gives and of the script to run by two ways,
 * and on a busy machine the script can come first: one click in 20 failed so under a load of 15 on two cores.
 * No event tells that the permission has arrived, but the process answers each try: it is asked until it knows.
 */
async function untilAllowed(inject: () => Promise<void>): Promise<void> {
  for (const end = performance.now() + PATIENCE; ; ) {
    try {
      return await inject();
    } catch (error) {
      if (performance.now() > end || !String(error).includes('Cannot access contents of the page')) throw error;
    }
  }
}

async function sayClosed(tab: number): Promise<void> {
  // Not awaited: Firefox opens a popup only while it handles the click.
  void offerPopup(tab, 'closed');
  await openPopup();
}
