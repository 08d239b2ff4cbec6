/** Where the card opens: in the window at every size, at every edge, and never over the words that it is about. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Box, covers } from './boxes';
import { type Driver, until } from './harness/driver';
import { waitForMarks } from './harness/marks';
import { inBoth, linesOf, page as pageOf, type Setting } from './support';

const LONG = 'The road along the bank was closed and nobody in the town knew for how long it would be. ';
/** Words at the left edge, at the right edge, and more of them than a window holds. */
const LEFT = 'The bridge is safe for everybody';
const RIGHT = 'Nobody asked the builders at all';
const STORY = pageOf(
  'A town argues about its bridge',
  `<p>“${LEFT},” said the mayor, Ann Lee, on Monday.</p>
   <p class="right">Tom Ash, a builder, said on Monday: “${RIGHT}.”</p>
   <p class="long">“${LONG.repeat(10).trim().replace(/\.$/, ',')}” said Eve Moss.</p>`,
);
const WIDE =
  '<style>body { max-width: none; margin: 0 } .right { text-align: right } .long { font-size: max(40px, 10vmin) }</style></head>';
const TALL = '<style>nav, footer { height: 100vh } article { margin: 0 }</style></head>';

/** Width, height and scale: the last three are the first three at 200 %. */
const WINDOWS = [
  [1600, 900, 1],
  [900, 700, 1],
  [360, 640, 1],
  [800, 450, 2],
  [450, 350, 2],
  [180, 320, 2],
] as const;

interface Card {
  readonly quote: string;
  readonly box: Box;
  readonly footer: Box;
  /** Whether something in it is to be scrolled to. */
  readonly scrolls: boolean;
}

const cardOf = (driver: Driver, page: Page): Promise<Card | null> =>
  driver.overlay(page, (root) => {
    const box = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom });
    const card = root.querySelector('.card');
    const [quote, footer] = [card?.querySelector('blockquote'), card?.querySelector('footer')];
    if (!card || !quote || !footer) return null;
    return {
      quote: quote.textContent ?? '',
      box: box(card.getBoundingClientRect()),
      footer: box(footer.getBoundingClientRect()),
      scrolls: [card, quote].some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight),
    };
  });

async function marked({ driver, server }: Setting, css: string): Promise<Page> {
  const page = await driver.open(server.html(STORY.replace('</head>', css)));
  await driver.click(page);
  await waitForMarks(page);
  return page;
}

/** Clicks on the words, on a line of them that can be seen. */
async function clickOn({ driver }: Setting, page: Page, words: string): Promise<Card> {
  await page.keyboard.press('Escape');
  await until(async () => (await cardOf(driver, page)) === null, { what: 'the card before to close' });
  const height = await page.evaluate(() => innerHeight);
  const line = (await linesOf(page, words)).find(({ top, bottom }) => top >= -1 && bottom <= height + 1);
  assert.ok(line, `“${words}” is in the window`);
  await page.mouse.click((line.left + line.right) / 2, (line.top + line.bottom) / 2);
  const shown = async () => {
    const card = await cardOf(driver, page);
    return card?.quote.includes(words) ? card : null;
  };
  return until(shown, { what: `the card of “${words}”` });
}

/** What is wrong with the place of the open card. */
async function faults({ driver }: Setting, page: Page, words: string, mayCover = false): Promise<string[]> {
  const card = await cardOf(driver, page);
  if (!card) return ['there is no card'];
  const { box, footer } = card;
  const { clientWidth: width, clientHeight: height } = await page.evaluate(() => {
    const { clientWidth, clientHeight } = document.documentElement;
    return { clientWidth, clientHeight };
  });
  const out = box.left < 0 || box.top < 0 || box.right > width + 0.5 || box.bottom > height + 0.5;
  const cut = footer.top < box.top || footer.bottom > box.bottom;
  const over = (await linesOf(page, words)).some((line) => covers(line, box));
  return [
    out ? `it leaves the window: ${JSON.stringify(box)}` : '',
    cut ? 'its buttons are out of sight' : '',
    over && !mayCover ? `it is over the words: ${JSON.stringify(box)}` : '',
  ].filter(Boolean);
}

/** Scrolls the words to an edge of the window, or to its middle. */
const bring = async (page: Page, words: string, edge: 'top' | 'middle' | 'bottom'): Promise<void> => {
  const lines = await linesOf(page, words);
  const [top, bottom] = [lines[0]?.top ?? 0, lines.at(-1)?.bottom ?? 0];
  await page.evaluate(
    (top, bottom, edge) => {
      const by = { top: top - 1, middle: (top + bottom - innerHeight) / 2, bottom: bottom + 1 - innerHeight }[edge];
      scrollBy({ top: by, behavior: 'instant' });
    },
    top,
    bottom,
    edge,
  );
};

