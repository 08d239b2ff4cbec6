/** The tab that the popup belongs to. */
import { api } from '../shared/api';

const parameters = new URLSearchParams(location.search);

/** The background names it in the popup's address, so that nothing need be asked first. */
export const tab = Number(parameters.get('tab'));
/** Whether the background found that the browser keeps this page closed. */
export const foundClosed = parameters.get('state') === 'closed';

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
