/** The list beside the page: it opens, says what is there, and goes with the reader. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Closable, type Driver, type Scope, until } from './harness/driver';
import { waitForMarks } from './harness/marks';
import { ARTICLE, inBoth, page as pageOf, type Setting, tabOf, waitForStatus } from './support';

/** A story whose quotes are far apart. */
const LONG = pageOf(
  'A long day at the bridge',
  ['Ann Lee', 'Tom Ash', 'Mary Hill', 'John Park', 'Lucy Stone']
    .map(
      (name, i) =>
        `<p>“The bridge number ${i} is safe for everybody,” said ${name} on Monday.</p>` +
        '<p>The river rose again in the night and the road along the bank was closed until noon.</p>'.repeat(12),
    )
    .join(''),
);

async function marked({ driver, server }: Setting, html = ARTICLE): Promise<Page> {
  const page = await driver.open(server.html(html, 'strict'));
  await driver.click(page);
  await waitForMarks(page);
  return page;
}

/** Opens the panel by its link in the popup, as a reader does. */
async function openPanel({ driver }: Setting, page: Page): Promise<Scope> {
  await driver.click(page);
  const popup = await driver.popup();
  assert.ok(popup, 'a popup');
  await until(() => popup.run(() => !document.body.hidden && document.querySelector('#panel') !== null), {
    what: 'the link',
  });
  await popup.run(() => document.querySelector<HTMLElement>('#panel')?.click()).catch(() => {}); // it closes itself
  const panel = await driver.panel();
  assert.ok(panel, 'a panel');
  return panel;
}

/** The panel of a page in a tab of its own, where it has all the room that it needs. */
async function panelInTab(setting: Setting, page: Page): Promise<Closable> {
  return setting.driver.extensionPage(`panel.html?tab=${await tabOf(setting, page)}`);
}

const words = (panel: Scope): Promise<string[]> =>
  panel.run(() => [...document.querySelectorAll('.mark .words')].map((words) => words.textContent ?? ''));

const status = (panel: Scope): Promise<string> => panel.run(() => document.querySelector('#status')?.textContent ?? '');

const choose = (panel: Scope, order: 'text' | 'speaker'): Promise<void> =>
  panel.run((order) => document.querySelector<HTMLElement>(`#order input[value=${order}]`)?.click(), order);

const listed = (panel: Scope, count: number): Promise<string[]> =>
  until(
    async () => {
      const found = await words(panel);
      return found.length === count ? found : null;
    },
    { what: `${count} marks in the list` },
  );

const cardQuote = (driver: Driver, page: Page): Promise<string | null> =>
  driver.overlay(page, (root) => root.querySelector('.card blockquote')?.textContent ?? null);

