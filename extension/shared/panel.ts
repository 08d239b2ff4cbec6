/** The list beside the page: a side panel in Chromium, a sidebar in Firefox. */
import { api } from './api';

/** What Firefox has in place of `sidePanel`. */
interface SidebarAction {
  open(): Promise<void>;
}

/** Opens it in the window of a tab; to be called while a click or a key is handled, before anything is awaited. */
export async function openPanel(tab: number): Promise<void> {
  const { sidebarAction } = api as { sidebarAction?: SidebarAction };
  await (sidebarAction ? sidebarAction.open() : api.sidePanel.open({ tabId: tab }));
}
