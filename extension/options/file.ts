/** Settings to a file and back. */
import { api } from '../shared/api';
import { h } from '../shared/dom';
import { originsOf, type Settings, settingsFrom, stored, withSite } from '../shared/settings';

/** Hands the settings to the reader as a file. */
export async function save(): Promise<void> {
  const text = JSON.stringify({ sayso: 1, settings: await stored.read() }, null, 2);
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  h('a', { href: url, download: 'sayso-settings.json' }).click();
  // The download has the data by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Puts the settings of a file in force. A site that was always marked stays so only where the browser allows it.
 *
 * Rejects if it is no file of ours.
 */
export async function load(file: File): Promise<void> {
  const { sayso, settings } = JSON.parse(await file.text()) as { sayso?: unknown; settings?: unknown };
  if (sayso !== 1) throw new Error('not a file of settings');
  let wanted: Settings = settingsFrom(settings);
  for (const [host, mode] of Object.entries(wanted.sites)) {
    const allowed =
      mode !== 'always' || (await api.permissions.contains({ origins: originsOf(host) }).catch(() => false));
    if (!allowed) wanted = withSite(wanted, host, null);
  }
  await stored.change(() => wanted);
}
