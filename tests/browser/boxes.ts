/** Where labels, cards and text stand on the screen, in CSS pixels of the window. */
import type { Page } from 'puppeteer-core';
import { type Driver, until } from './harness/driver';
import { waitForMarks } from './harness/marks';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface ShownLabel {
  readonly name: string;
  /** In the space above its line, not in a margin. */
  readonly tab: boolean;
  readonly box: Box;
}

/** Boxes of glyphs are taller than the glyphs: so much may overlap. */
const SLACK = 2;
export const covers = (a: Box, b: Box): boolean =>
  a.left < b.right - SLACK && b.left < a.right - SLACK && a.top < b.bottom - SLACK && b.top < a.bottom - SLACK;

/** The labels that are in the document now. */
export const labelsOf = async (driver: Driver, page: Page): Promise<ShownLabel[]> =>
  (await driver.overlay(page, (root) =>
    [...root.querySelectorAll<HTMLElement>('.label')].map((label) => {
      const { left, top, right, bottom } = label.getBoundingClientRect();
      const tab = label.classList.contains('tab');
      return { name: label.dataset.name ?? '', tab, box: { left, top, right, bottom } };
    }),
  )) ?? [];

/** Boxes of every line of text of the page, with what it says. */
export const textLines = (page: Page): Promise<{ text: string; box: Box }[]> =>
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

/** The first line of each part of each mark. */
const markLines = (page: Page): Promise<Box[]> =>
  page.evaluate(() => {
    const lines: Box[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!/^sayso-\w+-(fill|line)-(?!active)/.test(name)) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const line = [...range.getClientRects()].find(({ width, height }) => width > 0.5 && height > 0.5);
        if (line) lines.push({ left: line.left, top: line.top, right: line.right, bottom: line.bottom });
      }
    }
    return lines;
  });

/** Where a second and a third label of one line stand below it. */
const STEP = 17;
/** Whether a label stands where one of this line would. */
export function standsAt({ tab, box }: ShownLabel, line: Box): boolean {
  if (tab) return Math.abs(box.bottom - line.top) < SLACK;
  const below = (box.top + box.bottom - line.top - line.bottom) / 2;
  const beside = box.right <= line.left + SLACK || box.left >= line.right - SLACK;
  // A word that is wider than its column reaches over those below it.
  return [0, 1, 2].some((step) => (step > 0 || beside) && Math.abs(below - step * STEP) < SLACK);
}

/** What is wrong with the labels of a page: whatever they cover or leave, and marks that they do not stand at. */
export async function labelFaults(driver: Driver, page: Page): Promise<string[]> {
  const shown = await labelsOf(driver, page);
  const [text, marks] = [await textLines(page), await markLines(page)];
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  return shown.flatMap((label, i) => {
    const { name, box } = label;
    const covered = text.find((line) => covers(box, line.box));
    const other = shown.find((other, j) => j > i && covers(box, other.box));
    return [
      box.left < 0 || box.right > width ? `${name} is not in the page` : '',
      covered ? `${name} covers “${covered.text}”` : '',
      other ? `${name} covers the label ${other.name}` : '',
      marks.some((line) => standsAt(label, line)) ? '' : `${name} stands at no mark`,
    ].filter(Boolean);
  });
}

/** Waits until the labels are placed well: they are placed anew once the page is at rest. */
export async function wellPlaced(
  driver: Driver,
  page: Page,
  what: string,
  more: () => Promise<string[]> = async () => [],
): Promise<void> {
  let faults: string[] = [];
  const free = async (): Promise<boolean> => {
    faults = [...(await labelFaults(driver, page)), ...(await more())];
    return faults.length === 0;
  };
  await until(free, { what: () => `the labels ${what}: ${faults.join('; ')}`, every: 200 });
}

/** A page with marks and labels. */
export async function labelled(driver: Driver, url: string): Promise<Page> {
  const page = await driver.open(url);
  await driver.click(page);
  await waitForMarks(page);
  await until(async () => (await labelsOf(driver, page)).length > 0, { what: 'labels' });
  return page;
}
