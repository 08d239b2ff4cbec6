/** Takes the pictures that the README shows, of our own sample article in Chromium: node screens.mjs */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { OWN_PAGES } from '../../tests/browser/harness/corpus';
import { type Closable, type Media, sleep, until } from '../../tests/browser/harness/driver';
import { launch } from '../../tests/browser/harness/launch';
import { waitForMarks } from '../../tests/browser/harness/marks';
import { serve } from '../../tests/browser/harness/server';
import { askReader, type Setting, tabOf } from '../../tests/browser/support';

const SAMPLE = { id: 'harbour-deal', file: path.join(OWN_PAGES, 'harbour-deal.html') };
/** The mark whose card is shown: a claim that somebody disputes. */
const CLAIM = /will spend \$40 million/;
const OUT = 'docs/screens';

const save = (name: string, png: Uint8Array): void => {
  writeFileSync(path.join(OUT, `${name}.png`), png);
  console.log(`${OUT}/${name}.png, ${Math.round(png.length / 1000)} KB`);
};

/** The sample in a window of this size, with marks and labels, in a browser whose reader asked for this. */
async function sample(
  media: Media | null,
  width: number,
  height: number,
  pictures: (setting: Setting, page: Page) => Promise<void>,
): Promise<void> {
  const server = await serve();
  const driver = await launch('chromium', media ? { media } : {});
  try {
    const setting = { driver, server, inside: await driver.extensionPage('options.html') };
    const page = await driver.open(server.url(SAMPLE));
    await page.setViewport({ width, height });
    await driver.click(page);
    await waitForMarks(page);
    const labels = () => driver.overlay(page, (root) => root.querySelectorAll('.label').length > 0);
    await until(labels, { what: 'labels' });
    await pictures(setting, page);
  } finally {
    await driver.close();
    await server.close();
  }
}

/** Clicks on the words of the claim, so that its card opens. */
async function openCard(setting: Setting, page: Page): Promise<void> {
  const marks = (await askReader(setting, page))?.marks ?? [];
  const mark = marks.find(({ text, category }) => category === 'contested' && CLAIM.test(text))?.id;
  if (mark === undefined) throw new Error('the claim is not marked');
  await askReader(setting, page, { kind: 'show', mark });
  await page.bringToFront();
  // As if by mouse: no ring of focus.
  await setting.driver.overlay(page, (root) => root.querySelector<HTMLElement>('.card')?.blur());
  await sleep(300);
}

/** One of our pages beside the sample, as high as its content. */
async function beside(setting: Setting, page: Page, name: string, there: string, width: number): Promise<void> {
  const ours: Closable = await setting.driver.extensionPage(`${name}.html?tab=${await tabOf(setting, page)}`);
  await ours.resize(width, 600);
  await until(() => ours.run((there) => document.querySelector(there) !== null, there), { what: there });
  const height = await ours.run(() => Math.ceil(document.body.getBoundingClientRect().height));
  await ours.resize(width, Math.min(height, 860));
  await sleep(300);
  save(name, await ours.picture());
  await ours.close();
}

mkdirSync(OUT, { recursive: true });
await sample(null, 1280, 860, async (setting, page) => {
  save('article', await page.screenshot());
  await page.setViewport({ width: 1280, height: 1000 });
  await openCard(setting, page);
  const clip = { x: 90, y: 320, width: 920, height: 600 };
  save('card', await page.screenshot({ clip, captureBeyondViewport: false }));
  await beside(setting, page, 'popup', '#voices .voice', 340);
  await beside(setting, page, 'panel', '#list .mark', 360);
});
await sample('dark', 1280, 860, async (_, page) => save('dark', await page.screenshot()));
await sample(null, 390, 780, async (setting, page) => {
  await openCard(setting, page);
  save('narrow', await page.screenshot());
});
