/**
 * Block quotes and embedded posts in the midst of a story. Readability drops them where the element around
 * has a name such as "social" or "embed"; what people wrote there is part of what the story quotes.
 */
import { purposeOf } from './purpose';
import { textsIn } from './texts';

/** The texts of block quotes in `home` that are not among those under `known` elements. */
export function quotesLeftOut(home: Element, known: ReadonlyMap<Element, unknown>): Text[] {
  return [...home.querySelectorAll('blockquote')]
    .filter((quote) => !known.has(quote) && isInStory(quote, home))
    .flatMap(textsIn);
}

function isInStory(quote: Element, home: Element): boolean {
  for (let e: Element | null = quote; e && e !== home; e = e.parentElement) if (purposeOf(e)) return false;
  return true;
}
