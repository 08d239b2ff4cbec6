/**
 * The extension on whole pages: those of this repository, or all of the folder that SAYSO_PAGES names (see
 * `harness/corpus.ts` for what it may hold). Nothing of a page may change, and nobody may be asked for anything.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildSync } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { startChromium } from './harness/chromium';
import { OWN_PAGES, pagesIn, type SavedPage } from './harness/corpus';
import { BOTH, type Driver, sleep, type Which } from './harness/driver';
import { startFirefox } from './harness/firefox';
import { launch } from './harness/launch';
import { openTab } from './harness/open';
import { type RefusingProxy, refusingProxy } from './harness/proxy';
import { type Policy, type Server, serve } from './harness/server';
import { Observer } from './harness/state';
import { type Changes, changes, watch } from './harness/untouched';

const PAGES = pagesIn(process.env.SAYSO_PAGES ?? OWN_PAGES);
const READABILITY = readFileSync('node_modules/@mozilla/readability/Readability.js', 'utf8');
const GATE = buildSync({
  entryPoints: ['extension/gate/prose.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'gate',
}).outputFiles[0]?.text;

/** The longest that one page may take, in milliseconds. */
const GUARD = 20_000;
/** How long a page may go on changing after it has been read: labels come when it is at rest. */
const AFTERMATH = 500;

/** A list of headlines may get a mark at a click, and need not be read without one. */
const MARKS_ON_LISTS = 2;

/** Both without the pages' scripts: saved pages that run them without a network take down their own text. */
const POLICIES: readonly Policy[] = ['quiet', 'strict'];

/** What Firefox reports of the page's own making, as if it had been thrown. */
const REPORT = /^(Error: )?(Content-Security-Policy|Cross-Origin Request Blocked|Security Error):? /;

/**
 * How far an element may move, in CSS pixels. Firefox lays highlighted text out anew, which can move a page by up
 * to 3 where its layout had not settled, whoever highlights.
 */
const TOLERANCE: Record<Which, number> = { chromium: 0, firefox: 3 };

interface Visit extends Changes {
  readonly page: SavedPage;
  readonly status: string;
  readonly marks: number;
  readonly readable: boolean;
  /** Whether the reader would be brought in without a click, if the site was allowed. */
  readonly passes: boolean;
  readonly errors: readonly string[];
}

for (const which of BOTH) {
  for (const policy of POLICIES) {
    test(`${PAGES.length} pages in ${which}, policy ${policy}`, { timeout: PAGES.length * GUARD }, async () => {
      assert.ok(PAGES.length > 0, 'there are pages');
      const server = await serve();
      const bare = await hostsAskedBare(which, server, policy);
      const proxy = await refusingProxy();
      const driver = await launch(which, { proxy });
      const visits: Visit[] = [];
      try {
        const observer = await Observer.open(driver);
        for (const page of PAGES)
          visits.push(await guarded(page, visit(driver, observer, page, server.url(page, policy))));
      } finally {
        await driver.close();
        await proxy.close();
        await server.close();
      }
      const outside = [...hosts(proxy)].filter((host) => !bare.has(host));
      report(which, policy, visits, outside);
      check(visits, outside);
    });
  }
}

async function visit(driver: Driver, observer: Observer, saved: SavedPage, url: string): Promise<Visit> {
  const page = await driver.open(url);
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    if (!REPORT.test(String(error))) errors.push(String(error));
  });
  try {
    const readable = await isReadable(page);
    const passes = (await page.evaluate(`(() => { ${GATE}; return gate.mayHaveStory(document); })()`)) as boolean;
    await watch(page);
    await driver.click(page);
    const { status, marks } = await observer.settled();
    await sleep(AFTERMATH);
    return {
      page: saved,
      status,
      marks: marks.length,
      readable,
      passes,
      errors,
      ...(await changes(page, TOLERANCE[driver.which])),
    };
  } finally {
    await page.close();
  }
}

/**
 * Whether Readability finds an article, run as it is on the page parsed anew. It also finds the story of a page
 * that keeps all of itself hidden until its scripts run; where nothing is shown, there is nothing to mark.
 */
