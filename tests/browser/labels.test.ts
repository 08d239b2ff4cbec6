/** The names beside the marks: they cover no text, make no page wider or longer, and go with the window. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { OWN_PAGES, pagesIn } from './harness/corpus';
import { type Driver, until } from './harness/driver';
import { waitForMarks } from './harness/marks';
import { inBoth } from './support';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const labels = (driver: Driver, page: Page): Promise<{ name: string; box: Box }[] | null> =>
  driver.overlay(page, (root) =>
    [...root.querySelectorAll<HTMLElement>('.label')].map((label) => {
      const { left, top, right, bottom } = label.getBoundingClientRect();
      return { name: label.dataset.name ?? '', box: { left, top, right, bottom } };
    }),
  );

/** Boxes of every line of text in the window, with what it says. */
const lines = (page: Page): Promise<{ text: string; box: Box }[]> =>
  page.evaluate(() => {
    const found: { text: string; box: Box }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (!text.data.trim() || !text.parentElement?.checkVisibility()) continue;
      // What stays when the page scrolls lies over the labels, and they under it.
      if (text.parentElement.closest('.bar')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        if (right > left) found.push({ text: text.data.trim().slice(0, 40), box: { left, top, right, bottom } });
      }
    }
    return found;
  });

const size = (page: Page): Promise<number[]> =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);

/** Boxes of glyphs are taller than the glyphs: so much may overlap, in CSS pixels. */
const SLACK = 2;
const covers = (a: Box, b: Box): boolean =>
  a.left < b.right - SLACK && b.left < a.right - SLACK && a.top < b.bottom - SLACK && b.top < a.bottom - SLACK;

inBoth('the labels', {}, (setting) => {
  for (const id of ['harbour-deal', 'peace-push', 'water']) {
    it(`cover no text of ${id} at any width, and do not stretch it`, async () => {
      const { driver, server } = setting();
      const saved = pagesIn(OWN_PAGES).find((page) => page.id === id);
      assert.ok(saved);
      const page = await driver.open(server.url(saved, 'strict'));
      const bare = new Map<number, number[]>();
      const widths = [1600, 900, 400];
      for (const width of widths) {
        await page.setViewport({ width, height: 900 });
        bare.set(width, await size(page));
      }
      await driver.click(page);
      await waitForMarks(page);
      for (const width of widths) {
        await page.setViewport({ width, height: 900 });
        // They are placed anew once the page is at rest in its new width.
        let fault = '';
        const free = async (): Promise<boolean> => {
          const [placed, text] = [await labels(driver, page), await lines(page)];
          const bad = placed?.flatMap(({ name, box }) => {
            if (box.left < 0 || box.right > width) return [`${name} is not in the page`];
            return text.filter((line) => covers(box, line.box)).map((line) => `${name} covers “${line.text}”`);
          });
          fault = bad?.join('; ') ?? 'there are no labels';
          // Until then those of the width before may reach below the end of the page.
          const [now, before] = [await size(page), bare.get(width)];
          if (String(now) !== String(before)) fault += ` the page is ${now}, without labels ${before}`;
          return fault === '';
        };
        await until(free, { what: `labels at a width of ${width}`, every: 250 }).catch((error) => {
          throw new Error(`${error.message}: ${fault}`);
        });
      }
      await page.close();
    });
  }
});
