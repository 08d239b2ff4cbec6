/** axe-core on everything of ours that a reader sees. A further page of the extension is one line more. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { STYLE } from '../../extension/content/overlay-style';
import { axe } from './harness/axe';
import { type Driver, expression, until } from './harness/driver';
import { waitForMarks } from './harness/marks';
import { inBoth, page as pageOf, type Setting, tabOf } from './support';

/** A quote, a claim that is denied, and an answer to it. */
const STORY = pageOf(
  'A town argues about its bridge',
  `<p>“The bridge is safe for everybody,” said the mayor, Ann Lee, on Monday. Lee said the money was there.</p>
   <p>Tom Ash, a builder, said that the council knew of the cracks. The council denied that it had been warned.</p>`,
);

/** The extension's pages, each with what is to be there before it is looked at. `TAB` is a tab with marks. */
const PAGES: Readonly<Record<string, string>> = {
  'options.html': '#palette input',
  'welcome.html': '#kinds dd',
  'popup.html?tab=TAB': '#voices button',
  'panel.html?tab=TAB': '#list .mark',
};

async function marked({ driver, server }: Setting) {
  const page = await driver.open(server.html(STORY));
  await driver.click(page);
  await waitForMarks(page);
  return page;
}

const cardMarkup = (driver: Driver, page: Awaited<ReturnType<typeof marked>>): Promise<string | null> =>
  driver.overlay(page, (root) => root.querySelector('.card')?.outerHTML ?? null);

for (const media of [undefined, 'dark'] as const) {
  inBoth(`accessibility, ${media ?? 'light'}`, media ? { media } : {}, (setting) => {
    for (const [name, there] of Object.entries(PAGES)) {
      it(`${name.split('?')[0]} has no violation`, async () => {
        const { driver } = setting();
        const story = name.includes('TAB') ? await marked(setting()) : null;
        const tab = story && (await tabOf(setting(), story));
        assert.ok(!story || tab !== null, 'the tab with the story');
        const address = name.replace('TAB', String(tab));
        const ours = await driver.extensionPage(address);
        await until(() => ours.run((selector) => document.querySelector(selector) !== null, there), { what: there });
        assert.equal(await ours.run(() => matchMedia('(prefers-color-scheme: dark)').matches), media === 'dark');
        assert.deepEqual(await ours.run(axe), []);
        await ours.close();
        await story?.close();
      });
    }
  });
}

inBoth('accessibility', {}, (setting) => {
  // axe cannot look into a closed shadow tree: the card's markup under its own sheet is looked at in the open.
  for (const theme of ['light', 'dark']) {
    it(`the card has no violation, ${theme}`, async () => {
      const { driver, server } = setting();
      const story = await marked(setting());
      const words = await story.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelectorAll('article p')[0]?.firstChild as Text);
        const { left, top, height } = range.getClientRects()[0] as DOMRect;
        return { x: left + 60, y: top + height / 2 };
      });
      await story.mouse.click(words.x, words.y);
      const card = await until(() => cardMarkup(driver, story), { what: 'the card' });
      assert.match(card, /blockquote/);
      const shown = card.replace(/ popover="manual"/, '').replace(/class="card (light|dark)"/, `class="card ${theme}"`);
      assert.match(shown, new RegExp(`class="card ${theme}"`));
      const alone = await driver.open(
        server.html(`<!doctype html><html lang="en"><title>The card</title><style>${STYLE}</style>
          <body><main><h1>The card</h1>${shown}</main></body></html>`),
      );
      assert.deepEqual(JSON.parse((await alone.evaluate(expression(axe, []))) as string), []);
      await alone.close();
      await story.close();
    });
  }
});
