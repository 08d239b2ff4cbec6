/** The tab that the panel shows: the one in front in its window. */
import { api } from '../shared/api';

/** Calls back with the tab in front, now and whenever it is another one. */
export async function watchTab(changed: (tab: number) => void): Promise<void> {
  // Opened in a tab of its own, it is about the tab that it was opened for.
  const given = new URLSearchParams(location.search).get('tab');
  if (given !== null) {
    changed(Number(given));
    return;
  }
  const window = await api.windows.getCurrent();
  let last = -1;
  const look = (tab: number | undefined): void => {
    if (tab === undefined || tab === last) return;
    last = tab;
    changed(tab);
  };
  api.tabs.onActivated.addListener(({ tabId, windowId }) => windowId === window.id && look(tabId));
  const [front] = await api.tabs.query({ active: true, currentWindow: true });
  look(front?.id);
}

/** Whether the reader was told that the browser keeps the page of this tab closed; its toolbar button knows. */
export async function isClosed(tab: number): Promise<boolean> {
  const popup = await api.action.getPopup({ tabId: tab }).catch(() => '');
  return new URL(popup || 'popup.html', location.href).searchParams.get('state') === 'closed';
}
