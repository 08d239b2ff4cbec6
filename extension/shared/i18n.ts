/** Every string that a reader sees comes from `_locales`; numbers are written in the language of the strings. */
import { api } from './api';

type Lookup = (key: string, substitutions: string[]) => string;

let lookup: Lookup = (key, substitutions) => api.i18n.getMessage(key, substitutions);

/** Takes the strings from a `messages.json` instead: for pages outside an extension. */
export function useMessages(messages: Record<string, { message: string }>): void {
  formats.clear();
  lookup = (key, substitutions) =>
    (messages[key]?.message ?? '').replace(/\$(\d)|\$\$/g, (_, n) => (n ? (substitutions[n - 1] ?? '') : '$'));
}

/**
 * The language of the strings, a BCP 47 tag. That of the browser may be another: where we have no strings in
 * it, they are English.
 */
export const language = (): string => lookup('language', []) || 'en';

/** Where the strings begin. */
export const direction = (): 'ltr' | 'rtl' => (lookup('@@bidi_dir', []) === 'rtl' ? 'rtl' : 'ltr');

/** The first format of a page takes ten milliseconds to make: labels, whose numbers are small, do without. */
const formats = new Map<string, Intl.NumberFormat>();

function format(style: 'decimal' | 'percent'): Intl.NumberFormat {
  const made = formats.get(style) ?? new Intl.NumberFormat(language(), { style });
  formats.set(style, made);
  return made;
}

/** Smaller numbers have no groups of digits, and are written alike in all languages that we have strings in. */
const GROUPED = 1000;

/** A natural number as it is written in that language. */
export const number = (n: number): string => (n < GROUPED ? String(n) : format('decimal').format(n));

/** A share between 0 and 1 as whole percents. */
export const percent = (share: number): string => format('percent').format(share);

const written = (value: string | number): string => (typeof value === 'number' ? number(value) : value);

/** The string of that key, with `$1`, `$2` … replaced. A missing key shows itself. */
export const t = (key: string, ...substitutions: (string | number)[]): string =>
  lookup(key, substitutions.map(written)) || key;

/**
 * The string for a number: `key_one`, `key_few` … by the plural rules of the language, else `key_other`. The
 * number is `$1`.
 */
export function plural(key: string, n: number, ...more: (string | number)[]): string {
  const form = new Intl.PluralRules(language()).select(n);
  return lookup(`${key}_${form}`, [n, ...more].map(written)) || t(`${key}_other`, n, ...more);
}
