/** Saved pages: the repository's own, or those of a folder that is given. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface SavedPage {
  readonly id: string;
  readonly file: string;
}

/** The articles that this repository brings. */
export const OWN_PAGES = path.resolve('tests/pages');

/**
 * Every page below `folder`, by id: its `.html` files, the gzipped pages of the article extraction benchmark
 * (`news/html/*.html.gz`) and the test pages of mozilla/readability (`readability/test/test-pages/…/source.html`).
 */
export function pagesIn(folder: string): SavedPage[] {
  const own = list(folder, '.html').map((name) => ({ id: name.slice(0, -5), file: path.join(folder, name) }));
  const news = path.join(folder, 'news/html');
  const zipped = list(news, '.html.gz').map((name) => ({ id: name.slice(0, -8), file: path.join(news, name) }));
  const readability = path.join(folder, 'readability/test/test-pages');
  const sources = list(readability)
    .map((name) => ({ id: name, file: path.join(readability, name, 'source.html') }))
    .filter(({ file }) => existsSync(file));
  return [...own, ...zipped, ...sources];
}

const list = (folder: string, ending = ''): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];
