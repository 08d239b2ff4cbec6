/** Sites that are marked without a click, or never. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { sleep, until } from './harness/driver';
import { paintedMarks, waitForMarks } from './harness/marks';
import { ARTICLE, askReader, inBoth, type Setting, waitForStatus } from './support';

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

/** What the readers of all tabs say. */
const statuses = ({ inside }: Setting): Promise<string[]> =>
  inside.run(async () => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const asked = (await api.tabs.query({})).map(({ id }) =>
      api.tabs.sendMessage(id as number, { kind: 'state' }).catch(() => null),
    );
    return (await Promise.all(asked)).flatMap((reply) => reply?.ok?.status ?? []);
  });

const short = `<!doctype html><title>Nothing to read</title><h1>Nothing to read</h1><p>Please sign in.</p>`;
const ARTICLE_BODY = /<article>.*<\/article>/s.exec(ARTICLE)?.[0] ?? '';
const frameOf = (story: string): string =>
  `<!doctype html><title>A frame</title><iframe style="width:600px;height:400px" srcdoc="${story.replaceAll('"', '&quot;')}"></iframe>`;

inBoth('a site that is marked without a click', { allowSites: true }, (setting) => {
  it('costs nothing but a look where there is no story, and is read once there is one', async () => {
    const { driver, server } = setting();
    const first = await driver.open(server.html(ARTICLE, 'strict'));
    await driver.click(first);
    await waitForMarks(first);
    await choose(setting(), first, 'always');
    await until(async () => (await registered(setting())).length > 0, { what: 'the registration' });
    await first.close();

    const page = await driver.open(server.html(short, 'strict'));
    await sleep(1_000);
    assert.equal(await askReader(setting(), page), null, 'no reader is brought into a page without a story');
    await page.evaluate((story) => document.body.insertAdjacentHTML('beforeend', story), ARTICLE_BODY);
    assert.ok((await waitForMarks(page)).length >= 4);
    await page.close();

    const late = await driver.open(server.html(short, 'strict'));
    await late.evaluate((story) => {
      const host = document.body.appendChild(document.createElement('late-story'));
      host.attachShadow({ mode: 'open' }).innerHTML = story;
    }, ARTICLE_BODY);
    await until(async () => (await statuses(setting())).includes('marked'), { what: 'marks in a shadow root' });
    await late.close();

    const framed = await driver.open(server.html(frameOf(ARTICLE), 'quiet'));
    await until(async () => (await statuses(setting())).includes('marked'), { what: 'marks in a frame' });
    await framed.close();
  });

  it('is read at a click where nothing was to be seen of a story', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(short, 'strict'));
    await driver.click(page);
    await until(async () => (await statuses(setting())).length > 0, { what: 'the reader' });
    await page.close();
  });
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
