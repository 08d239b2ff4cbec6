/** The strings in each language: complete, fit for the stores, and right in number. No browser is needed. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { number, percent, plural, useMessages } from '../../extension/shared/i18n';

type Messages = Record<string, { message: string }>;

const folder = path.join(process.cwd(), 'extension/_locales');
const read = (locale: string): Messages =>
  JSON.parse(readFileSync(path.join(folder, locale, 'messages.json'), 'utf8')) as Messages;
const english = read('en');
const locales = readdirSync(folder).sort();

const FORM = /_(zero|one|two|few|many|other)$/;
const SAMPLE = /^sample/;
/** More marks than that are on no page. */
const MOST = 1000;

/** The plural forms of a language, each with the first numbers that take it. */
function forms(locale: string): Map<string, number[]> {
  const rules = new Intl.PluralRules(locale);
  const found = new Map<string, number[]>([['other', []]]);
  for (let n = 0; n <= MOST; n++) {
    const form = rules.select(n);
    found.set(form, [...(found.get(form) ?? []), n]);
  }
  return found;
}

/** The keys that a language must have: those of English, with its own plural forms. */
function wanted(locale: string): string[] {
  const own = [...forms(locale).keys()];
  const keys = Object.keys(english).flatMap((key) =>
    FORM.test(key) ? own.map((form) => key.replace(FORM, `_${form}`)) : [key],
  );
  return [...new Set(keys)].sort();
}

const placeholders = (message: string): string[] => [...new Set(message.match(/\$\d/g) ?? [])].sort();

for (const locale of locales) {
  const messages = read(locale);
  const text = (key: string): string => messages[key]?.message ?? '';

  test(`${locale}: every key of English and no other`, () => {
    assert.deepEqual(Object.keys(messages).sort(), wanted(locale));
    for (const key of Object.keys(messages)) assert.match(text(key), /\S/, key);
    assert.equal(text('language'), locale);
    assert.deepEqual(Intl.PluralRules.supportedLocalesOf(locale), [locale]);
  });

  test(`${locale}: the same placeholders`, () => {
    const numbers = forms(locale);
    for (const key of Object.keys(messages)) {
      const form = FORM.exec(key)?.[1];
      const expected = placeholders(english[form ? key.replace(FORM, '_other') : key]?.message ?? '');
      const actual = placeholders(text(key));
      // A form of one number alone may say it in words.
      if (form && numbers.get(form)?.length === 1) {
        assert.deepEqual([...new Set(['$1', ...actual])].sort(), expected, key);
      } else {
        assert.deepEqual(actual, expected, key);
      }
      assert.doesNotMatch(text(key).replace(/\$[1-9]/g, ''), /\$/, `${key}: a stray dollar sign`);
    }
  });

  test(`${locale}: samples show one mark, and nothing else has brackets`, () => {
    for (const key of Object.keys(messages)) {
      if (SAMPLE.test(key)) assert.match(text(key), /^[^[\]]*\[[^[\]]+\][^[\]]*$/, key);
      else assert.doesNotMatch(text(key), /[[\]]/, key);
    }
  });

  test(`${locale}: numbers are written as the language writes them, with groups of digits or without`, () => {
    useMessages(messages);
    const { format } = new Intl.NumberFormat(text('language'));
    for (let n = 0; n <= MOST; n++) assert.equal(number(n), format(n));
  });

  test(`${locale}: name and description as short as the stores demand`, () => {
    assert.ok([...text('name')].length <= 45);
    assert.ok([...text('description')].length <= 132, `${[...text('description')].length} characters`);
  });
}

test('a number takes its plural form and is written as the language of the strings writes it', () => {
  const marks = (locale: string, n: number): string => {
    useMessages(read(locale));
    return plural('status_marked', n).replace(/\s/g, ' ');
  };
  assert.equal(marks('en', 1), 'One mark on this page');
  assert.equal(marks('en', 1234), '1,234 marks on this page');
  assert.equal(marks('de', 1234), '1.234 Markierungen auf dieser Seite');
  assert.equal(marks('fr', 1_000_000), '1 000 000 repères sur cette page');
  const ukrainian = [1, 2, 5, 11, 14, 21, 22, 25].map((n) => marks('uk', n).split(' ').slice(0, 2).join(' '));
  assert.deepEqual(ukrainian, [
    '1 позначка',
    '2 позначки',
    '5 позначок',
    '11 позначок',
    '14 позначок',
    '21 позначка',
    '22 позначки',
    '25 позначок',
  ]);
});

test('shares are percents of the same language', () => {
  useMessages(read('en'));
  assert.equal(percent(0.25), '25%');
  useMessages(read('fr'));
  assert.match(percent(0.25), /^25\s%$/);
  useMessages(read('de'));
  assert.equal(number(12345), '12.345');
});
