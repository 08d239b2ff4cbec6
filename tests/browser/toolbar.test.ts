/** The toolbar button: the first click marks the page, the next one opens the popup. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { OVERLAY, until } from './harness/driver';
import { paintedMarks, waitForMarks } from './harness/marks';
import type { Policy } from './harness/server';
import { ARTICLE, inBoth } from './support';

/** Text of the marks, in reading order. */
const QUOTES = [
  '“The bridge is safe for everybody,”',
  '“Nobody asked the builders,”',
  '“We would have told them no.”',
  '“The money was there all the time,”',
];

/** The page as the page itself is, without the one element that the extension adds. */
const serialized = (page: Page): Promise<string> =>
  page.evaluate((overlay) => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const element of copy.querySelectorAll(overlay)) element.remove();
    return copy.outerHTML;
  }, OVERLAY);

inBoth('the toolbar button', {}, (setting) => {
  for (const policy of ['none', 'strict', 'harsh'] as Policy[]) {
    it(`marks the quotes of an article, policy ${policy}`, async () => {
      const { driver, server } = setting();
      const page = await driver.open(server.html(ARTICLE, policy));
      const before = await serialized(page);
      await driver.click(page);
      const marks = await waitForMarks(page);
      assert.deepEqual(
        marks.map(({ text }) => text),
        QUOTES,
      );
      await until(() => driver.overlay(page, (root) => root.querySelectorAll('.label').length > 0), {
        what: 'labels',
      });
      assert.equal(await serialized(page), before, 'the page itself is as it was');
      await page.close();
    });
  }

  it('marks when the background was stopped', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(ARTICLE, 'strict'));
    await driver.stopBackground();
    await driver.click(page);
    assert.equal((await waitForMarks(page)).length, QUOTES.length);
    await page.close();
  });

  it('opens the popup at the second click, with counts and speakers', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(ARTICLE, 'strict'));
    await driver.click(page);
    await waitForMarks(page);
    await driver.click(page);
    const popup = await driver.popup();
    assert.ok(popup, 'a popup');
    const shown = await until(
      () =>
        popup.run(() => {
          const names = [...document.querySelectorAll('.voice .name')].map((name) => name.textContent);
          return names.length === 0 ? null : { names, counts: document.querySelector('.count')?.textContent };
        }),
      { what: 'the speakers' },
    );
    assert.deepEqual([...shown.names].sort(), ['Ann Lee', 'Tom Ash']);
    assert.equal(shown.counts, '3', 'one quotation is interrupted by its reporting clause');
    await page.close();
  });

  it('leaves the text that is copied as it was', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(ARTICLE, 'strict'));
    const text = () =>
      page.evaluate(() => {
        getSelection()?.selectAllChildren(document.documentElement);
        return getSelection()?.toString().trim();
      });
    const before = await text();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await driver.click(page);
    await waitForMarks(page);
    await until(() => driver.overlay(page, (root) => root.querySelector('.label') !== null), { what: 'labels' });
    assert.equal(await text(), before);
    assert.equal((await paintedMarks(page)).length, QUOTES.length);
    await page.close();
  });
});
