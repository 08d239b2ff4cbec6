/** A hostile page and a hostile text: nothing of the page becomes markup, and the page has no hold on the extension. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Scope, until } from './harness/driver';
import { paintedMarks, waitForMarks } from './harness/marks';
import { ARTICLE, inBoth, linesOf, page as pageOf, type Setting, tabOf, waitForStatus } from './support';

const clickOn = async (page: Page, words: string): Promise<void> => {
  const [line] = await linesOf(page, words);
  assert.ok(line);
  await page.mouse.click(line.left + 20, (line.top + line.bottom) / 2);
};

const hasCard = ({ driver }: Setting, page: Page): Promise<boolean | null> =>
  driver.overlay(page, (root) => root.querySelector('.card') !== null);

inBoth('a hostile text', {}, (setting) => {
  it('is text in overlay, popup and panel, whatever it looks like', async () => {
    const { driver, server } = setting();
    const img = '&lt;img/src=x/onerror=document.title=1&gt;';
    const story = `<p>“The bridge ${img} is safe for everybody,” according to a report by ${img} Lee on Monday.</p>`;
    const page = await driver.open(server.html(pageOf(`A town ${img}`, story)));
    await driver.click(page);
    await waitForMarks(page);
    const { title, speakers } = await waitForStatus(setting(), page, 'marked');
    assert.match(title, /<img/);
    assert.match(speakers[0]?.name ?? '', /<img/);
    await clickOn(page, 'The bridge');
    await until(() => hasCard(setting(), page), { what: 'the card' });
    const inCard = await driver.overlay(page, (root) => ({
      text: root.textContent ?? '',
      made: root.querySelectorAll('img, script, iframe').length,
    }));
    assert.match(inCard?.text ?? '', /<img/);
    assert.equal(inCard?.made, 0);
    const tab = await tabOf(setting(), page);
    for (const name of ['popup.html', 'panel.html']) {
      const own = await driver.extensionPage(`${name}?tab=${tab}`);
      const shown = (scope: Scope) => scope.run(() => document.body.textContent?.includes('<img') ?? false);
      await until(() => shown(own), { what: `the words in ${name}` });
      assert.equal(await own.run(() => document.querySelectorAll('[onerror], [src="x"]').length), 0, name);
      await own.close();
    }
    await page.close();
  });
});

inBoth('a hostile page', {}, (setting) => {
  it('reaches neither the extension nor its shadow root, and no click that it makes opens a card', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(ARTICLE));
    await page.evaluate(() => {
      const caught: unknown[] = [];
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        const root = attach.call(this, init);
        caught.push(root);
        return root;
      };
      (globalThis as { caught?: unknown[] }).caught = caught;
    });
    await driver.click(page);
    const before = await waitForMarks(page);
    await until(() => driver.overlay(page, (root) => root.querySelector('.label') !== null), { what: 'labels' });
    const [line] = await linesOf(page, 'The bridge is safe');
    assert.ok(line);
    const reached = await page.evaluate(({ left, top, bottom }) => {
      const host = document.querySelector('sayso-overlay');
      const [clientX, clientY] = [left + 20, (top + bottom) / 2];
      const target = document.elementFromPoint(clientX, clientY);
      for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
        const event = new MouseEvent(kind, { bubbles: true, composed: true, clientX, clientY });
        target?.dispatchEvent(event);
        host?.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true }));
      }
      for (const message of [
        { kind: 'power', on: false },
        { kind: 'show', mark: 0 },
      ]) {
        window.postMessage(message, '*');
        document.dispatchEvent(new CustomEvent(message.kind, { detail: message }));
        host?.dispatchEvent(new CustomEvent(message.kind, { detail: message }));
      }
      const page = globalThis as { chrome?: { runtime?: unknown }; browser?: unknown; saysoReader?: unknown };
      return {
        caught: (globalThis as unknown as { caught: unknown[] }).caught.length,
        root: host?.shadowRoot ?? null,
        api: Boolean(page.chrome?.runtime ?? page.browser),
        reader: page.saysoReader !== undefined,
      };
    }, line);
    assert.deepEqual(reached, { caught: 0, root: null, api: false, reader: false });
    assert.equal((await waitForStatus(setting(), page, 'marked')).active, null);
    assert.equal(await hasCard(setting(), page), false);
    assert.deepEqual(await paintedMarks(page), before);
    // The same click by a reader opens it.
    await clickOn(page, 'The bridge is safe');
    await until(() => hasCard(setting(), page), { what: 'the card' });
    await page.close();
  });
});
