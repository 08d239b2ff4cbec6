/** Sites that are marked without a click, or never. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness/driver';
import { paintedMarks, waitForMarks } from './harness/marks';
import { ARTICLE, inBoth, type Setting, waitForStatus } from './support';

/** Chooses in the popup of a page, as a reader does. */
async function choose({ driver }: Setting, page: Page, mode: 'click' | 'always' | 'never'): Promise<void> {
  await driver.click(page);
  const popup = await driver.popup();
  assert.ok(popup, 'a popup');
  const there = (mode: string) => document.querySelector(`#site:not([hidden]) input[value=${mode}]`) !== null;
  await until(() => popup.run(there, mode), { what: 'the choice' });
  await popup.run((mode) => document.querySelector<HTMLInputElement>(`input[value=${mode}]`)?.click(), mode);
}

const registered = ({ inside }: Setting): Promise<string[]> =>
  inside.run(async () => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    return (await api.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []);
  });

inBoth('the choice for a site', { allowSites: true }, (setting) => {
  it('marks without a click where the reader said always, until they take it back', async () => {
    const { driver, server } = setting();
    const address = server.html(ARTICLE, 'strict');
    const page = await driver.open(address);
    await driver.click(page);
    await waitForMarks(page);
    await choose(setting(), page, 'always');
    await until(async () => (await registered(setting())).includes('*://127.0.0.1/*'), { what: 'the registration' });

    const next = await driver.open(address);
    assert.equal((await waitForMarks(next)).length, 4);
    await choose(setting(), next, 'click');
    await until(async () => (await registered(setting())).length === 0, { what: 'the registration to go' });
    await next.close();

    const last = await driver.open(address);
    await driver.stopBackground();
    assert.equal((await paintedMarks(last)).length, 0);
    await last.close();
    await page.close();
  });

  it('leaves a site alone where the reader said never', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(ARTICLE, 'strict'));
    await driver.click(page);
    await waitForMarks(page);
    await choose(setting(), page, 'never');
    await until(async () => (await paintedMarks(page)).length === 0, { what: 'the marks to go' });
    await page.reload();
    await driver.click(page);
    await waitForStatus(setting(), page, 'never');
    assert.equal((await paintedMarks(page)).length, 0);
    await page.close();
  });
});
