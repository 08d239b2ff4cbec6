/** What a page pays for being marked, in Chromium, which alone counts it. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { SavedPage } from '../browser/harness/corpus';
import { type Driver, sleep, until } from '../browser/harness/driver';
import { launch } from '../browser/harness/launch';
import { serve } from '../browser/harness/server';

export interface Cost {
  readonly marked: boolean;
  /** Time of the page's main thread from the click to rest, in ms, less what it takes for itself. */
  readonly busy: number;
  /** The longest task in that time, in ms; those below 50 ms are not told, and count 0. */
  readonly longest: number;
  /** More script memory in use than before the click, in MB, garbage collected. */
  readonly memory: number;
}

type Watched = Window & { saysoTasks?: number[] };

/** How long the main thread is watched, in ms: all that a click brings about is done by then. */
const WATCHED = 1_500;

export async function costs(pages: readonly SavedPage[]): Promise<Cost[]> {
  const server = await serve();
  const driver = await launch('chromium');
  const found: Cost[] = [];
  for (const saved of pages) found.push(await cost(driver, server.url(saved, 'strict')));
  await driver.close();
  await server.close();
  return found;
}

async function cost(driver: Driver, url: string): Promise<Cost> {
  const page = await driver.open(url);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await page.evaluate(watchTasks);
  await atRest(session);

  const before = await used(session);
  const alone = await busy(session, async () => {});
  const clicked = await busy(session, () => driver.click(page));
  const longest = await longestTask(page);
  const marked = await page.evaluate(() => CSS.highlights.size > 0);
  const memory = (await used(session)) - before;
  await page.close();
  return { marked, busy: Math.max(0, clicked - alone), longest, memory };
}

function watchTasks(): void {
  const tasks: number[] = [];
  (window as Watched).saysoTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
}

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...((window as Watched).saysoTasks ?? [])));

export const metric = async (session: CDPSession, name: string): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
};

/** Time of the main thread while `work` is done and the watch lasts, in ms. */
async function busy(session: CDPSession, work: () => Promise<void>): Promise<number> {
  const before = await metric(session, 'TaskDuration');
  await work();
  await sleep(WATCHED);
  return ((await metric(session, 'TaskDuration')) - before) * 1000;
}

/** Waits until the page has nothing left to do for itself. */
async function atRest(session: CDPSession): Promise<void> {
  let last = Number.NaN;
  const still = async (): Promise<boolean> => {
    const now = await metric(session, 'TaskDuration');
    const calm = now - last < 0.005;
    last = now;
    return calm;
  };
  await until(still, { what: 'a page at rest', every: 200 }).catch(() => {});
}

/** Script memory in use, in MB. */
async function used(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await metric(session, 'JSHeapUsedSize')) / 1e6;
}
