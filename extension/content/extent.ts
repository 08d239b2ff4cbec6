/** How much of its article a page has, and how much of that is read. */
import { LONGEST_TEXT } from '../shared/document';
import type { Extent } from '../shared/page-state';
import type { StoryText } from './stories';

/** An article with fewer words that is not free is taken for its preview, where the page does not say how long it is. */
const PREVIEW_WORDS = 250;
/** What is on the page may be so much shorter than the page says: headlines and captions are counted by some. */
const MOST_MISSING = 0.4;

/** The stories as far as an article is read; the last one ends with a paragraph if it can, else with a word. */
export function firstPart(stories: readonly StoryText[], most = LONGEST_TEXT): StoryText[] {
  let limit = most;
  return stories.flatMap(({ start, text }) => {
    const room = limit - start;
    if (text.length <= room) return [{ start, text }];
    limit = 0; // nothing is read after a part that was left out
    if (room <= 0) return [];
    const last = (end: string): number => Math.max(0, text.lastIndexOf(end, room));
    return [{ start, text: text.slice(0, last('\n') || last(' ') || room) }];
  });
}

/** The extent of what was read of a page whose article has this text. */
export function extentOf(page: Document, text: string, read: readonly StoryText[]): Extent {
  const end = read.at(-1);
  if (!end || end.start + end.text.length < text.trimEnd().length) return 'first-part';
  return isPreview(page, text) ? 'preview' : 'whole';
}

/**
 * Whether a page says that its article is for those who pay (https://schema.org/isAccessibleForFree), and has less
 * of it than there is.
 */
function isPreview(page: Document, text: string): boolean {
  const scripts = page.querySelectorAll('script[type="application/ld+json"]');
  const data = [...scripts]
    .map((script) => script.textContent ?? '')
    .find((json) => /"isAccessibleForFree"/.test(json));
  if (!data || !/"isAccessibleForFree"\s*:\s*"?false/i.test(data)) return false;
  const words = text.match(/\S+/g)?.length ?? 0;
  const declared = Number(/"wordCount"\s*:\s*"?(\d+)/.exec(data)?.[1] ?? 0);
  return declared > 0 ? words < declared * (1 - MOST_MISSING) : words < PREVIEW_WORDS;
}
