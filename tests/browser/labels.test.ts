/** The names beside the marks: they cover no text, make no page wider or longer, and go with the window. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Box, covers, labelled, labelsOf, textLines, wellPlaced } from './boxes';
import { OWN_PAGES, pagesIn } from './harness/corpus';
import { until } from './harness/driver';
import { waitForMarks } from './harness/marks';
import { ARTICLE, inBoth, linesOf, page as pageOf } from './support';

const size = (page: Page): Promise<number[]> =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);

inBoth('the labels', {}, (setting) => {
  for (const id of ['harbour-deal', 'peace-push', 'water']) {
    it(`cover no text of ${id} at any width, and do not stretch it`, async () => {
      const { driver, server } = setting();
      const saved = pagesIn(OWN_PAGES).find((page) => page.id === id);
      assert.ok(saved);
      const page = await driver.open(server.url(saved, 'strict'));
      const bare = new Map<number, number[]>();
      const widths = [1600, 900, 400];
      for (const width of widths) {
        await page.setViewport({ width, height: 900 });
        bare.set(width, await size(page));
      }
      await driver.click(page);
      await waitForMarks(page);
      for (const width of widths) {
        await page.setViewport({ width, height: 900 });
        // Until they are placed anew, those of the width before might reach below the end of the page.
        await wellPlaced(driver, page, `at a width of ${width}`, async () => {
          const [now, before] = [await size(page), bare.get(width)];
          const none = width === 1600 && (await labelsOf(driver, page)).length < 3;
          return [
            none ? 'they are missing' : '',
            String(now) === String(before) ? '' : `the page is ${now}, without labels ${before}`,
          ].filter(Boolean);
        });
      }
      await page.close();
    });
  }
});

/** The first line of these words. */
const lineOf = async (page: Page, words: string): Promise<Box> => (await linesOf(page, words))[0] as Box;

