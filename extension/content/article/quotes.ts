/**
 * Block quotes and embedded posts in the midst of a story. Readability drops them where the element around
 * has a name such as "social" or "embed"; what people wrote there is part of what the story quotes.
 */
import { purposeOf } from './purpose';
import type { PageElement, PageText } from './snapshot';
import { textsIn } from './texts';

/** The texts of block quotes in `home` that are not among those under `known` elements. */
export function quotesLeftOut(home: PageElement, known: ReadonlyMap<PageElement, unknown>): PageText[] {
  return home
    .all((element) => element.name === 'BLOCKQUOTE' && !known.has(element) && isInStory(element, home))
    .flatMap(textsIn);
}

function isInStory(quote: PageElement, home: PageElement): boolean {
  for (let e: PageElement | null = quote; e && e !== home; e = e.parent) if (purposeOf(e)) return false;
  return true;
}
