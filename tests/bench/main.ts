/**
 * Times Sayso beside its peers: node main.mjs TEXTS.jsonl NATIVE.json [PAGES]
 *
 * Prints the tables as Markdown. NATIVE.json is what `examples/timing.rs` measured; PAGES a folder of saved pages.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { startChromium } from '../browser/harness/chromium';
import { OWN_PAGES, pagesIn, type SavedPage } from '../browser/harness/corpus';
import { BOTH } from '../browser/harness/driver';
import { serveFolder } from '../browser/harness/static';
import { clicks } from './clicks';
import { costs } from './cost';
import { idle } from './idle';
import { readTexts } from './texts';

interface Timing {
  readonly start: number;
  readonly first: number;
  readonly fresh: readonly number[];
  readonly all: number;
}

const MOST_PAGES = 20;
const [textFile = '', nativeFile = '', pageFolder = OWN_PAGES] = process.argv.slice(2);
const { warming, articles, bytes } = readTexts(textFile);
const pages = some(pagesIn(pageFolder));
if (pages.length === 0) throw new Error(`there are no saved pages in ${pageFolder}`);
const core = path.resolve('target/core/sayso_bg.wasm');

const PARTS = [
  'words, sentences, quotation marks',
  'model: tagging and linking',
  'the same, with what quotation marks prove',
  'speakers',
  'contested claims',
];
/** Bytes of an article of 800 words. */
const ARTICLE = 4_750;

const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
};
const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

