/**
 * From the click on the toolbar button to painted highlights, background warm or stopped before: Sayso, and beside
 * it the smallest extension that could do the like, which tells what browser and machine take by themselves.
 */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { SavedPage } from '../browser/harness/corpus';
import { type Driver, sleep, until, type Which } from '../browser/harness/driver';
import { launch } from '../browser/harness/launch';
import { serve } from '../browser/harness/server';

type Clocked = Window & { saysoClock?: { marked: number | null } };

/** Milliseconds of one page; the driver's own click, some 2 to 16 ms, is in them. */
export interface Click {
  readonly sayso: number;
  readonly smallest: number;
}

/** Each page on which both mark something, one after the other. */
export async function clicks(which: Which, pages: readonly SavedPage[], cold: boolean): Promise<Click[]> {
  const server = await serve();
  const sayso = await launch(which);
  const smallest = await launch(which, { folder: await withCore(which) });
  const found: Click[] = [];
  for (const saved of pages) {
    const url = server.url(saved, 'strict');
    const [ours, theirs] = [await click(sayso, url, cold), await click(smallest, url, cold)];
    if (ours !== null && theirs !== null) found.push({ sayso: ours, smallest: theirs });
  }
  await Promise.all([sayso.close(), smallest.close(), server.close()]);
  return found;
}

/** The smallest extension, with the very module that Sayso has. */
async function withCore(which: Which): Promise<string> {
  const folder = path.resolve('target/bench/smallest');
  await cp(path.resolve('tests/bench/smallest'), folder, { recursive: true });
  await cp(path.resolve('dist', which, 'sayso.wasm'), path.join(folder, 'sayso.wasm'));
  return folder;
}

async function click(driver: Driver, url: string, cold: boolean): Promise<number | null> {
  const page = await driver.open(url);
  await sleep(300);
  if (cold) await driver.stopBackground();
  await page.evaluate(startClock);
  await driver.click(page);
  const time = await until(() => read(page), { what: 'marks', timeout: 4_000, every: 20 }).catch(() => null);
  await page.close();
  return time;
}

const read = (page: Page): Promise<number | null> =>
  page.evaluate(() => (window as Clocked).saysoClock?.marked ?? null);

function startClock(): void {
  const clock: { marked: number | null } = { marked: null };
  (window as Clocked).saysoClock = clock;
  const start = performance.now();
  const look = (): void => {
    if (CSS.highlights.size > 0) clock.marked = performance.now() - start;
    else setTimeout(look, 1);
  };
  look();
}
