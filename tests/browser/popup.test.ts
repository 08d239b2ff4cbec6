/** The popup's switches, which act at once, and the settings, which hold on every page. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Scope, until } from './harness/driver';
import { paintedMarks, waitForMarks } from './harness/marks';
import { ARTICLE, inBoth, page as pageOf, type Setting, waitForStatus } from './support';

const looks = async (page: Page): Promise<string[]> => [...new Set((await paintedMarks(page)).map(({ look }) => look))];

async function popupOn({ driver }: Setting, page: Page): Promise<Scope> {
  await driver.click(page);
  const popup = await driver.popup();
  assert.ok(popup, 'a popup');
  await until(() => popup.run(() => document.querySelector<HTMLInputElement>('#power')?.disabled === false), {
    what: 'the popup to know the page',
  });
  return popup;
}

async function marked({ driver, server }: Setting, html = ARTICLE): Promise<Page> {
  const page = await driver.open(server.html(html, 'strict'));
  await driver.click(page);
  await waitForMarks(page);
  return page;
}

inBoth('the popup', {}, (setting) => {
  it('switches the marks of the page off and on', async () => {
    const page = await marked(setting());
    const popup = await popupOn(setting(), page);
    await popup.run(() => document.querySelector<HTMLInputElement>('#power')?.click());
    await until(async () => (await paintedMarks(page)).length === 0, { what: 'the marks to go' });
    await popup.run(() => document.querySelector<HTMLInputElement>('#power')?.click());
    await waitForMarks(page);
    await page.close();
  });

  it('switches a category off on all open pages at once, and says how many marks remain', async () => {
    const other = await marked(setting(), ARTICLE.replaceAll('A town argues', 'Another town argues'));
    const page = await marked(setting());
    const popup = await popupOn(setting(), page);
    await popup.run(() => document.querySelector<HTMLInputElement>('input[name=direct]')?.click());
    for (const one of [page, other]) {
      await until(async () => (await paintedMarks(one)).length === 0, { what: 'the quotes to go' });
    }
    const text = () => popup.run(() => document.querySelector('#status')?.textContent);
    await until(async () => (await text())?.startsWith('0 marks'), { what: 'the popup to follow' });
    await popup.run(() => document.querySelector<HTMLInputElement>('input[name=direct]')?.click());
    for (const one of [page, other]) await waitForMarks(one);
    await page.close();
    await other.close();
  });

  it('puts one voice in the spotlight and goes to the next mark', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    const popup = await popupOn(setting(), page);
    await until(
      () =>
        popup.run(() => {
          const voices = [...document.querySelectorAll<HTMLElement>('.voice')];
          const ash = voices.find((voice) => voice.textContent?.includes('Tom Ash'));
          ash?.click();
          return ash !== undefined;
        }),
      { what: 'the voice of Tom Ash' },
    );
    await until(async () => (await looks(page)).includes('faded'), { what: 'the other voice to fade' });
    const clear = (await paintedMarks(page)).filter(({ look }) => look !== 'faded').map(({ text }) => text);
    assert.deepEqual(clear, ['“Nobody asked the builders,”', '“We would have told them no.”']);
    await popup.run(() => document.querySelector<HTMLElement>('#next')?.click());
    await until(() => driver.overlay(page, (root) => root.querySelector('.card') !== null), { what: 'a card' });
    await page.close();
  });

  it('says what there is to say where nothing is marked', async () => {
    const { driver, server } = setting();
    const plain = pageOf('A quiet day', '<p>Nothing happened in the town that anybody would have talked about.</p>');
    const page = await driver.open(server.html(plain, 'strict'));
    await driver.click(page);
    const state = await waitForStatus(setting(), page, 'nothing');
    assert.equal(state.marks.length, 0);
    const popup = await driver.popup();
    // Popup and notice each stand a moment before they have their words.
    let said: string | null | undefined;
    const read = async () => {
      said = popup
        ? await popup.run(() => document.querySelector('#status')?.textContent)
        : await driver.overlay(page, (root) => root.querySelector('.notice')?.textContent);
      return /No quotes or contested claims found/.test(said ?? '');
    };
    await until(read, { what: () => `the words, instead of “${said}”` });
    await page.close();
  });

  it('says that a text is not English, and marks it all the same if asked to', async () => {
    const { driver, server } = setting();
    const german = pageOf(
      'Eine Stadt streitet',
      `<p>„Die Brücke ist sicher, und das wird sie auch bleiben“, sagte die Bürgermeisterin Anna Lehmann am Montag.</p>
       <p>Der Stadtrat hat in der Nacht über die Kosten der Brücke beraten und sich nicht auf eine Summe geeinigt.</p>`,
      'de',
    ).replace(
      /<p>The river.*?<\/p>/s,
      '<p>Der Fluss stieg in der Nacht wieder an, und die Straße war bis zum Mittag gesperrt, was die Leute im Ort nicht wunderte.</p>',
    );
    const page = await driver.open(server.html(german, 'strict'));
    await driver.click(page);
    await waitForStatus(setting(), page, 'not-english');
    assert.equal((await paintedMarks(page)).length, 0);
    const popup = await driver.popup();
    assert.ok(popup, 'a popup');
    await until(() => popup.run(() => document.querySelector<HTMLElement>('#start')?.hidden === false), {
      what: 'the button',
    });
    await popup.run(() => document.querySelector<HTMLElement>('#start')?.click());
    const answered = async () =>
      (await paintedMarks(page)).length > 0 || (await waitForStatus(setting(), page, 'nothing')) !== null;
    await until(answered, { what: 'the text to be marked anyway' });
    await page.close();
  });

  it('says that a page is closed to extensions', async () => {
    const { driver } = setting();
    const page = await driver.browser.newPage();
    // Firefox's driver does not hear of the end of this navigation, since the tab changes its process.
    const address = driver.which === 'chromium' ? 'chrome://version' : 'about:license';
    await page.goto(address, { timeout: 2_000 }).catch(() => {});
    await driver.click(page);
    const popup = await driver.popup();
    assert.ok(popup, 'a popup');
    await until(
      async () => /does not let/.test((await popup.run(() => document.querySelector('#status')?.textContent)) ?? ''),
      { what: 'the reason' },
    );
    await page.close();
  });
});

inBoth('the popup without WebAssembly', { withoutWasm: true }, (setting) => {
  it('says that nothing can be marked without it', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(ARTICLE, 'strict'));
    await driver.click(page);
    await waitForStatus(setting(), page, 'no-wasm');
    assert.equal((await paintedMarks(page)).length, 0);
    await page.close();
  });
});
