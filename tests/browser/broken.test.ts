/** What breaks under the extension itself: its core, its storage, its tab, its own presence in the browser. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Scope, until } from './harness/driver';
import { waitForMarks } from './harness/marks';
import { ARTICLE, inBoth, page as pageOf, type Setting, tabOf, waitForStatus } from './support';

/** A core that fails on one article, and from then on for as long as the same instance is in use. */
const failing = (background: string): string =>
  background.replace(
    /ret = wasm\.annotate\(/,
    `if (arguments[0].includes('trap')) globalThis.broken = wasm;
     if (wasm === globalThis.broken) throw new WebAssembly.RuntimeError('unreachable');
     $&`,
  );

inBoth('a core that traps', { edit: { 'background.js': failing } }, (setting) => {
  it('is said to have failed, and the next article gets a new one', async () => {
    const { driver, server } = setting();
    const trap = pageOf('A trap', '<p>“Nobody walks into that trap,” said Ann Lee, the mayor, on Monday.</p>');
    const first = await driver.open(server.html(trap, 'strict'));
    await driver.click(first);
    await waitForStatus(setting(), first, 'failed');
    const next = await driver.open(server.html(ARTICLE, 'strict'));
    await driver.click(next);
    await waitForMarks(next);
    await next.close();
    await first.close();
  });
});

/** The browser's API with a storage that neither reads nor writes. */
const BROKEN_STORAGE = `{
  const own = globalThis.browser ?? globalThis.chrome;
  const broken = () => Promise.reject(new Error('the storage is broken'));
  const api = {};
  for (const name of Object.getOwnPropertyNames(own)) api[name] = own[name];
  api.storage = { local: { get: broken, set: broken, clear: broken }, onChanged: own.storage.onChanged };
  globalThis.browser = api;
}
`;
/** Tells pages of the extension of every error that nobody in the script handles. */
const TELL = `addEventListener('unhandledrejection', ({ reason }) => {
  globalThis.chrome.runtime.sendMessage({ unhandled: String(reason) }).catch(() => {});
});
`;
const withBrokenStorage = (source: string): string => TELL + BROKEN_STORAGE + source;
const SCRIPTS = ['background.js', 'content.js', 'popup.js', 'options.js', 'panel.js'];

inBoth(
  'a storage that is broken',
  { edit: Object.fromEntries(SCRIPTS.map((name) => [name, withBrokenStorage])) },
  (setting) => {
    const said = (scope: Scope, id: string) => scope.run((id) => document.getElementById(id)?.textContent ?? '', id);
    const saysSo = (scope: Scope, id: string) =>
      until(async () => /could not save/.test(await said(scope, id)), { what: `the words in ${id}` });

    it('leaves the defaults in force, and popup, panel and options say that nothing is saved', async () => {
      const { driver, server, inside } = setting();
      const page = await driver.open(server.html(ARTICLE, 'strict'));
      await driver.click(page);
      await waitForMarks(page);
      const tab = await tabOf(setting(), page);
      const popup = await driver.extensionPage(`popup.html?tab=${tab}`);
      await until(() => popup.run(() => !document.body.hidden), { what: 'the popup' });
      await popup.run(() => document.querySelector<HTMLInputElement>('#categories input')?.click());
      await saysSo(popup, 'status');
      assert.equal(await popup.run(() => document.querySelector<HTMLInputElement>('#categories input')?.checked), true);
      await popup.close();
      const panel = await driver.extensionPage(`panel.html?tab=${tab}`);
      await until(() => panel.run(() => document.querySelector('#order:not([hidden])') !== null), {
        what: 'the panel',
      });
      await panel.run(() => document.querySelector<HTMLInputElement>('#order input[value=speaker]')?.click());
      await saysSo(panel, 'status');
      await panel.close();
      await inside.run(() => document.getElementById('attitudes')?.click());
      await saysSo(inside, 'done');
      assert.equal(await inside.run(() => (document.getElementById('attitudes') as HTMLInputElement).checked), false);
      await inside.run(() => {
        const done = document.getElementById('done');
        if (done) done.textContent = '';
        document.getElementById('reset')?.click();
      });
      await saysSo(inside, 'done');
      await page.close();
    });

    it('leaves no error unhandled in the background, which is to bring the allowed sites in line', async () => {
      const errors = await setting().inside.run(async () => {
        const errors: string[] = [];
        chrome.runtime.onMessage.addListener(({ unhandled }) => {
          if (unhandled) errors.push(unhandled);
        });
        // As the browser gives it: that something changed is told, what it is cannot be read.
        await chrome.storage.local.set({ settings: { labels: 'none' } });
        await new Promise((done) => setTimeout(done, 1_000));
        return errors;
      });
      assert.deepEqual(errors, []);
    });
  },
);

inBoth('a tab that is discarded', {}, (setting) => {
  it('is a page that was never read, and is marked at a click', async () => {
    const { driver, server, inside } = setting();
    const address = server.html(ARTICLE, 'strict');
    const page = await driver.open(address);
    await driver.click(page);
    await waitForMarks(page);
    const tab = await tabOf(setting(), page);
    assert.ok(tab !== null);
    const other = await driver.open(server.html(pageOf('Another page', ''), 'strict'));
    await inside.run(discard, tab);
    const again = await openAgain(setting(), address);
    await driver.click(again);
    assert.equal((await waitForMarks(again)).length, 4);
    await again.close();
    await other.close();
  });
});

inBoth('an extension that is removed', {}, (setting) => {
  it('leaves the page as it was', async () => {
    const { driver, server, inside } = setting();
    const page = await driver.open(server.html(ARTICLE, 'strict'));
    await driver.click(page);
    await waitForMarks(page);
    await until(() => driver.overlay(page, (root) => root.querySelector('.label') !== null), { what: 'labels' });
    void inside
      .run(() => ((globalThis as { browser?: typeof chrome }).browser ?? chrome).management.uninstallSelf())
      .catch(() => {});
    const gone = async () => {
      await page.bringToFront();
      await page.mouse.click(5, 300);
      return page.evaluate(() => {
        const paragraph = document.querySelector('article p') as Element;
        return [...CSS.highlights.keys()].every(
          (name) => getComputedStyle(paragraph, `::highlight(${name})`).backgroundColor === 'rgba(0, 0, 0, 0)',
        );
      });
    };
    await until(gone, { what: 'the marks to go', every: 200 });
    const seen = await driver.overlay(page, (root) =>
      ['.label', '.notice'].filter((kind) => root.querySelector(kind)?.checkVisibility({ visibilityProperty: true })),
    );
    // Firefox ends the script with its extension, which then has no last word.
    assert.deepEqual(seen, driver.which === 'chromium' ? ['.notice'] : []);
    await page.close();
  });
});

/** Runs in a page of the extension. */
async function discard(tab: number): Promise<void> {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  await api.tabs.discard(tab);
  for (let tries = 0; tries < 100; tries++) {
    const tabs = await api.tabs.query({ discarded: true });
    if (tabs.length > 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the tab was not discarded');
}

/** Brings a discarded tab to the front, which loads it anew. */
async function openAgain({ driver, inside }: Setting, address: string): Promise<Page> {
  await inside.run(async () => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const [tab] = await api.tabs.query({ discarded: true });
    await api.tabs.update(tab?.id as number, { active: true });
  });
  return until(
    async () => {
      for (const page of await driver.browser.pages()) {
        const loaded = () => page.evaluate(() => document.readyState === 'complete' && CSS.highlights.size === 0);
        if (page.url() === address && (await loaded().catch(() => false))) return page;
      }
      return null;
    },
    { what: 'the tab to be loaded' },
  );
}
