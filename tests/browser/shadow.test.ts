/** Stories in web components: what stands in an open shadow root, or is put into one by a slot, is read as any other. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness/driver';
import { changes, watch } from './harness/untouched';
import { askReader, inBoth, page as pageOf, type Setting, waitForStatus } from './support';

const FILLER = `<p>${'The river rose again in the night and the road along the bank was closed until noon. '.repeat(8)}</p>`;
/** Three paragraphs in the root of a component, one that the page puts into it. */
const IN_ROOT = `
  <style>:host { display: block } .story { line-height: 1.5 }</style>
  <div class="story"><h1>A town argues about its bridge</h1>
    <p>“The bridge is safe for everybody,” said the mayor, Ann Lee, on Monday.</p>
    <slot></slot>
    <p>“Nobody asked the builders,” said Tom Ash, a builder. “We would have told them no.”</p>${FILLER}
  </div>`;
const SLOTTED = '<p>“The money was there all the time,” Lee said.</p>';
const QUOTES = [
  '“Nobody asked the builders,”',
  '“The bridge is safe for everybody,”',
  '“The money was there all the time,”',
  '“We would have told them no.”',
];

/** A page whose story is in a component. */
const COMPONENT = pageOf('A town argues about its bridge', '').replace(
  /<article>.*<\/article>/s,
  `<main><news-story>${SLOTTED}</news-story></main>`,
);

/** Opens a page and lets its component be drawn with this content. */
async function open(
  { driver, server }: Setting,
  mode: ShadowRootMode,
  html: string,
  content = COMPONENT,
): Promise<Page> {
  const page = await driver.open(server.html(content));
  await page.evaluate(
    (mode, html) => {
      const root = document.querySelector('news-story')?.attachShadow({ mode });
      if (root) root.innerHTML = html;
    },
    mode,
    html,
  );
  return page;
}

/** The words that are painted: registered, and with a ground where they stand. */
const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [];
    for (const [name, highlight] of CSS.highlights) {
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const element = startContainer.parentElement as Element;
        const ground = getComputedStyle(element, `::highlight(${name})`).backgroundColor;
        if (!startContainer.isConnected || ground === 'rgba(0, 0, 0, 0)') continue;
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        texts.push(range.toString());
      }
    }
    return texts.sort();
  });

/** Where words of the component are. */
const boxOf = (page: Page, words: string) =>
  page.evaluate((words) => {
    const root = document.querySelector('news-story')?.shadowRoot as ShadowRoot;
    const paragraph = [...root.querySelectorAll('p')].find(({ textContent }) =>
      textContent?.includes(words),
    ) as Element;
    const range = document.createRange();
    range.setStart(paragraph.firstChild as Text, 0);
    range.setEnd(paragraph.firstChild as Text, words.length);
    const { left, top, bottom } = range.getBoundingClientRect();
    return { left, top, bottom };
  }, words);

const sheetsIn = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('news-story')?.shadowRoot?.adoptedStyleSheets.length ?? -1);

const waitForQuotes = (page: Page, quotes: readonly string[] = QUOTES): Promise<boolean> =>
  until(async () => (await painted(page)).join() === [...quotes].sort().join(), { what: 'the quotes' });

