/** What scrolling costs with labels on the page. Only Chromium counts its layouts and tells what they were of. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { labelled, labelsOf } from './boxes';
import type { Driver } from './harness/driver';
import { launch } from './harness/launch';
import { type Server, serve } from './harness/server';
import { ARTICLE, page as pageOf } from './support';

let server: Server;
let driver: Driver;
before(async () => {
  server = await serve();
  driver = await launch('chromium');
});
after(async () => {
  await driver.close();
  await server.close();
});

/** Scrolls so many steps of so many pixels, each in a frame of its own. */
async function scroll(page: Page, steps: number, by: number): Promise<void> {
  const settle = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await settle();
  for (let i = 0; i < steps; i++) {
    await page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), by);
    await settle();
  }
}

test('scrolling with labels costs no layout and no style that scrolling without them does not', async () => {
  const cost = async (page: Page): Promise<{ layouts: number; styles: number }> => {
    await scroll(page, 0, 0);
    const before = await page.metrics();
    await scroll(page, 10, 20);
    const after = await page.metrics();
    return {
      layouts: (after.LayoutCount ?? 0) - (before.LayoutCount ?? 0),
      styles: (after.RecalcStyleCount ?? 0) - (before.RecalcStyleCount ?? 0),
    };
  };
  const url = server.html(ARTICLE.replace('</article>', `${'<p>It rained.</p>'.repeat(60)}</article>`));
  const bare = await driver.open(url);
  const without = await cost(bare);
  await bare.close();
  const page = await labelled(driver, url);
  assert.deepEqual(await cost(page), without);
  await page.close();
});

/** The part of an entry of a trace that is used here. */
interface Entry {
  readonly name: string;
  readonly args?: {
    readonly beginData?: { readonly dirtyObjects?: number; readonly totalObjects?: number };
    readonly elementCount?: number;
  };
}

test('labels that come as the page is scrolled cost a layout of themselves, and none of the page', async (test) => {
  const voices = ['Ann Lee', 'Tom Ash', 'Eve Moss', 'Ian Hart'];
  const story = Array.from(
    { length: 200 },
    (_, i) => `<p>“It was day ${i},” said ${voices[i % 4]} at the harbour.</p>`,
  );
  const page = await labelled(driver, server.html(pageOf('A long story', story.join(''))));
  const first = (await labelsOf(driver, page))[0];
  await scroll(page, 0, 0);
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await scroll(page, 30, 300);
  const trace = await page.tracing.stop();
  assert.notEqual((await labelsOf(driver, page))[0]?.box.top, first?.box.top, 'labels came');
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? []).toString()) as { traceEvents: Entry[] };
  const layouts = traceEvents.filter(({ name, args }) => name === 'Layout' && args?.beginData);
  const dirty = layouts.map(({ args }) => args?.beginData?.dirtyObjects ?? 0);
  const total = Math.max(...layouts.map(({ args }) => args?.beginData?.totalObjects ?? 0));
  const styled = traceEvents.map(({ args }) => args?.elementCount ?? 0).filter((count) => count > 0);
  test.diagnostic(`layouts of ${dirty.join(', ')} objects of ${total}; styles of ${styled.join(', ')} elements`);
  await page.close();
  assert.ok(layouts.length > 0, 'labels are laid out');
  // A label is three objects of layout and two of style; the 200 paragraphs of the page are left as they are.
  assert.ok(Math.max(...dirty) < 100, `a layout of ${Math.max(...dirty)} objects`);
  assert.ok(Math.max(...styled) < 100, `a style of ${Math.max(...styled)} elements`);
});
