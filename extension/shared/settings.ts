/** The reader's settings: kept in `storage.local`, in force at once on every open page. */
import { api } from './api';
import { CATEGORIES, type Category } from './document';
import { PALETTES, type Palette } from './palettes';

/** `always`: marked without a click; `never`: left alone. Sites not listed: when the reader clicks. */
export type SiteMode = 'always' | 'never';

/** Names beside the marks: where there is room, in lines that are set wider for them, or none. */
export const LABEL_MODES = ['auto', 'room', 'none'] as const;
export type LabelMode = (typeof LABEL_MODES)[number];

/** The list in the panel: as the article has it, or by speaker. */
export const ORDERS = ['text', 'speaker'] as const;
export type Order = (typeof ORDERS)[number];

/** How sure a mark has to be. */
export const CERTAINTIES = ['all', 'likely', 'sure'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The least confidence of a mark, 0 to 1, as the core estimates it. */
export const LEAST_CONFIDENCE: Readonly<Record<Certainty, number>> = { all: 0, likely: 0.6, sure: 0.85 };

export interface Settings {
  readonly categories: Readonly<Record<Category, boolean>>;
  /** Beliefs, hopes and plans too, not only what was said. */
  readonly attitudes: boolean;
  readonly certainty: Certainty;
  readonly palette: Palette;
  /** Lines under the words, no ground behind them. */
  readonly linesOnly: boolean;
  readonly labels: LabelMode;
  /** The number of marks on the toolbar button. */
  readonly badge: boolean;
  readonly order: Order;
  /** By host name, without port. */
  readonly sites: Readonly<Record<string, SiteMode>>;
}

export const DEFAULTS: Settings = {
  categories: { direct: true, mixed: true, indirect: true, contested: true },
  attitudes: false,
  certainty: 'all',
  palette: 'warm',
  linesOnly: false,
  labels: 'auto',
  badge: false,
  order: 'text',
  sites: {},
};

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const oneOf = <T extends string>(values: readonly T[], value: unknown, otherwise: T): T =>
  values.find((known) => known === value) ?? otherwise;

/** Settings from whatever is stored; what is missing or of the wrong kind takes its default. */
export function settingsFrom(stored: unknown): Settings {
  const { categories, attitudes, certainty, palette, linesOnly, labels, badge, order, sites } = record(stored);
  const chosen = record(categories);
  return {
    categories: Object.fromEntries(CATEGORIES.map((name) => [name, chosen[name] !== false])) as Settings['categories'],
    attitudes: attitudes === true,
    certainty: oneOf(CERTAINTIES, certainty, DEFAULTS.certainty),
    palette: oneOf(PALETTES, palette, DEFAULTS.palette),
    linesOnly: linesOnly === true,
    labels: oneOf(LABEL_MODES, labels, DEFAULTS.labels),
    badge: badge === true,
    order: oneOf(ORDERS, order, DEFAULTS.order),
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
