/** The page that the popup belongs to, as far as a popup can know of it. */
import { api } from '../shared/api';
import { type Ask, askPage, type PageRequests, STATE_PORT } from '../shared/messages';
import type { PageState } from '../shared/page-state';

const parameters = new URLSearchParams(location.search);

/** The tab; the background names it in the popup's address, so that nothing need be asked first. */
export const tab = Number(parameters.get('tab'));
/** Whether the background found that the browser keeps this page closed. */
export const closed = parameters.get('state') === 'closed';

/** Follows the state of the page; `null` while there is no reader in it. */
export function follow(changed: (state: PageState | null) => void): void {
  const port = api.tabs.connect(tab, { name: STATE_PORT, frameId: 0 });
  port.onMessage.addListener((state) => changed(state as PageState));
  port.onDisconnect.addListener(() => {
    void api.runtime.lastError; // read, so that it is not reported: there is no reader in the page
    changed(null);
  });
}

/** Asks the page to do something; it answers by its state, which is followed anyway. */
export function tell<K extends keyof PageRequests>(kind: K, body: Ask<PageRequests, K>): void {
  askPage(tab, kind, body).catch(() => {});
}

/** The host name of the tab's page, where the browser tells it. */
export async function hostOf(): Promise<string> {
  try {
    const { url } = await api.tabs.get(tab);
    return url && /^https?:/.test(url) ? new URL(url).hostname : '';
  } catch {
    return '';
  }
}

/** Closes the popup when its page is left, as far as the browser does not do that by itself. */
export async function closeWithPage(): Promise<void> {
  if (await api.tabs.getCurrent()) return; // opened as a tab of its own
  const close = (): void => window.close();
  api.tabs.onActivated.addListener(({ tabId }) => tabId !== tab && close());
  api.tabs.onRemoved.addListener((removed) => removed === tab && close());
  api.tabs.onUpdated.addListener((updated, { status }) => updated === tab && status === 'loading' && close());
  const { active } = await api.tabs.get(tab).catch(() => ({ active: false }));
  if (!active) close(); // it was left while the popup opened
}
