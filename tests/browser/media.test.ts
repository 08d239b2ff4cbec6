/** What a reader asks of all pages is heeded: colours of their own, more contrast, less motion. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { labelled } from './boxes';
import { type Closable, type Media, until } from './harness/driver';
import { ARTICLE, askReader, inBoth, type Setting, tabOf } from './support';

const QUERIES: Readonly<Record<Exclude<Media, 'dark'>, string>> = {
  'forced-colors': '(forced-colors: active)',
  'more-contrast': '(prefers-contrast: more)',
  'reduced-motion': '(prefers-reduced-motion: reduce)',
};

/** An article with marks, labels and an open card. */
async function withCard(setting: Setting): Promise<Page> {
  const { driver, server } = setting;
  const page = await labelled(driver, server.html(ARTICLE));
  await askReader(setting, page, { kind: 'step', by: 1 });
  await page.bringToFront();
  await until(() => driver.overlay(page, (root) => root.querySelector('.card') !== null), { what: 'the card' });
  return page;
}

/** One of our pages, once it has what it is to show. */
async function ours({ driver }: Setting, name: string, there: string): Promise<Closable> {
  const page = await driver.extensionPage(name);
  await until(() => page.run((there) => document.querySelector(there) !== null, there), { what: there });
  return page;
}

/** No ground, whatever colour is not seen of it. */
const clear = (colour: string | undefined): boolean => /, 0\)$|^transparent$/.test(colour ?? '');

/** Computed style of an element of one of our pages. */
const styleOf = (page: Closable, selector: string, ...names: string[]): Promise<string[]> =>
  page.run(
    (selector, names) => {
      const style = getComputedStyle(document.querySelector(selector) as Element);
      return names.map((name) => style.getPropertyValue(name));
    },
    selector,
    names,
  );

/** Computed style of the first such element in the overlay. */
const overlayStyle = async ({ driver }: Setting, page: Page, selector: string, ...names: string[]): Promise<string[]> =>
  (await driver.overlay(
    page,
    (root, selector, names) => {
      const style = getComputedStyle(root.querySelector(selector) as Element);
      return names.map((name) => style.getPropertyValue(name));
    },
    selector,
    names,
  )) ?? [];

const matches = async (setting: Setting, page: Page, media: keyof typeof QUERIES): Promise<void> => {
  assert.ok(await page.evaluate((query) => matchMedia(query).matches, QUERIES[media]), `the page sees ${media}`);
  assert.ok(await setting.inside.run((query) => matchMedia(query).matches, QUERIES[media]), `and our pages do`);
};

inBoth('forced colours', { media: 'forced-colors' }, (setting) => {
  it('leave marks by their lines, frame labels and card, and show what is chosen', async () => {
    const page = await withCard(setting());
    await matches(setting(), page, 'forced-colors');
    const mark = await page.evaluate(() => {
      const style = getComputedStyle(document.body, '::highlight(sayso-warm-fill-direct-light)');
      return [
        style.backgroundColor,
        style.textDecorationLine,
        style.textDecorationStyle,
        style.textDecorationThickness,
      ];
    });
    assert.deepEqual([clear(mark[0]), ...mark.slice(1)], [true, 'underline', 'solid', '2px'], mark[0]);
    assert.deepEqual(await overlayStyle(setting(), page, '.label', 'border-top-width', 'border-top-style', 'opacity'), [
      '1px',
      'solid',
      '1',
    ]);
    assert.deepEqual(await overlayStyle(setting(), page, '.card', 'border-top-width'), ['2px']);
    const sample = await overlayStyle(setting(), page, '.card .kind', 'background-color', 'text-decoration-line');
    assert.deepEqual([clear(sample[0]), sample[1]], [true, 'underline'], sample[0]);
    const tab = await tabOf(setting(), page);
    const popup = await ours(setting(), `popup.html?tab=${tab}`, '#voices .voice');
    assert.deepEqual(await styleOf(popup, '.switch input', 'appearance'), ['auto']);
    assert.deepEqual(await styleOf(popup, '.voice .bar', 'border-top-style'), ['solid']);
    await until(async () => (await styleOf(popup, '.choice input:checked + span', 'outline-style'))[0] === 'solid', {
      what: 'the site’s choice to be seen',
    });
    await popup.close();
    const panel = await ours(setting(), `panel.html?tab=${tab}`, '.mark[aria-current]');
    assert.deepEqual(await styleOf(panel, '.mark[aria-current]', 'outline-style', 'outline-width'), ['solid', '2px']);
    await panel.close();
    const options = await ours(setting(), 'options.html', '#palette .kind');
    const [ground, line] = await styleOf(options, '#palette .kind', 'background-color', 'text-decoration-line');
    assert.deepEqual([clear(ground), line], [true, 'underline'], ground);
    await options.close();
    await page.close();
  });
});

inBoth('more contrast', { media: 'more-contrast' }, (setting) => {
  it('gives all text the full ink, and labels a ground', async () => {
    const page = await withCard(setting());
    await matches(setting(), page, 'more-contrast');
    const [opacity, ground] = await overlayStyle(setting(), page, '.label', 'opacity', 'background-color');
    assert.equal(opacity, '1');
    assert.notEqual(ground, 'rgba(0, 0, 0, 0)');
    const [ink] = await overlayStyle(setting(), page, '.card', 'color');
    for (const soft of ['.card .role', '.card .what']) {
      assert.deepEqual(await overlayStyle(setting(), page, soft, 'color'), [ink], soft);
    }
    const tab = await tabOf(setting(), page);
    for (const [name, soft] of [
      [`popup.html?tab=${tab}`, '.voice .share'],
      [`panel.html?tab=${tab}`, '.mark .hint'],
      ['options.html', '.hint'],
      ['welcome.html', '.hint'],
    ] as const) {
      const shown = await ours(setting(), name, soft);
      assert.deepEqual(await styleOf(shown, soft, 'color'), await styleOf(shown, 'body', 'color'), name);
      await shown.close();
    }
    await page.close();
  });
});

inBoth('less motion', { media: 'reduced-motion' }, (setting) => {
  it('has nothing of ours move, and a line of progress that stands still', async () => {
    const { driver } = setting();
    const page = await withCard(setting());
    await matches(setting(), page, 'reduced-motion');
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    assert.equal(await driver.overlay(page, (root) => root.getAnimations().length), 0);
    for (const name of ['popup.html', 'panel.html']) {
      const shown = await ours(setting(), `${name}?tab=${await tabOf(setting(), page)}`, '#progress');
      const line = await shown.run(() => {
        const progress = document.querySelector('#progress') as HTMLElement;
        progress.hidden = false;
        const { visibility, appearance, backgroundImage } = getComputedStyle(progress);
        const { width, height } = progress.getBoundingClientRect();
        return { visibility, appearance, ground: /gradient/.test(backgroundImage), seen: width > 100 && height >= 4 };
      });
      assert.deepEqual(line, { visibility: 'visible', appearance: 'none', ground: true, seen: true }, name);
      assert.equal(await shown.run(() => document.getAnimations().length), 0, name);
      await shown.close();
    }
    await page.close();
  });
});
