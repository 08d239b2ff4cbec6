/** What a page shows of the extension: its highlights, which every script of the page can see too. */
import type { Page } from 'puppeteer-core';
import { until } from './driver';

export interface PaintedMark {
  /** The part of the highlight's name that tells what is drawn: `direct`, `contested` … */
  readonly look: string;
  readonly text: string;
}

/** The marks that are painted now, in the order of the document; one for each run of pieces that touch. */
export function paintedMarks(page: Page): Promise<PaintedMark[]> {
  return page.evaluate(() => {
    const marks: { look: string; range: Range }[] = [];
    for (const [name, highlight] of CSS.highlights) {
      const look = /^sayso-\w+-(?:fill|line)-(\w+)-(?:light|dark)$/.exec(name)?.[1];
      if (!look) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        if (!startContainer.isConnected) continue; // not painted
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        marks.push({ look, range });
      }
    }
    marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return marks.map(({ look, range }) => ({ look, text: range.toString() }));
  });
}

/** Waits until something is painted. */
export function waitForMarks(page: Page, timeout = 10_000): Promise<PaintedMark[]> {
  const some = async (): Promise<PaintedMark[] | null> => {
    const marks = await paintedMarks(page);
    return marks.length > 0 ? marks : null;
  };
  return until(some, { what: 'marks', timeout });
}
