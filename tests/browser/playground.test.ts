/** The playground in both browsers: the reader's own text, marked where nothing is installed. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startChromium } from './harness/chromium';
import { BOTH, until } from './harness/driver';
import { startFirefox } from './harness/firefox';
import { paintedMarks, waitForMarks } from './harness/marks';
import { type StaticServer, serveFolder } from './harness/static';

for (const which of BOTH) {
  describe(`playground, ${which}`, { timeout: 120_000 }, () => {
    let browser: Browser;
    let server: StaticServer;
    let page: Page;
    const errors: string[] = [];

    before(async () => {
      server = await serveFolder(path.resolve('dist/www'));
      browser = await (which === 'firefox' ? startFirefox({}) : startChromium({}));
      page = await browser.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(server.base);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test('the first sample is marked at once', async () => {
      const marks = await waitForMarks(page);
      assert.ok(marks.some(({ text }) => text === '“This is the best offer that we will ever get,”'));
      assert.match(await shown('#voices'), /Daniel Osei/);
    });

    test('another sample takes its place', async () => {
      await page.select('#sample', 'haushalt');
      await until(async () => (await shown('#status')).includes('English'), { what: 'the German sample' });
      assert.deepEqual(await paintedMarks(page), []);
    });

    test('a text of one’s own is marked as it is pasted', async () => {
      await page.$eval('#own', (field) => {
        (field as HTMLTextAreaElement).value = '“It is safe,” said Ann Lee.\nNobody else spoke.';
        field.dispatchEvent(new Event('input'));
      });
      assert.deepEqual(await waitForMarks(page), [{ look: 'direct', text: '“It is safe,”' }]);
      assert.match(await shown('#voices'), /Ann Lee/);
    });

    test('a category is switched off and on', async () => {
      await page.click('#categories input[name="direct"]');
      await until(async () => (await paintedMarks(page)).length === 0, { what: 'no marks' });
      await page.click('#categories input[name="direct"]');
      await waitForMarks(page);
    });

    test('nothing was thrown', () => assert.deepEqual(errors, []));

    const shown = (selector: string): Promise<string> =>
      page.$eval(selector, (element) => (element as HTMLElement).innerText);
  });
}
