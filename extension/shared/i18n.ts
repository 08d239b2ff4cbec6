/** Every string that a reader sees comes from `_locales`. */
import { api } from './api';

type Lookup = (key: string, substitutions: string[]) => string;

let lookup: Lookup = (key, substitutions) => api.i18n.getMessage(key, substitutions);

/** Takes the strings from a `messages.json` instead: for pages outside an extension. */
export function useMessages(messages: Record<string, { message: string }>): void {
  lookup = (key, substitutions) =>
    (messages[key]?.message ?? '').replace(/\$(\d)|\$\$/g, (_, n) => (n ? (substitutions[n - 1] ?? '') : '$'));
}

/** The string of that key, with `$1`, `$2` … replaced. A missing key shows itself. */
export const t = (key: string, ...substitutions: (string | number)[]): string =>
  lookup(key, substitutions.map(String)) || key;

/**
 * The string for a number: `key_one`, `key_few` … by the plural rules of the interface's language, else
 * `key_other`. The number is `$1`.
 */
export function plural(key: string, n: number, ...more: (string | number)[]): string {
  const form = new Intl.PluralRules(t('@@ui_locale').replace('_', '-') || 'en').select(n);
  return lookup(`${key}_${form}`, [n, ...more].map(String)) || t(`${key}_other`, n, ...more);
}
