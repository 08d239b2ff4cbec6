/**
 * No request leaves the browser: what a page is asked for is the same, request by request, with the extension at
 * work on it and in a browser that does not have it.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startChromium } from './harness/chromium';
import { BOTH, type Driver, type Scope, sleep, until, type Which } from './harness/driver';
import { startFirefox } from './harness/firefox';
import { launch } from './harness/launch';
import { waitForMarks } from './harness/marks';
import { openTab } from './harness/open';
import { type RefusingProxy, refusingProxy } from './harness/proxy';
import { type Server, serve } from './harness/server';
import { ARTICLE, linesOf } from './support';

/**
 * A page that asks others for pictures, one of them never, a script, a sheet and a frame. What follows a script that
 * is waited for, Firefox may ask for twice.
 */
const PAGE = ARTICLE.replace(
  '</article>',
  `<link rel="stylesheet" href="http://sheets.example/a.css">
   <img src="http://pictures.example/a.png" alt="" width="200" height="100">
   <img src="http://pictures.example/late.png" loading="lazy" alt="" style="display:none">
   <iframe src="http://frames.example/a.html" title=""></iframe>
   <script defer src="http://scripts.example/a.js"></script></article>`,
);
/** Whom the page asks; all else is the browser's own business, which is not the same twice. */
const OF_THE_PAGE = / http:\/\/\w+\.example\//;
/** Longer than anything that is begun by what is done below. */
const AFTERMATH = 1_000;

interface Asked {
  /** What the page asked others and its own server for, sorted. */
  readonly page: readonly string[];
  /** Whom else the browser asked. */
  readonly others: ReadonlySet<string>;
}

const askedOf = (proxy: RefusingProxy, server: Server): Asked => ({
  page: [...proxy.requests.filter((request) => OF_THE_PAGE.test(request)), ...server.requests].sort(),
  others: new Set(proxy.requests.filter((request) => !OF_THE_PAGE.test(request)).map(hostOf)),
});

const hostOf = (request: string): string => {
  const [, address = ''] = request.split(' ');
  return new URL(address.includes('://') ? address : `https://${address}`).hostname;
};

for (const which of BOTH) {
  test(`a page asks for the same with the extension and without, ${which}`, { timeout: 120_000 }, async (test) => {
    const bare = await bareRun(which);
    const marked = await markedRun(which);
    test.diagnostic(`${marked.page.length} requests of the page`);
    assert.ok(bare.page.length >= 5, bare.page.join('\n'));
    assert.deepEqual(marked.page, bare.page);
    const others = [...marked.others].filter((host) => !bare.others.has(host));
    assert.deepEqual(others, [], 'nobody else is asked');
  });
}

async function bareRun(which: Which): Promise<Asked> {
  const [server, proxy] = [await serve(), await refusingProxy()];
  const browser: Browser = await (which === 'firefox' ? startFirefox({ proxy }) : startChromium({ proxy }));
  const page = await openTab(browser, server.html(PAGE));
  await sleep(5 * AFTERMATH);
  await page.close();
  await Promise.all([browser.close(), proxy.close(), server.close()]);
  return askedOf(proxy, server);
}

/** Everything that a reader can do with a page, but for the search, which is to leave the browser. */
async function markedRun(which: Which): Promise<Asked> {
  const [server, proxy] = [await serve(), await refusingProxy()];
  const downloads = mkdtempSync(path.join(tmpdir(), 'sayso-requests-'));
  const driver = await launch(which, { proxy, downloads });
  const page = await driver.open(server.html(PAGE));
  await driver.click(page);
  await waitForMarks(page);
  await useCard(driver, page);
  await driver.click(page);
  const popup = await driver.popup();
  assert.ok(popup, 'a popup');
  await until(() => popup.run(() => !document.body.hidden && !document.getElementById('keeping')?.hidden), {
    what: 'the popup',
  });
  const tab = await popup.run(() => Number(new URLSearchParams(location.search).get('tab')));
  await pressAll(popup, '.keep button');
  await until(async () => readdirSync(downloads).length >= 4, { what: 'the files' });
  const panel = await driver.extensionPage(`panel.html?tab=${tab}`);
  await until(() => panel.run(() => document.querySelectorAll('#list button, #list [role=option]').length > 0), {
    what: 'the list',
  });
  await pressAll(panel, '#list button, .keep button');
  for (const name of ['options.html', 'welcome.html']) await (await driver.extensionPage(name)).close();
  await sleep(AFTERMATH);
  await panel.close();
  await page.close();
  await Promise.all([driver.close(), proxy.close(), server.close()]);
  rmSync(downloads, { recursive: true });
  return askedOf(proxy, server);
}

async function useCard(driver: Driver, page: Page): Promise<void> {
  const [line] = await linesOf(page, 'The bridge is safe');
  assert.ok(line);
  await page.mouse.click(line.left + 20, (line.top + line.bottom) / 2);
  const copied = () =>
    driver.overlay(page, (root) => {
      const tools = [...root.querySelectorAll<HTMLElement>('.card .tool')];
      const copies = tools.filter((tool) => /^Copy/.test(tool.ariaLabel ?? tool.textContent ?? ''));
      for (const tool of copies) tool.click();
      return copies.length;
    });
  await until(copied, { what: 'the card' });
}

const pressAll = (scope: Scope, buttons: string): Promise<void> =>
  scope.run(async (buttons) => {
    for (const button of document.querySelectorAll<HTMLElement>(buttons)) {
      button.click();
      await new Promise((done) => setTimeout(done, 100));
    }
  }, buttons);
