/** Whether a page is as it was: its nodes, and where they are. */
import type { Page } from 'puppeteer-core';
import { OVERLAY, sleep } from './driver';

/** What `watch` leaves in the page for `changes`. */
interface Watched {
  readonly html: string;
  readonly rects: Map<Element, readonly number[]>;
  shift: number;
}

type Watching = Window & { saysoWatched?: Watched };

export interface Changes {
  /** The first place where the serialised document differs; null where it does not. */
  readonly html: string | null;
  /** Elements that are not where they were, of those that stood still by themselves. */
  readonly moved: number;
  /** The browser's own layout-shift score; 0 in Firefox, which has none. */
  readonly shift: number;
}

/** Notes how the page is now. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(note, OVERLAY);
  // What moves by itself, such as a ticker or a late layout, is no measure.
  await sleep(150);
  await page.evaluate(keepStill);
}

/**
 * What has changed since; elements that moved by more than `tolerance`, in CSS pixels. Our own overlay, the last
 * child of the document, does not count.
 */
export const changes = (page: Page, tolerance: number): Promise<Changes> => page.evaluate(compare, OVERLAY, tolerance);

function note(overlay: string): void {
  const rects = new Map<Element, readonly number[]>();
  for (const element of document.querySelectorAll(`:not(${overlay})`)) {
    const { x, y, width, height } = element.getBoundingClientRect();
    rects.set(element, [x, y, width, height]);
  }
  const watched: Watched = { html: document.documentElement.outerHTML, rects, shift: 0 };
  (window as Watching).saysoWatched = watched;
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift' });
  }
}

function keepStill(): void {
  const watched = (window as Watching).saysoWatched;
  if (!watched) return;
  watched.shift = 0;
  for (const [element, rect] of watched.rects) {
    const { x, y, width, height } = element.getBoundingClientRect();
    if ([x, y, width, height].some((value, i) => value !== rect[i])) watched.rects.delete(element);
  }
}

function compare(overlay: string, tolerance: number): Changes {
  const watched = (window as Watching).saysoWatched;
  if (!watched) throw new Error('the page was not watched');
  let moved = 0;
  for (const [element, rect] of watched.rects) {
    const { x, y, width, height } = element.getBoundingClientRect();
    if ([x, y, width, height].some((value, i) => Math.abs(value - (rect[i] ?? 0)) > tolerance)) moved++;
  }
  // As text: a copy of the nodes would set off the page's policy on inline handlers once more.
  const now = document.documentElement.outerHTML.replace(new RegExp(`<${overlay}.*</${overlay}>`, 's'), '');
  let at = 0;
  while (at < now.length && now[at] === watched.html[at]) at++;
  const html = now === watched.html ? null : `${watched.html.slice(at, at + 80)} → ${now.slice(at, at + 80)}`;
  return { html, moved, shift: watched.shift };
}
