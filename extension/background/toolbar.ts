/**
 * The toolbar button of a tab. The first click marks the page; from then on, until the tab goes to another
 * page, the button opens the popup. The browser forgets a tab's popup by itself when the page is left.
 */
import { api } from '../shared/api';

const POPUP = 'popup.html';

/** Why there is a popup without a reader in the page. */
export type Closed = 'closed';

/** From now on the button of this tab opens the popup. */
export function offerPopup(tab: number, closed?: Closed): Promise<void> {
  return api.action.setPopup({ tabId: tab, popup: `${POPUP}?tab=${tab}${closed ? `&state=${closed}` : ''}` });
}

/** Opens the popup of the active tab; false where the browser asks for another click. */
export async function openPopup(): Promise<boolean> {
  try {
    await api.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** The number of marks on the button of this tab; null for none. */
export async function showBadge(tab: number, marks: number | null): Promise<void> {
  await api.action.setBadgeText({ tabId: tab, text: marks === null ? '' : String(marks) });
  if (marks === null) return;
  await api.action.setBadgeBackgroundColor({ tabId: tab, color: '#5a4a00' });
  await api.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' });
}