inBoth('a story in a component', {}, (setting) => {
  it('is marked and labelled where it stands, and the page stays as it is', async () => {
    const { driver } = setting();
    const page = await open(setting(), 'open', IN_ROOT);
    const inside = () => page.evaluate(() => document.querySelector('news-story')?.shadowRoot?.innerHTML);
    const before = [await inside(), await boxOf(page, 'Nobody')];
    await watch(page);
    await driver.click(page);
    await waitForQuotes(page);
    const labels = () =>
      driver.overlay(page, (root) =>
        [...root.querySelectorAll<HTMLElement>('.label')].map(({ dataset }) => dataset.name),
      );
    // Lee has one for what she says twice in a row.
    await until(async () => (await labels())?.join() === 'Ann Lee,Tom Ash', { what: 'labels' });
    assert.deepEqual(await changes(page, 0), { html: null, moved: 0, shift: 0 });
    assert.deepEqual([await inside(), await boxOf(page, 'Nobody')], before);
    // What is read of it is in the order in which it is drawn.
    const { marks } = await waitForStatus(setting(), page, 'marked');
    assert.deepEqual(
      marks.map(({ text }) => text.slice(0, 12)),
      ['“The bridge ', '“The money w', '“Nobody aske'],
    );
    assert.equal(await sheetsIn(page), 1);
    await askReader(setting(), page, { kind: 'power', on: false });
    await until(async () => (await painted(page)).length === 0, { what: 'the marks to go' });
    assert.equal(await sheetsIn(page), 0);
    await page.close();
  });

  it('opens the card at a click, but not where the page put a button', async () => {
    const { driver } = setting();
    const button = '<button>“Ask me,” said Ida Voss, a teacher.</button>';
    const page = await open(setting(), 'open', IN_ROOT.replace('</h1>', `</h1>${button}`));
    await driver.click(page);
    await until(async () => (await painted(page)).length >= 4, { what: 'the quotes' });
    const hasCard = () => driver.overlay(page, (root) => root.querySelector('.card') !== null);
    const { left, top, bottom } = await boxOf(page, '“The bridge');
    await page.mouse.click(left + 30, (top + bottom) / 2);
    await until(hasCard, { what: 'the card' });
    await page.mouse.click(left + 30, top - 20);
    await until(async () => !(await hasCard()), { what: 'the card to go' });
    await page.close();
  });

  it('gets marks on text that comes late into its root, or changes there', async () => {
    const { driver } = setting();
    const page = await open(setting(), 'open', IN_ROOT);
    await driver.click(page);
    await waitForQuotes(page);
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.textContent = '“The river did what rivers do,” said Eve Moor, a farmer.';
      document.querySelector('news-story')?.shadowRoot?.querySelector('.story')?.append(late);
    });
    await waitForQuotes(page, [...QUOTES, '“The river did what rivers do,”']);
    // Still one line: no height tells of it.
    await page.evaluate(() => {
      const text = document.querySelector('news-story')?.shadowRoot?.querySelector('.story p:last-child')?.firstChild;
      (text as Text).data = '“It did what rivers do,” said Eve Moor, who is a farmer.';
    });
    await waitForQuotes(page, [...QUOTES, '“It did what rivers do,”']);
    await page.close();
  });

  it('is found when its component comes after the click', async () => {
    const { driver, server } = setting();
    const page = await driver.open(server.html(COMPONENT.replace(/<main>.*<\/main>/s, '<main></main>')));
    await driver.click(page);
    await waitForStatus(setting(), page, 'no-article');
    await page.evaluate(
      (html, slotted) => {
        const host = document.createElement('news-story');
        host.attachShadow({ mode: 'open' }).innerHTML = html;
        host.innerHTML = slotted;
        document.querySelector('main')?.append(host);
      },
      IN_ROOT,
      SLOTTED,
    );
    await waitForQuotes(page);
    await page.close();
  });

  it('has wider lines in its root if the reader wants room for the names', async () => {
    const { driver, inside } = setting();
    const settle = (labels: string) =>
      inside.run((labels) => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        return api.storage.local.set({ settings: { labels } });
      }, labels);
    await settle('room');
    const page = await open(setting(), 'open', IN_ROOT);
    await driver.click(page);
    await waitForQuotes(page);
    const spacing = () =>
      page.evaluate(() => {
        const within = document.querySelector('news-story') as Element;
        return [within.shadowRoot?.querySelector('p'), within.querySelector('p')].map((paragraph) => {
          const { lineHeight, fontSize } = getComputedStyle(paragraph as Element);
          return (Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)).toFixed(1);
        });
      });
    await until(async () => (await spacing()).join() === '2.1,2.1', { what: 'wider lines' });
    await settle('auto');
    await until(async () => (await spacing()).join() === '1.5,1.5', { what: 'the lines of the page' });
    await page.close();
  });

  it('takes the card along where a container in the root scrolls', async () => {
    const { driver } = setting();
    const app = '<style>.scroll { height: 500px; overflow-y: auto }</style><div class="scroll"><slot></slot></div>';
    const story = `${'<p>“The money was there all the time,” Lee said.</p>'}${FILLER.repeat(4)}`;
    const page = await open(setting(), 'open', app, COMPONENT.replace(SLOTTED, story));
    await driver.click(page);
    await waitForQuotes(page, ['“The money was there all the time,”']);
    const { marks } = await waitForStatus(setting(), page, 'marked');
    await askReader(setting(), page, { kind: 'show', mark: marks[0]?.id });
    const top = () => driver.overlay(page, (root) => root.querySelector('.card')?.getBoundingClientRect().top ?? null);
    const before = await until(top, { what: 'the card' });
    await page.evaluate(() =>
      document.querySelector('news-story')?.shadowRoot?.querySelector('.scroll')?.scrollBy(0, 20),
    );
    await until(async () => Math.abs(((await top()) ?? 0) - before + 20) < 1, { what: 'the card to go along' });
    await page.close();
  });

  it('is left alone in a closed root', async () => {
    const { driver } = setting();
    const page = await open(setting(), 'closed', IN_ROOT, COMPONENT.replace(SLOTTED, ''));
    await driver.click(page);
    await waitForStatus(setting(), page, 'no-article');
    await page.close();
  });
});
