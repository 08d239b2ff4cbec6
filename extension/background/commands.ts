/** Keyboard shortcuts and the context menu. */
import { api } from '../shared/api';
import { t } from '../shared/i18n';
import { openPanel } from '../shared/panel';
import { askPage } from '../shared/transport';
import { read } from './inject';

const MENU = 'mark-page';

export function createMenu(): void {
  api.contextMenus.removeAll(() => {
    api.contextMenus.create({ id: MENU, title: t('menuMark'), contexts: ['page', 'selection'] });
  });
}

export function onMenu(info: chrome.contextMenus.OnClickData, tab?: chrome.tabs.Tab): void {
  if (info.menuItemId === MENU && tab?.id !== undefined) void read(tab.id, tab.url);
}

export async function onCommand(command: string, tab?: chrome.tabs.Tab): Promise<void> {
  if (tab?.id === undefined) return;
  if (command === 'open-panel') {
    // Not after anything is awaited: the browser opens it only while it handles the key.
    await openPanel(tab.id);
    return;
  }
  try {
    if (command === 'toggle-page') await askPage(tab.id, 'power', { on: null });
    else if (command === 'next-mark') await askPage(tab.id, 'step', { by: 1 });
    else if (command === 'previous-mark') await askPage(tab.id, 'step', { by: -1 });
  } catch {
    // There is no reader in the page yet.
    await read(tab.id, tab.url);
  }
}
