/** Pages that change under the marks: late text, rendering anew, another article, an updated extension. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { until } from './harness/driver';
import { paintedMarks, waitForMarks } from './harness/marks';
import { ARTICLE, inBoth, type Setting, waitForStatus } from './support';

async function marked({ driver, server }: Setting): Promise<Page> {
  const page = await driver.open(server.html(ARTICLE));
  await driver.click(page);
  await waitForMarks(page);
  return page;
}

const texts = async (page: Page): Promise<string[]> => (await paintedMarks(page)).map(({ text }) => text);

inBoth('a page that changes', {}, (setting) => {
  it('gets marks on text that comes late', async () => {
    const page = await marked(setting());
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.textContent = '“The river did what rivers do,” said Eve Moor, a farmer.';
      document.querySelector('article')?.append(late);
    });
    await until(async () => (await texts(page)).includes('“The river did what rivers do,”'), {
      what: 'the late quote',
    });
    assert.equal((await texts(page)).length, 5);
    await page.close();
  });

  it('keeps its marks where a paragraph is rendered anew', async () => {
    const page = await marked(setting());
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('article p')) {
        paragraph.replaceWith(paragraph.cloneNode(true));
      }
    });
    const onLivingNodes = () =>
      page.evaluate(() => {
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
        return ranges.length === 4 && ranges.every(({ startContainer }) => startContainer.isConnected);
      });
    await until(onLivingNodes, { what: 'marks on the new nodes' });
    await page.close();
  });

  it('gets back what its own code takes away', async () => {
    const { driver } = setting();
    const page = await marked(setting());
    await until(() => driver.overlay(page, (root) => root.querySelector('.label') !== null), { what: 'labels' });
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.querySelector('sayso-overlay')?.remove();
    });
    await waitForMarks(page);
    await until(() => driver.overlay(page, (root) => root.querySelector('.label') !== null), { what: 'labels' });
    await page.close();
  });

  it('is read anew when it becomes another article', async () => {
    const page = await marked(setting());
    await page.evaluate(() => {
      history.pushState(null, '', '/another');
      const article = document.querySelector('article');
      const paragraphs = [...(article?.querySelectorAll('p') ?? [])];
      for (const paragraph of paragraphs.slice(0, 4)) paragraph.remove();
      const next = document.createElement('p');
      next.textContent = '“Nothing of that is in my story,” said Ida Voss, a teacher, when the school opened again.';
      article?.prepend(next);
    });
    await until(async () => (await texts(page)).join() === '“Nothing of that is in my story,”', {
      what: 'the marks of the other article alone',
    });
    await page.close();
  });

  it('costs nothing while it changes outside of the article', async () => {
    const page = await marked(setting());
    const before = await page.evaluate(() => [...CSS.highlights.values()].map((highlight) => highlight));
    assert.ok(before.length > 0);
    await page.evaluate(async () => {
      (globalThis as { kept?: unknown }).kept = CSS.highlights.get('sayso-direct-light');
      const footer = document.querySelector('footer');
      for (let i = 0; i < 200; i++) {
        if (footer) footer.textContent = `Visitor ${i}`;
        await new Promise(requestAnimationFrame);
      }
    });
    const same = await page.evaluate(
      () => (globalThis as { kept?: unknown }).kept === CSS.highlights.get('sayso-direct-light'),
    );
    assert.ok(same, 'the marks were not drawn again');
    await page.close();
  });

  it('is cleared when the extension is updated, and told so or marked by the new one', async () => {
    const { driver, inside } = setting();
    const page = await marked(setting());
    await waitForStatus(setting(), page, 'marked');
    // Takes its own page along.
    void inside
      .run(() => ((globalThis as { browser?: typeof chrome }).browser ?? chrome).runtime.reload())
      .catch(() => {});
    const ground = () =>
      page.evaluate(() => {
        const paragraph = document.querySelector('article p') as Element;
        return CSS.highlights.has('sayso-direct-light')
          ? getComputedStyle(paragraph, '::highlight(sayso-direct-light)').backgroundColor
          : 'rgba(0, 0, 0, 0)';
      });
    const gone = async () => {
      await page.bringToFront();
      await page.mouse.click(5, 300);
      return (await ground()) === 'rgba(0, 0, 0, 0)';
    };
    await until(gone, { what: 'the marks to go', every: 200 });
    if (driver.which === 'chromium') {
      // Firefox ends a script with its extension, which then has no last word. Chromium's driver loses its hold
      // on the tab at a click on the button of an extension that was loaded again.
      const said = await driver.overlay(page, (root) => root.querySelector('.notice')?.textContent);
      assert.match(said ?? '', /updated/);
      return;
    }
    const again = async () => {
      await driver.click(page).catch(() => {});
      return (await ground()) !== 'rgba(0, 0, 0, 0)';
    };
    await until(again, { what: 'marks by the new one', every: 500 });
    assert.equal((await texts(page)).length, 4);
    await until(() => driver.overlay(page, (root) => root.querySelector('.label') !== null), { what: 'labels' });
    assert.equal(await page.evaluate(() => document.querySelectorAll('sayso-overlay').length), 1);
    await page.close();
  });
});