async function bundle(minify: boolean, format: 'esm' | 'iife'): Promise<string> {
  const result = await build({
    entryPoints: [path.resolve('tests/bench/peers.mjs')],
    bundle: true,
    write: false,
    minify,
    format,
    globalName: 'bench',
    platform: 'browser',
    external: ['fs'],
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
}

const timing = (name: string, where: string, does: string, { start, first, fresh, all }: Timing): string =>
  row(
    name,
    where,
    does,
    ms(start),
    ms(first),
    ms(quantile(fresh, 0.5)),
    ms(quantile(fresh, 0.95)),
    (bytes / 1e3 / all).toFixed(2),
  );

async function analysis(): Promise<string[]> {
  const native = JSON.parse(readFileSync(nativeFile, 'utf8')) as Timing;
  const rows = [timing('Sayso', 'native', 'quotes, reported speech, contested claims, their speakers', native)];
  const esm = `data:text/javascript,${encodeURIComponent(await bundle(false, 'esm'))}`;
  const { peers, time } = (await import(esm)) as {
    peers: Record<string, { does: string }>;
    time(name: string, wasm: unknown, warming: readonly string[], articles: readonly string[]): Promise<Timing>;
  };
  for (const [name, { does }] of Object.entries(peers)) {
    rows.push(timing(name, 'Node', does, await time(name, readFileSync(core), warming, articles)));
  }
  const server = await serveFolder(path.dirname(core));
  const browser = await startChromium({});
  const code = await bundle(false, 'iife');
  for (const [name, { does }] of Object.entries(peers)) {
    const page = await browser.newPage();
    await page.goto(`${server.base}sayso.d.ts`);
    const work = `(async () => { ${code}; return bench.time(${JSON.stringify([name, '/sayso_bg.wasm', warming, articles]).slice(1, -1)}); })()`;
    rows.push(timing(name, 'Chromium', does, (await page.evaluate(work)) as Timing));
    await page.close();
  }
  await browser.close();
  await server.close();
  return rows;
}

/** What the parts of the core take natively. */
function partRows(): string[] {
  const { parts } = JSON.parse(readFileSync(nativeFile, 'utf8')) as { parts: number[] };
  return parts.map((time, part) =>
    row(PARTS[part] ?? '', ms((time * ARTICLE) / bytes), (bytes / 1e3 / time).toFixed(1)),
  );
}

/** Up to so many of the pages, from all of them. */
function some(every: readonly SavedPage[]): SavedPage[] {
  const step = Math.max(1, Math.floor(every.length / MOST_PAGES));
  return every.filter((_, index) => index % step === 0).slice(0, MOST_PAGES);
}

const both = (values: readonly number[]): string[] => [ms(quantile(values, 0.5)), ms(quantile(values, 0.95))];

async function clickRows(): Promise<string[]> {
  const rows: string[] = [];
  for (const which of BOTH) {
    for (const cold of [true, false]) {
      const times = await clicks(which, pages, cold);
      const [sayso, smallest] = [times.map(({ sayso }) => sayso), times.map(({ smallest }) => smallest)];
      const factor = quantile(sayso, 0.5) / quantile(smallest, 0.5);
      const background = cold ? 'stopped' : 'running';
      rows.push(row(which, background, times.length, ...both(sayso), ...both(smallest), factor.toFixed(2)));
    }
  }
  return rows;
}

async function costRows(): Promise<string[]> {
  const found = await costs(pages);
  return [true, false].flatMap((marked) => {
    const these = found.filter((cost) => cost.marked === marked);
    if (these.length === 0) return [];
    const longest = Math.max(...these.map((cost) => cost.longest));
    const numbers = [...both(these.map(({ busy }) => busy)), ms(longest), ...both(these.map(({ memory }) => memory))];
    return [row(marked ? 'with marks' : 'without', these.length, ...numbers)];
  });
}

/** Differences of single loads are lost in noise: the quarter least disturbed tells most. */
async function idleRows(): Promise<string[]> {
  const found = await idle();
  return found.map(({ page, bare, allowed }) => {
    const [without, with_] = [quantile(bare, 0.25), quantile(allowed, 0.25)];
    return row(page, bare.length, without.toFixed(1), with_.toFixed(1), (with_ - without).toFixed(1));
  });
}

const lines = [
  '## Analysis',
  '',
  `${warming.length + articles.length} articles, ${bytes} bytes; "article" columns: the ${articles.length} nearest to 800 words, each new to a warm engine.`,
  '',
  row('engine', 'runs in', 'finds', 'start, ms', 'first article, ms', 'article, median ms', 'article, p95 ms', 'MB/s'),
  row('---', '---', '---', '--:', '--:', '--:', '--:', '--:'),
  ...(await analysis()),
  '',
  `The WebAssembly module is ${Math.round(gzipSync(readFileSync(core), { level: 9 }).length / 1000)} KB gzipped.`,
  '',
  'Where the time goes, natively, built for the processor at hand:',
  '',
  row('part', '800 words, ms', 'MB/s'),
  row('---', '--:', '--:'),
  ...partRows(),
  '',
  '## From click to highlights',
  '',
  'Saved pages under a strict content security policy, from the click on the toolbar button (the driver’s own 2 to 16 ms in it) to the first highlight. Beside it, page by page in the same run, the smallest extension of that shape: it compiles the same WebAssembly module, takes all text of the page for the article and paints what stands in quotation marks, without a thought.',
  '',
  row('browser', 'background', 'pages', 'median, ms', 'p95, ms', 'smallest: median', 'smallest: p95', 'factor'),
  row('---', '---', '--:', '--:', '--:', '--:', '--:', '--:'),
  ...(await clickRows()),
  '',
  '## What a click costs the page',
  '',
  'In Chromium, from the click until the page is at rest, labels placed: time of the page’s main thread (without what the page does for itself), its longest task (0: none of 50 ms), and script memory that stays in use.',
  '',
  row('pages', 'number', 'busy: median, ms', 'p95, ms', 'longest task, ms', 'memory: median, MB', 'p95, MB'),
  row('---', '--:', '--:', '--:', '--:', '--:', '--:'),
  ...(await costRows()),
  '',
  '## What a page without a story costs on an allowed site',
  '',
  'In Chromium: time of the page’s main thread for a whole load, on a site that is not marked without a click and, by turns, on the same when it is. Lower quartiles.',
  '',
  row('page', 'loads each', 'not allowed, ms', 'allowed, ms', 'difference, ms'),
  row('---', '--:', '--:', '--:', '--:'),
  ...(await idleRows()),
];
console.log(lines.join('\n'));