inBoth('the labels', {}, (setting) => {
  it('stretch the page in no frame while the window grows', async () => {
    const { driver, server } = setting();
    const saved = pagesIn(OWN_PAGES).find((page) => page.id === 'peace-push');
    assert.ok(saved);
    const page = await driver.open(server.url(saved));
    await page.setViewport({ width: 1300, height: 900 });
    const [width, height] = await size(page);
    await page.setViewport({ width: 360, height: 900 });
    await driver.click(page);
    await waitForMarks(page);
    // What every frame of a new size has shown, looked at when the next one begins. The first look, which is at
    // the old size, is waited for: in the frame of the change itself it would come before layout.
    await page.evaluate(
      () =>
        new Promise<void>((begun) => {
          const sizes: number[][] = [];
          (window as unknown as { sizes: number[][] }).sizes = sizes;
          new ResizeObserver(() =>
            requestAnimationFrame(() => {
              sizes.push([document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
              begun();
            }),
          ).observe(document.documentElement);
        }),
    );
    await page.setViewport({ width: 1300, height: 900 });
    const frames = (): Promise<number[][]> =>
      page.evaluate(() => (window as unknown as { sizes: number[][] }).sizes.filter(([w]) => (w ?? 0) >= 1200));
    await until(async () => (await frames()).length > 0, { what: 'a frame of the new size' });
    for (const frame of await frames()) assert.deepEqual(frame, [width, height]);
    await page.close();
  });

  it('are in no copy of the text, in no search on the page, and not in print', async () => {
    const { driver, server } = setting();
    const page = await labelled(driver, server.html(ARTICLE));
    // “Ash” is once in the story, and in a label.
    const found = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.documentElement);
      const copied = getSelection()?.toString() ?? '';
      getSelection()?.collapse(document.body, 0);
      const find = (window as unknown as { find(text: string): boolean }).find;
      let hits = 0;
      while (hits < 9 && find.call(window, 'Tom Ash')) hits++;
      return { copied: copied.split('Tom Ash').length - 1, hits };
    });
    assert.deepEqual(found, { copied: 1, hits: 1 });
    if (driver.which === 'chromium') {
      await page.emulateMediaType('print');
      const heights = await driver.overlay(page, (root) =>
        [...root.querySelectorAll('.label')].map((label) => label.getBoundingClientRect().height),
      );
      assert.ok(heights?.every((height) => height === 0));
    }
    await page.close();
  });

  it('stand on the right of a page that is read from the right', async () => {
    const { driver, server } = setting();
    const page = await labelled(driver, server.html(ARTICLE.replace('<html', '<html dir="rtl"')));
    const [label] = await labelsOf(driver, page);
    const line = await lineOf(page, 'The bridge is safe');
    const [width, client] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.equal(width, client, 'nothing reaches out of the page');
    assert.ok(label && label.box.left >= line.right, `${JSON.stringify(label)} beside ${JSON.stringify(line)}`);
    await page.close();
  });

  it('go along with a container that scrolls by itself', async () => {
    const { driver, server } = setting();
    const rain = '<p>It rained all day, and the road along the bank was closed.</p>'.repeat(40);
    const story = ARTICLE.replace(
      '</head>',
      '<style>html, body { height: 100%; margin: 0 } body { max-width: none }' +
        ' main { height: 100%; overflow: auto } article { max-width: 36em; margin: 0 auto }</style></head>',
    )
      .replace('<article>', '<main><article>')
      .replace('</article>', `${rain}<p>“It ends here,” said Eve Moss.</p></article></main>`);
    const page = await labelled(driver, server.html(story));
    const beside = async (name: string, words: string): Promise<boolean> => {
      const line = await lineOf(page, words);
      const label = (await labelsOf(driver, page))?.find((label) => label.name === name);
      return label !== undefined && Math.abs(label.box.top + label.box.bottom - line.top - line.bottom) < 8;
    };
    await until(() => beside('Ann Lee', 'The bridge is safe'), { what: 'the first label beside its line' });
    await page.evaluate(() => document.querySelector('main')?.scrollBy(0, 60));
    await until(() => beside('Ann Lee', 'The bridge is safe'), { what: 'the first label to go along' });
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1e6));
    await until(() => beside('Eve Moss', 'It ends here'), { what: 'the last label beside its line' });
    await page.close();
  });

  it('are placed ahead of what can be seen of a container that scrolls by itself', async () => {
    const { driver, server } = setting();
    const rain = '<p>It rained all day, and the road along the bank was closed.</p>'.repeat(8);
    const inner =
      '<style>html, body { height: 100%; margin: 0 } body { max-width: none }' +
      ' main { height: 400px; overflow: auto } article { max-width: 36em; margin: 0 auto }</style></head>';
    const story = ARTICLE.replace('</head>', inner)
      .replace('<article>', '<main><article>')
      .replace('</article>', `${rain}<p>“It ends here,” said Eve Moss.</p>${rain.repeat(9)}</article></main>`);
    const page = await labelled(driver, server.html(story));
    const last = async () => (await labelsOf(driver, page)).find(({ name }) => name === 'Eve Moss');
    // Its words are below the lower edge of the container, and within the height of a container from there.
    const words = await lineOf(page, 'It ends here');
    const bottom = await page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().bottom ?? 0);
    const beyond = words.top - bottom;
    assert.ok(beyond > 0, `${beyond} below the edge`);
    await page.evaluate((by) => document.querySelector('main')?.scrollBy(0, by), Math.max(0, beyond - 200));
    await until(last, { what: 'the label that is not in sight yet' });
    assert.ok((await lineOf(page, 'It ends here')).top > bottom, 'its words are out of sight');
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1e6));
    await until(async () => (await last()) === undefined, { what: 'the label to go with its words' });
    await page.close();
  });

  it('stand on no word that is wider than its column', async () => {
    const { driver, server } = setting();
    const story = ARTICLE.replace('</head>', '<style>body { margin: 0 } article p { width: 1px }</style></head>');
    const page = await labelled(driver, server.html(story));
    const [placed, text] = [await labelsOf(driver, page), await textLines(page)];
    for (const { name, box } of placed) {
      const covered = text.find((line) => covers(box, line.box));
      assert.equal(covered, undefined, `${name} covers “${covered?.text}”`);
    }
    await page.close();
  });

  it('are in the document only near the window', async () => {
    const { driver, server } = setting();
    const voices = ['Ann Lee', 'Tom Ash', 'Eve Moss', 'Ian Hart'];
    const story = Array.from(
      { length: 200 },
      (_, i) => `<p>“It was day ${i},” said ${voices[i % 4]} at the harbour.</p>`,
    );
    const page = await labelled(driver, server.html(pageOf('A long story', story.join(''))));
    const count = async () => (await labelsOf(driver, page))?.length ?? 0;
    assert.ok((await count()) < 120, `${await count()} of 200`);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const height = await page.evaluate(() => innerHeight);
    const last = async () => (await labelsOf(driver, page))?.some(({ box }) => box.top > 0 && box.top < height);
    await until(last, { what: 'labels at the end' });
    assert.ok((await count()) < 120);
    await page.close();
  });
});
