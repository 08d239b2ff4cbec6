/** What goes wrong around a page: the reader is told, nothing is lost, the page goes on. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './harness/driver';
import { paintedMarks, waitForMarks } from './harness/marks';
import { ARTICLE, askReader, inBoth, linesOf, page as pageOf, type Setting, waitForStatus } from './support';

/** How many tabs are read at once; 50 are many for a machine that is busy. */
const TABS = Number(process.env.SAYSO_TABS ?? 8);

/** An article of at least so many characters, which begins with a quote of these words. */
const long = (title: string, words: string, length: number): string => {
  const paragraph = `<p>“${words},” said Ann Lee, a mayor. ${'The river rose again in the night. '.repeat(20)}</p>`;
  return pageOf(title, paragraph.repeat(Math.ceil(length / paragraph.length)));
};

inBoth('a page in trouble', {}, (setting) => {
  it('is marked although the background is stopped in the middle of its answer', async () => {
    const { driver, server, inside } = setting();
    const page = await driver.open(server.html(long('A very long day', 'We are still here', 450_000), 'strict'));
    // A page of ours hears what pages ask the background; the core needs a while for so long a text.
    await inside.run(() => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      api.runtime.onMessage.addListener((message) => {
        if (message.kind === 'annotate') document.title = 'asked';
      });
    });
    await driver.click(page);
    await until(() => inside.run(() => document.title === 'asked'), { what: 'the request', every: 5 });
    await driver.stopBackground();
    await waitForMarks(page, 30_000);
    await page.close();
  });

  it('is read as far as an article goes, and the reader is told', async (test) => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(long('Two million characters', 'It goes on', 2_100_000), 'strict'));
    const start = performance.now();
    await driver.click(page);
    await waitForMarks(page, 60_000);
    test.diagnostic(`marked after ${(performance.now() - start).toFixed()} ms`);
    assert.equal((await askReader(setting(), page))?.extent, 'first-part');
    await page.close();
  });

  it('says that there is no article where there is no text', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html('<!doctype html><title>Empty</title><body><img alt="">', 'strict'));
    await driver.click(page);
    await waitForStatus(setting(), page, 'no-article');
    await page.close();
  });

  it('is marked where it has 20,000 elements', async () => {
    const { driver, server } = setting();
    const rows = `<p><b>The</b> <i>river</i> <span>rose</span> in the night and nobody was surprised by it.</p>`;
    const page = await driver.open(server.html(ARTICLE.replace('</article>', `${rows.repeat(5_000)}</article>`)));
    await driver.click(page);
    await waitForMarks(page, 30_000);
    assert.equal((await paintedMarks(page)).length, 4);
    await page.close();
  });

  it('has its marks on the right words behind halves of characters', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(ARTICLE));
    await page.evaluate(() => {
      const text = document.querySelector('article p')?.firstChild as Text;
      text.data = `It rained \ud83d 😀 \udc00 on Sunday. ${text.data}`;
    });
    await driver.click(page);
    const [first] = await waitForMarks(page);
    assert.equal(first?.text, '“The bridge is safe for everybody,”');
    await page.close();
  });

  for (const style of ['direction:rtl', 'writing-mode:vertical-rl']) {
    it(`opens the card at a click on a mark under ${style}`, async () => {
      const { driver, server } = setting();
      const page = await driver.open(server.html(ARTICLE.replace('<article>', `<article style="${style}">`), 'strict'));
      await driver.click(page);
      await waitForMarks(page);
      const [line] = await linesOf(page, 'The bridge is safe');
      assert.ok(line);
      await page.mouse.click((line.left + line.right) / 2, (line.top + line.bottom) / 2);
      await until(() => driver.overlay(page, (root) => root.querySelector('.card') !== null), { what: 'the card' });
      await page.close();
    });
  }

  it(`is marked as one of ${TABS} that are read at once`, async () => {
    const { driver, server } = setting();
    const pages = [];
    for (let i = 0; i < TABS; i++) {
      pages.push(await driver.open(server.html(long(`Day ${i}`, `This is day ${i}`, 20_000), 'strict')));
    }
    for (const page of pages) await driver.click(page);
    for (const [i, page] of pages.entries()) {
      const [first] = await waitForMarks(page, 30_000);
      assert.equal(first?.text, `“This is day ${i},”`);
      await page.close();
    }
  });
});

inBoth('a browser that keeps nothing', { fullStorage: true }, (setting: () => Setting) => {
  it('marks pages, and says that “not this” holds on this page only', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(ARTICLE, 'strict'));
    await driver.click(page);
    const before = (await waitForMarks(page)).length;
    const [line] = await linesOf(page, 'The bridge is safe');
    assert.ok(line);
    await page.mouse.click(line.left + 20, (line.top + line.bottom) / 2);
    const dismiss = () =>
      driver.overlay(page, (root) => {
        const buttons = [...root.querySelectorAll<HTMLElement>('.card button')];
        const button = buttons.find(({ textContent }) => textContent === 'Not this');
        button?.click();
        return button !== undefined;
      });
    await until(dismiss, { what: 'the card' });
    const said = () => driver.overlay(page, (root) => root.querySelector('.notice')?.textContent ?? '');
    await until(async () => /on this page only/.test((await said()) ?? ''), { what: 'the notice' });
    assert.ok((await paintedMarks(page)).length < before, 'the mark is gone');
    await page.close();
  });
});