inBoth('the panel', {}, (setting) => {
  it('opens by the link in the popup, lists the marks, and goes from tab to tab', async () => {
    const { driver, server } = setting();
    const page = await marked(setting());
    const panel = await openPanel(setting(), page);
    assert.deepEqual(await listed(panel, 3), [
      '“The bridge is safe for everybody,”',
      '“Nobody asked the builders,” … “We would have told them no.”',
      '“The money was there all the time,”',
    ]);
    assert.equal(await panel.run(() => document.querySelector('h1')?.textContent), 'A town argues about its bridge');

    const other = await driver.open(server.html(ARTICLE.replaceAll('A town argues', 'Another town argues'), 'strict'));
    await until(async () => /not read yet/.test(await status(panel)), { what: 'the page that was not read' });
    assert.deepEqual(await words(panel), []);
    await driver.click(other);
    await listed(panel, 3);
    assert.match((await panel.run(() => document.querySelector('h1')?.textContent)) ?? '', /^Another/);

    await other.close();
    await page.bringToFront();
    await until(async () => /^A town/.test((await panel.run(() => document.querySelector('h1')?.textContent)) ?? ''), {
      what: 'the first page again',
    });
    await listed(panel, 3);
    await page.close();
  });

  it('groups by speaker under headings, inside landmarks', async () => {
    const page = await marked(setting());
    const panel = await panelInTab(setting(), page);
    await listed(panel, 3);
    await choose(panel, 'speaker');
    const outline = () =>
      panel.run(() =>
        [...document.querySelectorAll('main section')].map((section) => ({
          heading: document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.querySelector('.name')
            ?.textContent,
          level: section.firstElementChild?.tagName,
          marks: section.querySelectorAll('ul > li > button').length,
        })),
      );
    const sections = await until(
      async () => {
        const found = await outline();
        return found.length === 2 && found.every(({ level }) => level === 'H2') ? found : null;
      },
      { what: 'a section for each speaker' },
    );
    assert.deepEqual(sections.map(({ heading, marks }) => [heading, marks]).sort(), [
      ['Ann Lee', 2],
      ['Tom Ash', 1],
    ]);
    const landmarks = await panel.run(() => ({
      name: document.querySelector('main')?.getAttribute('aria-label'),
      parts: [...document.body.children].map(({ tagName }) => tagName),
    }));
    assert.deepEqual(landmarks, { name: 'Who says what', parts: ['HEADER', 'MAIN', 'FOOTER'] });
    await choose(panel, 'text');
    await until(() => panel.run(() => document.querySelector('main ol') !== null), {
      what: 'the order of the article',
    });
    await panel.close();
    await page.close();
  });

  it('shows on the page what is clicked in it, and in it what is open on the page', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    const panel = await panelInTab(setting(), page);
    await listed(panel, 3);
    const current = () => panel.run(() => document.querySelector('.mark[aria-current=true] .words')?.textContent ?? '');
    await panel.run(() => document.querySelectorAll<HTMLElement>('.mark')[2]?.click());
    await until(async () => (await cardQuote(driver, page))?.includes('The money'), { what: 'the card' });
    await until(async () => /The money/.test(await current()), { what: 'the open mark in the list' });
    await driver.overlay(page, (root) =>
      root.querySelector<HTMLElement>('.card footer button[aria-label="Previous mark"]')?.click(),
    );
    await until(async () => /Nobody asked/.test(await current()), { what: 'the next open mark in the list' });
    assert.equal(await panel.run(() => document.querySelectorAll('[aria-current]').length), 1);
    await panel.close();
    await page.close();
  });

  it('is walked by arrow keys, and left by Escape', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    const panel = await panelInTab(setting(), page);
    await listed(panel, 3);
    const press = (key: string) =>
      panel.run((key) => {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        return document.activeElement?.textContent ?? '';
      }, key);
    const stops = () =>
      panel.run(() => [...document.querySelectorAll<HTMLElement>('.mark')].map(({ tabIndex }) => tabIndex));
    assert.deepEqual(await stops(), [0, -1, -1], 'the list is one stop of the Tab key');
    await panel.run(() => document.querySelector<HTMLElement>('.mark')?.focus());
    assert.match(await press('ArrowDown'), /Nobody asked/);
    assert.deepEqual(await stops(), [-1, 0, -1]);
    assert.match(await press('End'), /The money/);
    assert.match(await press('ArrowDown'), /The money/, 'the end is the end');
    assert.match(await press('ArrowUp'), /Nobody asked/);
    assert.match(await press('Home'), /The bridge/);
    await panel.run(() => (document.activeElement as HTMLElement).click()); // what Enter does to a button
    await until(async () => (await cardQuote(driver, page)) !== null, { what: 'the card' });
    assert.match(await press('Escape'), /The bridge/, 'the keyboard stays in the list');
    await until(async () => (await cardQuote(driver, page)) === null, { what: 'the card to close' });
    await panel.close();
    await page.close();
  });

  it('goes along as the page is scrolled', async () => {
    const page = await marked(setting(), LONG);
    const panel = await panelInTab(setting(), page);
    await listed(panel, 5);
    const here = () => panel.run(() => document.querySelector('.mark.here .words')?.textContent ?? '');
    await page.bringToFront(); // a page in the background draws no frames
    const at = async (text: string) => {
      await page.evaluate((text) => {
        const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(text));
        window.scrollTo(0, (paragraph?.getBoundingClientRect().top ?? 0) + window.scrollY - 5);
      }, text);
      await until(async () => (await here()).includes(text), { what: `the list to come to “${text}”` });
    };
    await at('number 3');
    await at('number 1');
    await panel.close();
    await page.close();
  });

  it('says why nothing is listed', async () => {
    const { driver, server } = setting();
    const plain = pageOf('A silent day', '<p>Nothing happened in the town that anybody would have talked about.</p>');
    const page = await driver.open(server.html(plain, 'strict'));
    await driver.click(page);
    await waitForStatus(setting(), page, 'nothing');
    const panel = await panelInTab(setting(), page);
    await until(async () => /No quotes or contested claims/.test(await status(panel)), { what: 'the reason' });
    assert.equal(await panel.run(() => document.querySelector<HTMLElement>('#keeping')?.hidden), true);
    await panel.close();
    await page.close();
  });
});

inBoth('the commands', {}, (setting) => {
  it('mark a page, walk its marks and say each, open the list, and take the marks away', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    await driver.command('next-mark', page);
    await until(async () => (await cardQuote(driver, page))?.includes('The bridge'), { what: 'the first card' });
    await driver.command('next-mark', page);
    await until(async () => (await cardQuote(driver, page))?.includes('Nobody'), { what: 'the next card' });
    const said = () =>
      driver.overlay(page, (root) =>
        [...root.querySelectorAll('.live[role=status]')].map((live) => live.textContent ?? ''),
      );
    await until(async () => (await said())?.some((text) => /Tom Ash.*Nobody asked/.test(text)), {
      what: 'the mark to be said',
    });
    assert.equal((await said())?.length, 1, 'one live region');
    await driver.command('previous-mark', page);
    await until(async () => (await cardQuote(driver, page))?.includes('The bridge'), { what: 'the first card again' });
    await driver.command('toggle-page', page);
    await waitForStatus(setting(), page, 'off');
    await driver.command('toggle-page', page);
    await waitForStatus(setting(), page, 'marked');
    if (driver.which === 'firefox') {
      // Chromium opens it for a key that is really pressed, which no driver can do there.
      await driver.command('open-panel', page);
      const panel = await driver.panel();
      assert.ok(panel, 'a panel');
      await listed(panel, 3);
    }
    await page.close();
  });
});
