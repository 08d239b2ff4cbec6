/**
 * Sites that are marked without a click. What the reader chose is in the settings, what the browser allows in
 * the permissions; the registered content script is for the sites that have both.
 */
import { api } from '../shared/api';
import { originsOf, stored } from '../shared/settings';

const ID = 'sites';

/** Asks for the reader where there is something to read. */
const GATE = 'gate.js';

let queue: Promise<void> = Promise.resolve();

/**
 * Brings the registered script in line with settings and permissions; one change at a time. Where storage is broken
 * it stays as it is, until the next change or the next start of the browser.
 */
export function syncSites(): Promise<void> {
  queue = queue.then(sync).catch(() => {});
  return queue;
}

async function sync(): Promise<void> {
  const { sites } = await stored.read();
  const always = Object.keys(sites).filter((host) => sites[host] === 'always');
  const allowed = await Promise.all(always.map((host) => api.permissions.contains({ origins: originsOf(host) })));
  const matches = always.filter((_, i) => allowed[i]).flatMap(originsOf);
  const [registered] = await api.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered) await api.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, matches, css: [], js: [GATE], runAt: 'document_idle' as const };
  if (registered) await api.scripting.updateContentScripts([script]);
  else await api.scripting.registerContentScripts([script]);
}