inBoth('the place of the card', {}, (setting) => {
  for (const [width, height, scale] of WINDOWS) {
    it(`is in the window and beside the words, at each edge (${width} × ${height}, ${scale * 100} %)`, async () => {
      const page = await marked(setting(), TALL + WIDE);
      await page.setViewport({ width, height, deviceScaleFactor: scale });
      for (const words of [LEFT, RIGHT]) {
        for (const edge of ['top', 'middle', 'bottom'] as const) {
          await bring(page, words, edge);
          await clickOn(setting(), page, words);
          assert.deepEqual(await faults(setting(), page, words), [], `“${words}” at the ${edge}`);
        }
      }
      await page.close();
    });

    it(`is in the window for words that fill it (${width} × ${height}, ${scale * 100} %)`, async () => {
      const page = await marked(setting(), TALL + WIDE);
      await page.setViewport({ width, height, deviceScaleFactor: scale });
      await bring(page, LONG, 'top');
      const card = await clickOn(setting(), page, LONG.trim());
      assert.ok(card.scrolls, 'the whole quote can be scrolled to');
      assert.deepEqual(await faults(setting(), page, LONG.trim(), true), []);
      await page.close();
    });
  }

  it('is above words at the end of a page that cannot be scrolled further', async () => {
    const { driver, server } = setting();
    const last = pageOf('A town argues', `<p>${LONG.repeat(10)}</p>`).replace(
      /<\/article>.*<\/footer>/s,
      `<p style="margin: 0">“${LEFT},” said the mayor, Ann Lee.</p></article><style>body { margin: 0 }</style>`,
    );
    const page = await driver.open(server.html(last));
    await page.setViewport({ width: 360, height: 640 });
    await driver.click(page);
    await waitForMarks(page);
    await page.evaluate(() => scrollTo(0, 1e6));
    await clickOn(setting(), page, LEFT);
    assert.deepEqual(await faults(setting(), page, LEFT), []);
    await page.close();
  });

  it('is beside the words in a window with scroll bars on both sides', async () => {
    const wide = '<style>nav { width: 3000px }</style></head>';
    const page = await marked(setting(), TALL + wide);
    for (const [width, height] of [
      [360, 640],
      [900, 400],
    ] as const) {
      await page.setViewport({ width, height });
      for (const edge of ['middle', 'bottom'] as const) {
        await bring(page, LEFT, edge);
        if (edge === 'bottom') await page.evaluate(() => scrollBy({ top: 16, behavior: 'instant' }));
        await clickOn(setting(), page, LEFT);
        assert.deepEqual(await faults(setting(), page, LEFT), [], `at the ${edge}`);
      }
    }
    await page.close();
  });

  it('does not move the page under the mouse', async () => {
    const page = await marked(setting(), TALL + WIDE);
    for (const edge of ['top', 'bottom'] as const) {
      await bring(page, LEFT, edge);
      const before = await page.evaluate(() => scrollY);
      await clickOn(setting(), page, LEFT);
      assert.equal(await page.evaluate(() => scrollY), before, edge);
    }
    await page.close();
  });

  it('follows the words when the window takes another size or something above them does', async () => {
    const page = await marked(setting(), WIDE);
    await page.setViewport({ width: 1600, height: 900 });
    await clickOn(setting(), page, RIGHT);
    const settles = async (what: string): Promise<void> => {
      let found: string[] = [];
      const fine = async (): Promise<boolean> => {
        found = await faults(setting(), page, RIGHT);
        return found.length === 0;
      };
      await until(fine, { what: () => `a card ${what}: ${found.join('; ')}` });
    };
    for (const [width, height] of [
      [900, 700],
      [900, 330],
      [360, 640],
      [1600, 900],
    ] as const) {
      await page.setViewport({ width, height });
      await settles(`at ${width} × ${height}`);
    }
    await page.evaluate(() => {
      const advert = document.createElement('aside');
      advert.style.height = '100px';
      document.body.prepend(advert);
    });
    await settles('with something above');
    await page.close();
  });

  it('goes along with a container that scrolls by itself', async () => {
    const { driver } = setting();
    const inner =
      '<style>html, body { height: 100%; margin: 0; overflow: hidden } body { max-width: none }' +
      ' article { height: 100%; overflow: auto } h1 { padding-top: 300px } .long { padding-bottom: 100vh }</style></head>';
    const page = await marked(setting(), inner);
    const before = await clickOn(setting(), page, LEFT);
    const place = async (): Promise<number> => {
      const [line] = await linesOf(page, LEFT);
      return ((await cardOf(driver, page))?.box.top ?? 0) - (line?.top ?? 0);
    };
    const beside = await place();
    await page.evaluate(() => document.querySelector('article')?.scrollBy({ top: 120, behavior: 'instant' }));
    const gone = async () => Math.abs(((await cardOf(driver, page))?.box.top ?? 0) - before.box.top + 120) < 2;
    await until(gone, { what: 'the card to go along' });
    assert.ok(Math.abs((await place()) - beside) < 2);
    await page.close();
  });

  it('has all of its buttons in one row', async () => {
    const { driver } = setting();
    const page = await marked(setting(), WIDE);
    await clickOn(setting(), page, LEFT);
    const rows = await driver.overlay(page, (root) => [
      ...new Set([...root.querySelectorAll('.card footer .tool')].map((tool) => tool.getBoundingClientRect().bottom)),
    ]);
    assert.equal(rows?.length, 1, `rows at ${rows}`);
    await page.close();
  });

  it('does not cover the words when it grows', async () => {
    const { driver, server } = setting();
    const more = Array.from({ length: 6 }, (_, i) => `<p>“That was reason ${i},” Lee said.</p>`).join('');
    const story = STORY.replace('<p class="right">', `${more}<p class="right">`).replace('</head>', TALL);
    const page = await driver.open(server.html(story));
    await driver.click(page);
    await waitForMarks(page);
    await bring(page, LEFT, 'bottom');
    const before = await clickOn(setting(), page, LEFT);
    await driver.overlay(page, (root) => root.querySelector<HTMLElement>('.card summary')?.click());
    const grown = async () => {
      const box = (await cardOf(driver, page))?.box;
      return box && box.bottom - box.top > before.box.bottom - before.box.top + 20;
    };
    await until(grown, { what: 'the card to grow' });
    assert.deepEqual(await faults(setting(), page, LEFT), []);
    await page.close();
  });
});
