/** From the click on the toolbar button to painted highlights, background warm or stopped before. */
import type { Page } from 'puppeteer-core';
import type { SavedPage } from '../browser/harness/corpus';
import { sleep, until, type Which } from '../browser/harness/driver';
import { launch } from '../browser/harness/launch';
import { serve } from '../browser/harness/server';

type Clocked = Window & { saysoClock?: { marked: number | null } };

/** Milliseconds for each page on which marks came. The driver's own click, some 2 to 16 ms, is in them. */
export async function clicks(which: Which, pages: readonly SavedPage[], cold: boolean): Promise<number[]> {
  const server = await serve();
  const driver = await launch(which);
  const times: number[] = [];
  for (const saved of pages) {
    const page = await driver.open(server.url(saved, 'strict'));
    await sleep(300);
    if (cold) await driver.stopBackground();
    await page.evaluate(startClock);
    await driver.click(page);
    const time = await until(() => read(page), { what: 'marks', timeout: 4_000, every: 20 }).catch(() => null);
    if (time !== null) times.push(time);
    await page.close();
  }
  await driver.close();
  await server.close();
  return times;
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
