/** Where the story is: the running text, and the element that holds it. */
import type { Block } from './blocks';

/** Shorter blocks may be anything, in characters. */
const SHORTEST = 60;
const HEADING = /^H[1-6]$/;
/** Ends as a sentence or a part of one does, in most scripts. */
const SENTENCE = /[.!?…。！？:;,]["'”’»)\]]*$/;

/** Whether a block reads like running text: long enough, not mostly links, ending as sentences do. */
export function isProse({ element, text, linked, purpose }: Block): boolean {
  return (
    purpose === null &&
    text.length >= SHORTEST &&
    linked < 0.5 &&
    SENTENCE.test(text) &&
    !HEADING.test(element.nodeName)
  );
}

/** Elements that are a paragraph: the story's home is around them. */
const PARAGRAPH = /^(?:P|LI|DD|TD|PRE|BLOCKQUOTE)$/;

/** The share of the running text that the home has, at least: the rest may be summaries and notes elsewhere. */
const SHARE = 0.9;

/** The lowest element that holds nearly all running text, or null where there is none. */
export function homeOf(blocks: readonly Block[]): Element | null {
  const weights = new Map<Element, number>();
  let total = 0;
  for (const block of blocks) {
    if (!isProse(block)) continue;
    const { length } = block.text;
    total += length;
    const { element } = block;
    let holder: Element | null = PARAGRAPH.test(element.nodeName) ? element.parentElement : element;
    for (; holder; holder = holder.parentElement) weights.set(holder, (weights.get(holder) ?? 0) + length);
  }
  let home: Element | null = null;
  for (const [element, weight] of weights) {
    if (weight >= SHARE * total && (!home || home.contains(element))) home = element;
  }
  return home;
}
