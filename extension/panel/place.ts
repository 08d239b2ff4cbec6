/** Which mark the reader has scrolled to. */
import { api } from '../shared/api';
import { isPlace, PLACE_PORT } from '../shared/messages';

/** Calls back whenever it is another one. Returns what ends that, so that the page need not look any more. */
export function watchPlace(tab: number, changed: (mark: number | null) => void): () => void {
  const port = api.tabs.connect(tab, { name: PLACE_PORT });
  port.onMessage.addListener((place) => isPlace(place) && changed(place.mark));
  port.onDisconnect.addListener(() => void api.runtime.lastError); // the page was left
  return () => port.disconnect();
}
