/** The names stay at their words, and off all others, whatever moves the words: fonts, pictures, unfolded text, the window. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { labelFaults, labelled, labelsOf, standsAt, wellPlaced } from './boxes';
import { OWN_PAGES, pagesIn } from './harness/corpus';
import { until } from './harness/driver';
import { ARTICLE, inBoth, linesOf, type Setting } from './support';

/** Who says what in {@link ARTICLE}. */
const VOICES = { 'Ann Lee': 'The bridge is safe', 'Tom Ash': 'Nobody asked', Lee: 'The money was' };

const styled = (css: string, before = ''): string =>
  ARTICLE.replace('</head>', `<style>${css}</style></head>`).replace('<nav>', `${before}<nav>`);

/** The voices whose label is missing, or not at their words. */
async function astray({ driver }: Setting, page: Page, voices: Record<string, string> = VOICES): Promise<string[]> {
  const shown = await labelsOf(driver, page);
  const faults: string[] = [];
  for (const [name, words] of Object.entries(voices)) {
    const [line] = await linesOf(page, words);
    const own = shown.filter((label) => label.name === name);
    if (!line || !own.some((label) => standsAt(label, line))) faults.push(`${name} is not at “${words}”`);
  }
  return faults;
}

const atTheirWords = (setting: Setting, page: Page, what: string, voices?: Record<string, string>): Promise<void> =>
  wellPlaced(setting.driver, page, what, () => astray(setting, page, voices));

/** The story may not grow: only a move tells of what happens above it, or in it. */
const FIXED = 'html, body { height: 100%; margin: 0 auto; overflow: auto }';

inBoth('the labels', {}, (setting) => {
  it('follow their words when a font comes late', async () => {
    const { driver, server } = setting();
    const css = 'article p { height: 6em; line-height: 1.5; overflow: hidden; font-family: Late, serif }';
    const story = styled(css).replace('“Nobody', 'It was late when the council came to the builders. “Nobody');
    const page = await labelled(driver, server.html(story));
    await atTheirWords(setting(), page, 'before');
    const before = await linesOf(page, 'Nobody asked');
    await page.evaluate(() => {
      const sheet = document.createElement('style');
      const fonts = ['DejaVu Sans', 'Liberation Sans', 'Noto Sans', 'Arial', 'Helvetica', 'Segoe UI'];
      const source = fonts.map((name) => `local("${name}")`).join();
      sheet.textContent = `@font-face { font-family: Late; src: ${source}; size-adjust: 180% }`;
      document.head.append(sheet);
    });
    const moved = async () => (await linesOf(page, 'Nobody asked'))[0]?.top !== before[0]?.top;
    await until(moved, { what: 'the words to move' });
    await atTheirWords(setting(), page, 'with the font');
    await page.close();
  });

  for (const [where, css] of [
    ['the page', ''],
    ['a page of fixed height', FIXED],
  ] as const) {
    it(`follow their words when a picture above comes late and pushes ${where} down`, async () => {
      const { driver, server } = setting();
      const page = await labelled(driver, server.html(styled(css, '<header><img alt=""></header>')));
      await atTheirWords(setting(), page, 'before');
      const before = await linesOf(page, 'Nobody asked');
      await page.evaluate(() => {
        const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="140"/>';
        const image = document.querySelector('img');
        if (image) image.src = `data:image/svg+xml,${encodeURIComponent(picture)}`;
      });
      const moved = async () => (await linesOf(page, 'Nobody asked'))[0]?.top !== before[0]?.top;
      await until(moved, { what: 'the words to move' });
      await atTheirWords(setting(), page, 'with the picture');
      await page.close();
    });

    it(`follow their words when something is put above and pushes ${where} down`, async () => {
      const { driver, server } = setting();
      const page = await labelled(driver, server.html(styled(css)));
      await atTheirWords(setting(), page, 'before');
      await page.evaluate(() => {
        const advert = document.createElement('aside');
        advert.style.height = '130px';
        document.body.prepend(advert);
      });
      await atTheirWords(setting(), page, 'below it');
      await page.close();
    });
  }

  it('follow their words when a paragraph unfolds', async () => {
    const { driver, server } = setting();
    const more = `<button>Show more</button><div id="more" style="display: none"><p>“It will cost a fortune,” said
      Eve Moss.</p></div><p>Not everyone`;
    const page = await labelled(driver, server.html(ARTICLE.replace('<p>Not everyone', more)));
    await atTheirWords(setting(), page, 'before');
    await page.evaluate(() => document.querySelector<HTMLElement>('#more')?.style.removeProperty('display'));
    await atTheirWords(setting(), page, 'with the paragraph', { ...VOICES, 'Eve Moss': 'It will cost' });
    await page.close();
  });

  for (const mode of ['auto', 'room'] as const) {
    it(`stand at their words at every size of the window (${mode})`, async () => {
      const { driver, server, inside } = setting();
      await inside.run(async (labels) => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        await api.storage.local.set({ settings: { labels } });
      }, mode);
      const saved = pagesIn(OWN_PAGES).find(({ id }) => id === 'harbour-deal');
      assert.ok(saved);
      const page = await labelled(driver, server.url(saved));
      const seen: Record<string, string> = {};
      for (const [width, height, scale] of [
        [1600, 900, 1],
        [900, 700, 1],
        [360, 640, 1],
        [800, 450, 2], // 1600 × 900 at 200 %
        [1600, 900, 1],
      ] as const) {
        await page.setViewport({ width, height, deviceScaleFactor: scale });
        await wellPlaced(driver, page, `at ${width} × ${height}`, async () => {
          const shown = await labelsOf(driver, page);
          const tabs = shown.filter(({ tab }) => tab).length;
          seen[width] = `${shown.length} labels, ${tabs} of them above a line`;
          // The second of two labels at one line may be in the margin.
          // Only those near the window are there: few where it is small.
          const enough = tabs > 3 && tabs > shown.length / 2;
          if (mode === 'room') return enough ? [] : [`${tabs} of ${shown.length} are between the lines`];
          return width === 1600 && shown.length < 8 ? ['some are missing'] : [];
        });
      }
      assert.deepEqual(await labelFaults(driver, page), [], JSON.stringify(seen));
      await page.close();
      await inside.run(async () => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        await api.storage.local.remove('settings');
      });
    });
  }
});
