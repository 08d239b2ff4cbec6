/** Our own pages in little room, and read from the right: nothing is cut off and nothing scrolls sideways. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { labelled, labelsOf } from './boxes';
import { type Closable, until } from './harness/driver';
import { inBoth, page as pageOf, type Setting, tabOf } from './support';

/** Names and words that need room. */
const STORY = pageOf(
  'A town argues about its bridge, its builders, its mayor and everything else that there is to argue about',
  `<p>“The bridge is safe for everybody,” said Ann-Charlotte Featherstonehaugh-Cholmondeley, the acting deputy
   chairwoman of the committee for bridges, on Monday.</p>
   <p>“Nobody asked the builders,” said Tom Ash, a builder. “We would have told them no.”</p>
   <p>Tom Ash said that the council knew of the cracks. The council denied that it had been warned.</p>`,
);

/** Our pages, each with what is to be there before it is looked at. `TAB` is a tab with marks. */
const PAGES: Readonly<Record<string, string>> = {
  'popup.html?tab=TAB': '#voices .voice',
  'panel.html?tab=TAB': '#list .mark',
  'options.html': '#palette input',
  'welcome.html': '#kinds dd',
};

/** Width, height and scale. A popup is 340 pixels wide wherever there is room, and browsers cut it at 600 or, at 200 %, 300. */
const WINDOWS = [
  [320, 568, 1],
  [360, 640, 1],
  [400, 300, 2],
  [800, 450, 2],
] as const;

async function ours(setting: Setting, name: string, there: string): Promise<{ shown: Closable; story: Page | null }> {
  const { driver, server } = setting;
  const story = name.includes('TAB') ? await labelled(driver, server.html(STORY)) : null;
  const shown = await driver.extensionPage(name.replace('TAB', String(story && (await tabOf(setting, story)))));
  await until(() => shown.run((there) => document.querySelector(there) !== null, there), { what: there });
  return { shown, story };
}

/** What does not fit: whatever reaches out of the window, and text that is cut without a sign. */
const faults = (shown: Closable): Promise<string[]> =>
  shown.run(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width) found.push(`${document.documentElement.scrollWidth} wide`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('sayso-overlay') || !element.checkVisibility({ opacityProperty: true })) continue;
      const { left, right, width: own } = element.getBoundingClientRect();
      const name = `${element.tagName} ${element.id || element.className}`;
      if (own > 0 && (left < -0.5 || right > width + 0.5)) found.push(`${name} is at ${left} to ${right}`);
      const { overflowX, textOverflow } = getComputedStyle(element);
      const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (cut && overflowX !== 'visible' && textOverflow !== 'ellipsis') found.push(`${name} is cut`);
    }
    return found;
  });

/** Waits until everything fits: the labels of the sample on the welcome page are placed once it is at rest. */
async function fits(shown: Closable, what: string): Promise<void> {
  let found: string[] = [];
  const fine = async (): Promise<boolean> => {
    found = await faults(shown);
    return found.length === 0;
  };
  await until(fine, { what: () => `the page to fit ${what}: ${found.join('; ')}`, timeout: 3_000 });
}

/** Controls that cannot be brought into sight. */
const hidden = (shown: Closable): Promise<string[]> =>
  shown.run(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, input:not([type=file])')];
    return controls.flatMap((control) => {
      // Radio buttons are drawn by their label.
      const seen = control.closest('label') ?? control;
      if (!seen.checkVisibility()) return [];
      seen.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = seen.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return at && (seen.contains(at) || at.contains(seen))
        ? []
        : [control.id || control.textContent || control.className];
    });
  });

