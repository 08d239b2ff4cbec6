/** The popup's switches, which act at once, and the settings, which hold on every page. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Scope, until } from './harness/driver';
import { paintedMarks, waitForMarks } from './harness/marks';
import { ARTICLE, askReader, inBoth, page as pageOf, type Setting, waitForStatus } from './support';

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

/** What the popup showed first, and how many ms after it began to load. */
const first = (popup: Scope): Promise<{ detail: string; startTime: number }> =>
  until(
    () =>
      popup.run(() => {
        const [shown] = performance.getEntriesByName('shown');
        return shown ? { detail: (shown as PerformanceMark).detail, startTime: shown.startTime } : null;
      }),
    { what: 'the popup to show itself' },
  );

inBoth('the popup at first sight', {}, (setting) => {
  it('is right at once, and there in less than 100 ms', async (test) => {
    const { driver } = setting();
    const times: number[] = [];
    const said: string[] = [];
    const median = (): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.POSITIVE_INFINITY;
    // A busy machine can delay most of them, and the page's answer too, but it makes nothing wrong and none faster.
    for (let round = 0; round < 5 || (median() >= 100 && round < 15); round++) {
      const page = await marked(setting());
      await driver.click(page);
      const popup = await driver.popup();
      assert.ok(popup, 'a popup');
      const { detail, startTime } = await first(popup);
      said.push(detail);
      times.push(startTime);
      await page.close();
    }
    test.diagnostic(`shown after ${times.map((time) => time.toFixed()).join(', ')} ms`);
    assert.ok(said.includes('marked') && said.every((first) => ['marked', 'reading'].includes(first)), `${said}`);
    assert.ok(median() < 100, `shown after ${times} ms`);
  });

  it('does not take a page that is too busy to answer for one that was not read', async (test) => {
    const { driver } = setting();
    const page = await marked(setting());
    const busy = page.evaluate(() => {
      for (const end = performance.now() + 3_000; performance.now() < end; );
    });
    await driver.click(page);
    const popup = await driver.popup();
    assert.ok(popup, 'a popup');
    const { detail, startTime } = await first(popup);
    assert.equal(detail, 'reading');
    test.diagnostic(`shown after ${startTime.toFixed()} ms`);
    // It waits some time for the page, and not until it answers.
    assert.ok(startTime < 300, `shown after ${startTime} ms`);
    const progress = await popup.run(() => ({
      bar: document.querySelector<HTMLElement>('#progress')?.hidden === false,
      start: document.querySelector<HTMLElement>('#start')?.hidden === false,
    }));
    await busy;
    assert.deepEqual(progress, { bar: true, start: false });
    const text = () => popup.run(() => document.querySelector('#status')?.textContent);
    await until(async () => /3 marks/.test((await text()) ?? ''), { what: 'the marks' });
    await page.close();
  });

  it('says that the browser refused a site that the reader chose', async () => {
    const { inside } = setting();
    // As it is when the browser's question closed the popup that asked it, and the answer was no.
    await inside.run(async () => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      await api.storage.local.set({ settings: { sites: { '127.0.0.1': 'always' } } });
    });
    const page = await marked(setting());
    const popup = await popupOn(setting(), page);
    await first(popup);
    const shown = await popup.run(() => ({
      choice: document.querySelector<HTMLInputElement>('#site input:checked')?.value,
      note: document.querySelector('#site-note')?.textContent,
    }));
    assert.deepEqual(shown, { choice: 'click', note: 'The browser did not allow it; marked only when you click.' });
    await inside.run(async () => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      await api.storage.local.remove('settings');
    });
    await page.close();
  });
});

inBoth('the popup of a part of an article', {}, (setting) => {
  const withData = (data: object): string =>
    ARTICLE.replace('</head>', `<script type="application/ld+json">${JSON.stringify(data)}</script></head>`);
  const extent = async (page: Page): Promise<string | null | undefined> => {
    const popup = await popupOn(setting(), page);
    await first(popup);
    return popup.run(() => document.querySelector('#extent')?.textContent);
  };

  it('says that there is only a preview, where the page says that there is more for those who pay', async () => {
    const news = { '@type': 'NewsArticle', isAccessibleForFree: false };
    const cases: [object, RegExp][] = [
      [news, /^Only a preview/],
      [{ ...news, wordCount: 900 }, /^Only a preview/],
      [{ ...news, wordCount: 210 }, /^$/],
      [{ ...news, isAccessibleForFree: true }, /^$/],
    ];
    for (const [data, expected] of cases) {
      const page = await marked(setting(), withData(data));
      assert.match((await extent(page)) ?? 'nothing', expected, JSON.stringify(data));
      await page.close();
    }
  });
});

inBoth('the badge', {}, (setting) => {
  it('is off until the reader wants it, and then says how many marks are shown', async () => {
    const { inside } = setting();
    const page = await marked(setting());
    const badge = () =>
      inside.run(async () => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        const texts = await Promise.all(
          (await api.tabs.query({})).map(({ id }) => api.action.getBadgeText({ tabId: id as number })),
        );
        return texts.join('');
      });
    const choose = (badge: boolean) =>
      inside.run((badge) => {
        const input = document.querySelector<HTMLInputElement>('#badge');
        if (input && input.checked !== badge) input.click();
      }, badge);
    assert.equal(await badge(), '');
    await choose(true);
    await until(async () => (await badge()) === '3', { what: 'the number' });
    await askReader(setting(), page, { kind: 'power', on: false });
    await until(async () => (await badge()) === '', { what: 'no number where nothing is marked' });
    await askReader(setting(), page, { kind: 'power', on: true });
    await until(async () => (await badge()) === '3', { what: 'the number again' });
    await choose(false);
    await until(async () => (await badge()) === '', { what: 'the number to go' });
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
