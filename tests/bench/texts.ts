/** The articles that are timed: by lines of `{"id", "text"}`, the ones nearest to 800 words apart. */
import { readFileSync } from 'node:fs';

export interface Texts {
  /** What comes first, so that code is warm. */
  readonly warming: readonly string[];
  /** The twelve nearest to 800 words, or a third of all if there are few. */
  readonly articles: readonly string[];
  readonly bytes: number;
}

const WORDS = 800;

const words = (text: string): number => text.match(/\S+/g)?.length ?? 0;

export function readTexts(file: string): Texts {
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).text as string);
  const byDistance = [...texts].sort((a, b) => Math.abs(words(a) - WORDS) - Math.abs(words(b) - WORDS));
  const articles = byDistance.slice(0, Math.min(12, Math.ceil(texts.length / 3)));
  return {
    articles,
    warming: texts.filter((text) => !articles.includes(text)),
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  };
}
