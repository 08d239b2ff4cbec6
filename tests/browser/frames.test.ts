/** A page whose story is in a frame of its own site: the reader works there as in any page. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { until } from './harness/driver';
import { ARTICLE, askReader, inBoth, type Setting, waitForStatus } from './support';

const TITLE = 'A town argues about its bridge';
const around = (frame: string): string =>
  `<!doctype html><html lang="en"><title>${TITLE}</title><body style="margin:0">
   <nav><a href="#">Home</a></nav><iframe style="width:900px;height:700px;border:0" ${frame}></iframe></body></html>`;

const ESCAPED = ARTICLE.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const paintedIn = (frame: Frame | undefined): Promise<number> =>
  frame?.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)) ??
  Promise.resolve(0);

/** A frame that has just come leaves its first, empty document while it is asked. */
const waitForPaint = (page: Page, marks = 4): Promise<boolean> =>
  until(async () => (await paintedIn(page.frames()[1]).catch(() => 0)) === marks, { what: 'marks in the frame' });

async function open({ driver, server }: Setting, kind: string): Promise<Page> {
  const frame = kind === 'srcdoc' ? `srcdoc="${ESCAPED}"` : `src="${server.html(ARTICLE, 'strict')}"`;
  return driver.open(server.html(around(frame)));
}

inBoth('a story in a frame', {}, (setting) => {
  for (const kind of ['src', 'srcdoc']) {
    it(`is marked there, and popup and card know of it (${kind})`, async () => {
      const { driver } = setting();
      const page = await open(setting(), kind);
      await driver.click(page);
      await waitForPaint(page);
      const state = await waitForStatus(setting(), page, 'marked');
      assert.equal(state.host, '127.0.0.1');
      assert.deepEqual(state.counts, { direct: 3, mixed: 0, indirect: 0, contested: 0 });
      // The button opens the popup from now on, with what is in the frame.
      await driver.click(page);
      const popup = await driver.popup();
      assert.ok(popup, 'a popup');
      await until(() => popup.run(() => document.body.textContent?.includes('Ann Lee') ?? false), { what: 'Ann Lee' });
      await page.bringToFront();
      // A click on the words opens the card in the frame.
      const inside = page.frames()[1] as Frame;
      const shown = await inside.$('article p');
      const box = await shown?.boundingBox();
      assert.ok(box);
      await page.mouse.click(box.x + 40, box.y + 10);
      await until(async () => (await askReader(setting(), page))?.active !== null, { what: 'the card' });
      const { address } = await article(setting(), page);
      assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/made\//);
      // Off and on again, as a shortcut does it.
      await askReader(setting(), page, { kind: 'power', on: false });
      await until(async () => (await paintedIn(page.frames()[1])) === 0, { what: 'the marks to go' });
      await askReader(setting(), page, { kind: 'power', on: true });
      await waitForPaint(page);
      assert.equal(await paintedIn(page.mainFrame()), 0);
      assert.equal(await page.evaluate(() => document.querySelectorAll('sayso-overlay').length), 0);
      await page.close();
    });
  }

  it('is read when it comes after the click', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(around('')));
    await driver.click(page);
    await waitForStatus(setting(), page, 'no-article');
    await page.evaluate((url) => {
      const frame = document.querySelector('iframe');
      if (frame) frame.src = url;
    }, server.html(ARTICLE));
    await waitForPaint(page);
    await page.close();
  });

  it('is left alone where the page has a story of its own', async () => {
    const { driver, server } = setting();
    const frame = `<iframe style="width:900px;height:700px" src="${server.html(ARTICLE)}"></iframe>`;
    const page = await driver.open(server.html(ARTICLE.replace('</article>', `</article>${frame}`)));
    await driver.click(page);
    await until(async () => (await paintedIn(page.mainFrame())) === 4, { what: 'marks in the page' });
    assert.equal(await paintedIn(page.frames()[1]), 0);
    await page.close();
  });

  it('is out of reach in a frame of another site', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(around(`sandbox="" src="${server.html(ARTICLE)}"`)));
    await driver.click(page);
    await waitForStatus(setting(), page, 'no-article');
    await page.close();
  });
});

/** The article as it would be kept. */
async function article(setting: Setting, page: Page): Promise<{ address: string }> {
  const kept = (await askReader(setting, page, { kind: 'article' })) as unknown as { address: string } | null;
  assert.ok(kept);
  return kept;
}
