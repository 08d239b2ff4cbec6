/** The page of a tab, as far as another page of the extension can know of it. */
import { api } from '../shared/api';
import { type Ask, type PageRequests, STATE_PORT } from '../shared/messages';
import { isPageState, type PageState } from '../shared/page-state';
import type { Condition } from '../shared/status-text';
import { askPage } from '../shared/transport';

/** Follows the state of a tab's page; `null` while there is no reader in it. Returns what ends that. */
export function follow(tab: number, changed: (state: PageState | null) => void): () => void {
  let port: chrome.runtime.Port | null = null;
  const connect = (): void => {
    const mine = api.tabs.connect(tab, { name: STATE_PORT });
    port = mine;
    mine.onMessage.addListener((state) => port === mine && isPageState(state) && changed(state));
    mine.onDisconnect.addListener(() => {
      void api.runtime.lastError; // read, so that it is not reported: there is no reader in the page
      if (port !== mine) return;
      port = null;
      changed(null);
    });
  };
  // Whatever a reader asks of the background is heard here too, and tells that there is one now.
  const heard = (_: unknown, sender: chrome.runtime.MessageSender): void => {
    if (port === null && sender.id === api.runtime.id && sender.tab?.id === tab) connect();
  };
  api.runtime.onMessage.addListener(heard);
  connect();
  return () => {
    api.runtime.onMessage.removeListener(heard);
    const last = port;
    port = null;
    last?.disconnect();
  };
}

/** Asks a page to do something; it answers by its state, which is followed anyway. */
export function tell<K extends keyof PageRequests>(tab: number, kind: K, body: Ask<PageRequests, K>): void {
  askPage(tab, kind, body).catch(() => {});
}

/** What there is to say of a page. One that does not answer is busy, most likely with being read. */
export const conditionOf = (state: PageState | null | undefined, closed: boolean): Condition =>
  state === undefined && !closed ? 'reading' : (state?.status ?? (closed ? 'closed' : 'idle'));
