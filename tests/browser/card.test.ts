/** The card of a mark: by mouse, by keyboard, from mark to mark. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { type Driver, until } from './harness/driver';
import { paintedMarks, waitForMarks } from './harness/marks';
import { ARTICLE, askReader, inBoth, linesOf, type Setting } from './support';

interface ShownCard {
  readonly title: string;
  readonly quote: string;
  readonly focused: boolean;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

const card = (driver: Driver, page: Page): Promise<ShownCard | null> =>
  driver.overlay(page, (root) => {
    const card = root.querySelector('.card');
    if (!card) return null;
    const { left, top, right, bottom } = card.getBoundingClientRect();
    return {
      title: card.querySelector('h2')?.textContent ?? '',
      quote: card.querySelector('blockquote')?.textContent ?? '',
      focused: card.contains(root.activeElement),
      box: { left, top, right, bottom },
    };
  });

const opened = (driver: Driver, page: Page, quote: string): Promise<ShownCard> =>
  until(
    async () => {
      const shown = await card(driver, page);
      return shown?.quote.includes(quote) ? shown : null;
    },
    { what: `the card of ${quote}` },
  );

const closed = (driver: Driver, page: Page): Promise<boolean> =>
  until(async () => (await card(driver, page)) === null, { what: 'the card to close' });

async function clickOn(page: Page, words: string): Promise<void> {
  const [line] = await linesOf(page, words);
  assert.ok(line);
  await page.mouse.click((line.left + line.right) / 2, (line.top + line.bottom) / 2);
}

async function marked({ driver, server }: Setting): Promise<Page> {
  const page = await driver.open(server.html(ARTICLE, 'strict'));
  await driver.click(page);
  await waitForMarks(page);
  await until(() => driver.overlay(page, (root) => root.querySelectorAll('.label').length > 1), { what: 'labels' });
  return page;
}

inBoth('the card', {}, (setting) => {
  it('opens by a click on a mark, beside its words, and leaves the keyboard where it is', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    await clickOn(page, 'Nobody asked the builders');
    const shown = await opened(driver, page, 'Nobody asked the builders');
    assert.equal(shown.title, 'Tom Ash');
    assert.match(shown.quote, /builders,” … “We would/, 'both parts of the quotation');
    assert.equal(shown.focused, false);
    const window = await page.evaluate(() => ({ right: innerWidth, bottom: innerHeight }));
    assert.ok(shown.box.left >= 0 && shown.box.top >= 0, 'in the window');
    assert.ok(shown.box.right <= window.right && shown.box.bottom <= window.bottom, 'in the window');
    for (const line of await linesOf(page, 'Nobody asked the builders')) {
      assert.ok(line.bottom <= shown.box.top || line.top >= shown.box.bottom, 'not over the words');
    }
    await page.keyboard.press('Escape');
    await closed(driver, page);
    await page.close();
  });

  it('closes by a click beside it, and links stay links', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    await clickOn(page, 'The bridge is safe');
    await opened(driver, page, 'The bridge is safe');
    await clickOn(page, 'Small print');
    await closed(driver, page);
    await clickOn(page, 'Ann Lee');
    await until(() => page.evaluate(() => location.hash === '#lee'), { what: 'the link to be followed' });
    assert.equal(await card(driver, page), null);
    await page.close();
  });

  it('opens from its label by keyboard, takes the keyboard and gives it back', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    const label = await driver.overlay(page, (root) => {
      const label = root.querySelector<HTMLElement>('.label');
      label?.focus();
      return label?.getAttribute('aria-label');
    });
    assert.match(label ?? '', /mark 1 of 3, Ann Lee/);
    await page.keyboard.press('Enter');
    assert.equal((await opened(driver, page, 'The bridge is safe')).focused, true);
    await page.keyboard.press('ArrowRight');
    assert.equal((await opened(driver, page, 'Nobody asked')).focused, true);
    // Another size of the window has the labels placed anew.
    await driver.overlay(page, (root) => root.querySelector('.label')?.classList.add('old'));
    await page.setViewport({ width: 1200, height: 900 });
    const anew = () => driver.overlay(page, (root) => root.querySelector('.label:not(.old)') !== null);
    await until(anew, { what: 'labels in their new places' });
    await page.keyboard.press('Escape');
    await closed(driver, page);
    const back = await driver.overlay(page, (root) => root.activeElement?.className.includes('label'));
    assert.equal(back, true, 'the label has the keyboard again');
    await page.close();
  });

  it('goes from mark to mark, each in view and spoken', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    for (const quote of ['The bridge is safe', 'Nobody asked', 'The money was there', 'The bridge is safe']) {
      await askReader(setting(), page, { kind: 'step', by: 1 });
      await page.bringToFront();
      await opened(driver, page, quote);
      const spoken = await driver.overlay(page, (root) => root.querySelector('[role=status]')?.textContent);
      assert.ok(spoken?.includes(quote), spoken ?? 'nothing spoken');
    }
    await askReader(setting(), page, { kind: 'step', by: -1 });
    await opened(driver, page, 'The money was there');
    await page.close();
  });

  it('copies the quote with its speaker and a link that leads back to it', async () => {
    const { driver, server } = setting();
    const long = ARTICLE.replace('<p>Not everyone', `${'<p>The rain did not stop.</p>'.repeat(60)}<p>Not everyone`);
    const page = await driver.open(server.html(`${long}<textarea></textarea>`));
    await driver.click(page);
    await waitForMarks(page);
    for (const by of [1, 1, 1]) await askReader(setting(), page, { kind: 'step', by });
    await page.bringToFront();
    await opened(driver, page, 'The money was there');
    const button = await driver.overlay(page, (root) => {
      const tools = [...root.querySelectorAll<HTMLElement>('.card .tool')];
      const { left, top } = tools.find(({ textContent }) => textContent === 'Copy')?.getBoundingClientRect() ?? {};
      return { x: (left ?? 0) + 8, y: (top ?? 0) + 8 };
    });
    assert.ok(button);
    await page.mouse.click(button.x, button.y);
    const said = () =>
      driver.overlay(page, (root) => [...root.querySelectorAll('.tool')].some((tool) => tool.textContent === 'Copied'));
    await until(said, { what: 'the copy' });
    await page.focus('textarea');
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyV');
    await page.keyboard.up('Control');
    const copied = await until(() => page.evaluate(() => document.querySelector('textarea')?.value), { what: 'text' });
    const [, words, link] = /^(.*) (http\S+)$/s.exec(copied) ?? [];
    assert.equal(words, '“The money was there all the time,” — Ann Lee, mayor (127.0.0.1)');
    assert.match(link ?? '', /#:~:text=The%20money%20was%20there%20all%20the%20time/);
    await page.close();

    const there = await driver.open(link ?? '');
    await until(() => there.evaluate(() => scrollY > 500), { what: 'the passage to be in view' });
    await there.close();
  });

  it('takes a mark away that the reader rejects, also from the next visit', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    await clickOn(page, 'The money was there');
    await opened(driver, page, 'The money was there');
    await driver.overlay(page, (root) => {
      for (const tool of root.querySelectorAll<HTMLElement>('.card .tool')) {
        if (tool.textContent === 'Not this') tool.click();
      }
    });
    const texts = async () => (await paintedMarks(page)).map(({ text }) => text);
    await until(async () => !(await texts()).some((text) => text.includes('The money')), { what: 'the mark to go' });
    await page.reload();
    await driver.click(page);
    await waitForMarks(page);
    assert.ok(!(await texts()).some((text) => text.includes('The money')));
    await page.close();
  });
});
