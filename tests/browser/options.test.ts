/** The options: what is chosen there holds on open pages at once, goes into a file and comes back from it. */
import assert from 'node:assert/strict';
import { it, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { eligible, type Mark } from '../../extension/content/marks';
import { CERTAINTIES, DEFAULTS } from '../../extension/shared/settings';
import { type Closable, type Driver, until } from './harness/driver';
import { waitForMarks } from './harness/marks';
import { ARTICLE, inBoth, type Setting } from './support';

const names = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('sayso-')).sort());

const labels = (driver: Driver, page: Page): Promise<number | null> =>
  driver.overlay(page, (root) => root.querySelectorAll('.label').length);

/** Chooses as a reader does: by the element itself. */
const press = (options: Closable, selector: string): Promise<void> =>
  options.run((selector) => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    element.click();
  }, selector);

const store = (options: Closable): Promise<Record<string, unknown> | undefined> =>
  options.run(async () => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    return (await api.storage.local.get('settings')).settings as Record<string, unknown> | undefined;
  });

async function marked({ driver, server }: Setting): Promise<Page> {
  const page = await driver.open(server.html(ARTICLE));
  await driver.click(page);
  await waitForMarks(page);
  await until(async () => ((await labels(driver, page)) ?? 0) > 1, { what: 'labels' });
  return page;
}

inBoth('the options', {}, (setting) => {
  it('change the look of an open page at once', async () => {
    const { driver, inside } = setting();
    const page = await marked(setting());
    assert.ok((await names(page)).every((name) => name.startsWith('sayso-warm-fill-')));
    await press(inside, '#palette input[value=cool]');
    const all = (start: string) => async () => {
      const now = await names(page);
      return now.length > 0 && now.every((name) => name.startsWith(start));
    };
    await until(all('sayso-cool-fill-'), { what: 'cool colours' });
    await press(inside, '#lines-only');
    await until(all('sayso-cool-line-'), { what: 'lines only' });

    await press(inside, '#labels input[value=none]');
    await page.bringToFront();
    await until(async () => (await labels(driver, page)) === 0, { what: 'the labels to go' });
    const before = await page.evaluate(() => document.querySelector('article p')?.getBoundingClientRect().height ?? 0);
    await press(inside, '#labels input[value=room]');
    await page.bringToFront();
    await until(async () => ((await labels(driver, page)) ?? 0) > 1, { what: 'the labels to come back' });
    const wide = await page.evaluate(() => document.querySelector('article p')?.getBoundingClientRect().height ?? 0);
    assert.ok(wide > before * 1.2, `lines are wider: ${before}, ${wide}`);
    assert.equal(await driver.overlay(page, (root) => root.querySelectorAll('.label:not(.tab)').length), 0);
    await press(inside, '#labels input[value=auto]');
    await page.bringToFront();
    await until(
      () => page.evaluate((h) => document.querySelector('article p')?.getBoundingClientRect().height === h, before),
      { what: 'the page to be as it was' },
    );
    await page.close();
  });

  it('come back from a file, without what is not ours', async () => {
    const { inside } = setting();
    const load = (text: string): Promise<void> =>
      inside.run((text) => {
        const input = document.querySelector<HTMLInputElement>('#file');
        const files = new DataTransfer();
        files.items.add(new File([text], 'settings.json', { type: 'application/json' }));
        if (!input) throw new Error('no #file');
        input.files = files.files;
        input.dispatchEvent(new Event('change'));
      }, text);
    const said = (): Promise<string> => inside.run(() => document.querySelector('#done')?.textContent ?? '');

    await load('{"some": "other file"}');
    await until(async () => /no file of Sayso/.test(await said()), { what: 'the refusal' });
    const settings = { palette: 'grey', labels: 'sideways', sites: { 'a.example': 'never', 'b.example': 'always' } };
    await load(JSON.stringify({ sayso: 1, settings }));
    await until(async () => /in force/.test(await said()), { what: 'the settings' });
    const now = await store(inside);
    assert.equal(now?.palette, 'grey');
    assert.equal(now?.labels, 'auto');
    assert.deepEqual(now?.sites, { 'a.example': 'never' }, 'no site is always marked without permission');
    const drawn = () =>
      inside.run(() => document.querySelector<HTMLInputElement>('#palette input[value=grey]')?.checked === true);
    await until(drawn, { what: 'the choice to be shown' });

    await press(inside, '#reset');
    await until(async () => (await store(inside)) === null, { what: 'the reset' });
  });

  it('go into a file', async () => {
    const { inside } = setting();
    await inside.run(() => {
      const made = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob) void blob.text().then((text) => document.body.setAttribute('data-saved', text));
        return made(blob);
      };
      document.querySelector<HTMLElement>('#export')?.click();
    });
    const saved = await until(() => inside.run(() => document.body.getAttribute('data-saved')), { what: 'the file' });
    assert.equal(JSON.parse(saved).sayso, 1);
    assert.equal(JSON.parse(saved).settings.palette, 'warm');
  });
});

test('the surer a mark has to be, the fewer there are', () => {
  const marks = [0.3, 0.7, 0.95].map(
    (confidence, id): Mark => ({
      id,
      annotation: { id, category: 'direct', spans: [], cue: null, manner: 'speech', speaker: null, confidence },
      category: 'direct',
      speaker: null,
      text: `words ${id}`,
    }),
  );
  const left = CERTAINTIES.map((certainty) => eligible(marks, { ...DEFAULTS, certainty }, () => false).length);
  assert.deepEqual(left, [3, 2, 1]);
});