inBoth('little room', {}, (setting) => {
  for (const [name, there] of Object.entries(PAGES)) {
    it(`is enough for ${name.split('?')[0]}`, async () => {
      const { shown, story } = await ours(setting(), name, there);
      for (const [width, height, scale] of WINDOWS) {
        await shown.resize(width, height, scale);
        await until(() => shown.run((width) => innerWidth === width, width), { what: 'the size' });
        await fits(shown, `${width} × ${height}`);
        assert.deepEqual(await hidden(shown), [], `${width} × ${height}`);
      }
      await shown.close();
      await story?.close();
    });
  }

  it('has every part of the popup begin at the same line', async () => {
    const { shown, story } = await ours(setting(), 'popup.html?tab=TAB', '#voices .voice');
    await until(() => shown.run(() => document.querySelector<HTMLElement>('#site')?.hidden === false), {
      what: 'the site',
    });
    const begins = await shown.run(() =>
      ['h1', 'h2', '#voices .name', '#keep button', '#site-name', '#site span', '#previous'].map((selector) =>
        Math.round(document.querySelector(selector)?.getBoundingClientRect().left ?? -1),
      ),
    );
    assert.equal(new Set(begins).size, 1, `${begins}`);
    await shown.close();
    await story?.close();
  });

  it('leaves the popup its own width', async () => {
    const { shown, story } = await ours(setting(), 'popup.html?tab=TAB', '#voices .voice');
    await shown.resize(800, 600);
    assert.equal(await shown.run(() => document.body.getBoundingClientRect().width), 340);
    await shown.close();
    await story?.close();
  });
});

inBoth('read from the right', {}, (setting) => {
  for (const [name, there] of Object.entries(PAGES)) {
    it(`${name.split('?')[0]} has everything in sight, on the other side`, async () => {
      const { shown, story } = await ours(setting(), name, there);
      await shown.resize(360, 640);
      // Where things begin, from the left and from the right.
      const begins = () =>
        shown.run(() => {
          const all = [...document.querySelectorAll('h1, .switch, .voice .name, .voice .bar, .mark, legend, dt, p')];
          const boxes = all.filter((element) => element.checkVisibility()).map((one) => one.getBoundingClientRect());
          const width = document.documentElement.clientWidth;
          return { left: boxes.map(({ left }) => left), right: boxes.map(({ right }) => width - right) };
        });
      const before = await begins();
      await shown.run(() => {
        document.documentElement.dir = 'rtl';
      });
      await fits(shown, 'the other way round');
      assert.deepEqual(await hidden(shown), []);
      const after = await begins();
      assert.ok(before.left.length > 3, `${before.left.length} things`);
      before.left.forEach((left, i) => {
        assert.ok(
          Math.abs((after.right[i] ?? -1) - left) < 1.5,
          `thing ${i}: ${left} from the left, ${after.right[i]}`,
        );
      });
      await shown.close();
      await story?.close();
    });
  }

  it('a page of another direction leaves the card its own, and the words theirs', async () => {
    const { driver, server } = setting();
    const page = await labelled(driver, server.html(STORY.replace('<html', '<html dir="rtl"')));
    await driver.overlay(page, (root) => root.querySelector<HTMLElement>('.label')?.focus());
    await page.keyboard.press('Enter');
    const card = () =>
      driver.overlay(page, (root) => {
        const card = root.querySelector<HTMLElement>('.card');
        const quote = card?.querySelector<HTMLElement>('blockquote');
        const close = card?.querySelector<HTMLElement>('header .tool');
        if (!card || !quote || !close) return null;
        return {
          dir: getComputedStyle(card).direction,
          quote: getComputedStyle(quote).direction,
          closeAtEnd: close.getBoundingClientRect().right > card.getBoundingClientRect().right - 40,
          cut: card.scrollWidth > card.clientWidth,
        };
      });
    const shown = await until(card, { what: 'the card' });
    assert.deepEqual(shown, { dir: 'ltr', quote: 'ltr', closeAtEnd: true, cut: false });
    const mirrored = await driver.overlay(page, (root) => {
      const card = root.querySelector<HTMLElement>('.card');
      const close = card?.querySelector<HTMLElement>('header .tool');
      if (!card || !close) return null;
      card.dir = 'rtl';
      const [box, tool] = [card.getBoundingClientRect(), close.getBoundingClientRect()];
      return { closeAtStart: tool.left < box.left + 40, cut: card.scrollWidth > card.clientWidth };
    });
    assert.deepEqual(mirrored, { closeAtStart: true, cut: false });
    assert.ok((await labelsOf(driver, page)).length > 0);
    await page.close();
  });
});
