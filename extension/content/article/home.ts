/** Where the story is: the running text, and the element that holds it. */
import type { Block } from './blocks';
import type { PageElement } from './snapshot';

/** Shorter blocks may be anything, in characters. */
const SHORTEST = 60;
const HEADING = /^H[1-6]$/;
/** Ends as a sentence or a part of one does, in most scripts. */
const SENTENCE = /[.!?…。！？:;,]["'”’»)\]]*$/;

/** Whether a block reads like running text: long enough, not mostly links, ending as sentences do. */
export function readsLikeProse({ element, text, linked }: Block): boolean {
  return text.length >= SHORTEST && linked < 0.5 && SENTENCE.test(text) && !HEADING.test(element.name);
}

/** Whether a block is running text and nothing tells that it is none of the story's. */
export const isProse = (block: Block): boolean => block.purpose === null && readsLikeProse(block);

/** The share of the running text that the home has, at least: the rest may be summaries and notes elsewhere. */
const SHARE = 0.9;

/** The lowest element that holds nearly all running text and is no paragraph itself, or null if there is none. */
export function homeOf(blocks: readonly Block[]): PageElement | null {
  const prose = blocks.filter(isProse);
  const total = prose.reduce((sum, { text }) => sum + text.length, 0);
  const several = elementsOfSeveral(blocks);
  const weights = new Map<PageElement, number>();
  for (const { element, text } of prose) {
    let holder = several.has(element) ? element : element.parent;
    for (; holder; holder = holder.parent) weights.set(holder, (weights.get(holder) ?? 0) + text.length);
  }
  let home: PageElement | null = null;
  for (const [element, weight] of weights) {
    if (weight >= SHARE * total && (!home || home.contains(element))) home = element;
  }
  return home;
}

/** The elements with several blocks of their own, such as lines that are broken by `<br>`. */
function elementsOfSeveral(blocks: readonly Block[]): ReadonlySet<PageElement> {
  const seen = new Set<PageElement>();
  const several = new Set<PageElement>();
  for (const { element } of blocks) (seen.has(element) ? several : seen).add(element);
  return several;
}
