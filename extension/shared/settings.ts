/** The reader's settings: kept in `storage.local`, in force at once on every open page. */
import { api } from './api';
import { CATEGORIES, type Category } from './document';

/** `always`: marked without a click; `never`: left alone. Sites not listed: when the reader clicks. */
export type SiteMode = 'always' | 'never';

export interface Settings {
  readonly categories: Readonly<Record<Category, boolean>>;
  /** Beliefs, hopes and plans too, not only what was said. */
  readonly attitudes: boolean;
  /** By host name, without port. */
  readonly sites: Readonly<Record<string, SiteMode>>;
}

export const DEFAULTS: Settings = {
  categories: { direct: true, mixed: true, indirect: true, contested: true },
  attitudes: false,
  sites: {},
};

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Settings from whatever is stored; what is missing or of the wrong kind takes its default. */
export function settingsFrom(stored: unknown): Settings {
  const { categories, attitudes, sites } = record(stored);
  const chosen = record(categories);
  return {
    categories: Object.fromEntries(CATEGORIES.map((name) => [name, chosen[name] !== false])) as Settings['categories'],
    attitudes: attitudes === true,
    sites: Object.fromEntries(
      Object.entries(record(sites)).filter((entry): entry is [string, SiteMode] =>
        ['always', 'never'].includes(entry[1] as string),
      ),
    ),
  };
}

/** A place where settings are kept; the extension's own is {@link stored}. */
export interface SettingsStore {
  read(): Promise<Settings>;
  /** Calls back at every change, from wherever it comes. Returns what ends that. */
  watch(changed: (settings: Settings) => void): () => void;
}

const KEY = 'settings';

export const stored: SettingsStore & { change(edit: (now: Settings) => Settings): Promise<Settings> } = {
  async read() {
    return settingsFrom((await api.storage.local.get(KEY))[KEY]);
  },
  watch(changed) {
    const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
      if (area === 'local' && changes[KEY]) changed(settingsFrom(changes[KEY].newValue));
    };
    api.storage.onChanged.addListener(listener);
    return () => api.storage.onChanged.removeListener(listener);
  },
  async change(edit) {
    const settings = edit(await this.read());
    await api.storage.local.set({ [KEY]: settings });
    return settings;
  },
};

/** The same settings with another mode for one site; null forgets the site. */
export function withSite(settings: Settings, host: string, mode: SiteMode | null): Settings {
  const { [host]: _, ...others } = settings.sites;
  return { ...settings, sites: mode ? { ...others, [host]: mode } : others };
}

/** The match pattern that a site's permission is asked with: the host itself, any port, http and https. */
export const originsOf = (host: string): string[] => [`*://${host}/*`];
