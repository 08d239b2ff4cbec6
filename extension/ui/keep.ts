/** Copies or saves an article with all its marks; the core writes it. */
import { h } from '../shared/dom';
import { t } from '../shared/i18n';
import { FORMATS, type Format } from '../shared/messages';
import { ask, askPage } from '../shared/transport';

/** For each format its media type and the end of its file names. */
const FILES: Readonly<Record<Format, readonly [type: string, extension: string]>> = {
  markdown: ['text/markdown', 'md'],
  csv: ['text/csv', 'csv'],
  json: ['application/json', 'json'],
  w3c: ['application/ld+json', 'jsonld'],
};
/** Spreadsheets take a file for UTF-8 only if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';
const LONGEST_NAME = 60;

/** The buttons, and what became of the last click. */
export function keepButtons(tab: () => number): HTMLElement {
  const said = h('span', { class: 'hint', role: 'status' });
  const doing = (work: (tab: number) => Promise<void>, done: string, failed: string) => async (): Promise<void> => {
    said.textContent = '';
    said.textContent = await work(tab()).then(
      () => t(done),
      () => t(failed),
    );
  };
  const button = (text: string, name: string, work: (tab: number) => Promise<void>, done: string, failed: string) =>
    h(
      'button',
      { class: 'button', type: 'button', 'aria-label': name, title: name, onclick: doing(work, done, failed) },
      text,
    );
  return h(
    'div',
    { class: 'keep' },
    button(t('copyAll'), t('copyAllLong'), copyAll, 'copied', 'copyFailed'),
    ...FORMATS.map((format) => {
      const name = t(`format_${format}`);
      return button(name, t('saveAs', name), (tab) => save(tab, format), 'saved', 'saveFailed');
    }),
    said,
  );
}

interface Written {
  readonly title: string;
  readonly text: string;
}

async function written(tab: number, format: Format): Promise<Written> {
  const article = await askPage(tab, 'article', {});
  if (!article) throw new Error('nothing is marked');
  return { title: article.title, text: await ask('write', { format, article }) };
}

async function copyAll(tab: number): Promise<void> {
  const { text } = await written(tab, 'markdown');
  await navigator.clipboard.writeText(text);
}

async function save(tab: number, format: Format): Promise<void> {
  const { title, text } = await written(tab, format);
  const [type, extension] = FILES[format];
  const file = new Blob([format === 'csv' ? BYTE_ORDER_MARK : '', text], { type });
  const name = title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, '');
  const address = URL.createObjectURL(file);
  h('a', { href: address, download: `${name || 'sayso'}.${extension}` }).click();
  // The download has begun with the click; the file's address goes with this page.
}