async function isReadable(page: Page): Promise<boolean> {
  const found = `(() => {
    const module = {};
    ${READABILITY}
    return document.body.innerText.trim() !== '' && Boolean(new Readability(new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html')).parse()?.textContent?.trim());
  })()`;
  return (await page.evaluate(found)) as boolean;
}

async function guarded(page: SavedPage, work: Promise<Visit>): Promise<Visit> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`took more than ${GUARD} ms`)), GUARD);
  });
  const failed = (error: unknown): Visit => ({
    page,
    status: 'failed',
    marks: 0,
    readable: false,
    passes: false,
    errors: [String(error)],
    html: null,
    moved: 0,
    shift: 0,
  });
  return Promise.race([work, late])
    .catch(failed)
    .finally(() => clearTimeout(timer));
}

/** The hosts that the browser and these pages ask for by themselves. */
async function hostsAskedBare(which: Which, server: Server, policy: Policy): Promise<Set<string>> {
  const proxy = await refusingProxy();
  const browser: Browser = await (which === 'firefox' ? startFirefox({ proxy }) : startChromium({ proxy }));
  try {
    for (const saved of PAGES) {
      const page = await openTab(browser, server.url(saved, policy), { timeout: GUARD });
      await sleep(AFTERMATH);
      await page.close();
    }
    return hosts(proxy);
  } finally {
    await browser.close();
    await proxy.close();
  }
}

/** Host names, without ports and paths. */
const hosts = ({ asked }: RefusingProxy): Set<string> =>
  new Set(asked.map((address) => new URL(address.includes('://') ? address : `https://${address}`).hostname));

const found = ({ status }: Visit): boolean => !['no-article', 'failed', 'reading'].includes(status);

function report(which: Which, policy: Policy, visits: readonly Visit[], outside: readonly string[]): void {
  const count = (is: (visit: Visit) => boolean): number => visits.filter(is).length;
  console.log(
    `${which}, ${policy}: ${visits.length} pages; article on ${count(found)} (Readability alone: ` +
      `${count((v) => v.readable)}); marks on ${count((v) => v.marks > 0)}, ` +
      `${visits.reduce((sum, v) => sum + v.marks, 0)} in all; threw on ${count((v) => v.errors.length > 0)}; ` +
      `DOM changed on ${count((v) => v.html !== null)}; elements moved on ${count((v) => v.moved > 0)}; ` +
      `worst layout shift ${Math.max(...visits.map((v) => v.shift)).toFixed(4)}; ` +
      `hosts asked for: ${outside.join(', ') || 'none'}`,
  );
  for (const v of visits) {
    const wrong = [
      ...v.errors,
      ...(v.html === null ? [] : [`DOM: ${v.html}`]),
      ...(v.moved > 0 ? [`${v.moved} elements moved`] : []),
      ...(v.marks > 0 && !v.passes ? [`${v.marks} marks, though it has hardly a story`] : []),
      ...(v.readable && !found(v) ? [`no article, though Readability finds one (${v.status})`] : []),
    ];
    for (const line of wrong) console.log(`  ${v.page.id}: ${line}`);
  }
}

function check(visits: readonly Visit[], outside: readonly string[]): void {
  const ids = (is: (visit: Visit) => boolean): string[] => visits.filter(is).map(({ page }) => page.id);
  const articles = ids(found).length;
  assert.deepEqual(
    ids((v) => v.errors.length > 0),
    [],
    'no page throws',
  );
  assert.deepEqual(
    ids((v) => v.html !== null),
    [],
    'the DOM is as it was',
  );
  assert.deepEqual(
    ids((v) => v.moved > 0 || v.shift > 0),
    [],
    'nothing moves',
  );
  assert.deepEqual(
    ids((v) => v.marks > MARKS_ON_LISTS && !v.passes),
    [],
    'pages with marks are read on allowed sites',
  );
  assert.deepEqual(outside, [], 'nobody is asked for anything');
  assert.ok(articles >= ids((v) => v.readable).length, 'an article is found wherever Readability finds one');
}
