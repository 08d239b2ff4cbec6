/** From the text that may be an article to the blocks of its story. */
import { type Block, type Outline, outlineOf } from './blocks';
import { withoutBoilerplate } from './boilerplate';
import { homeOf, isProse, readsLikeProse } from './home';
import type { Purpose } from './purpose';
import { quotesLeftOut } from './quotes';
import type { PageText, Snapshot } from './snapshot';

/** The blocks of the story among these texts; all of them where no running text is found. */
export function storyOf(page: Snapshot, texts: readonly PageText[]): readonly Block[] {
  let { blocks, weights } = believed(outlineOf(texts, page.body));
  const home = homeOf(blocks);
  if (!home) return blocks;
  const quotes = quotesLeftOut(home, weights);
  if (quotes.length > 0) ({ blocks, weights } = believed(outlineOf([...texts, ...quotes], page.body)));
  const story = withoutBoilerplate(blocks, home, page.document);
  return story.some(isProse) ? story : blocks;
}

/**
 * A purpose that most of the running text would have is a misleading name (a picture story in a "gallery"),
 * and taken for none. Comments alone may be longer than the story.
 */
function believed({ blocks, weights }: Outline): Outline {
  const lengths = new Map<Purpose | null, number>();
  let total = 0;
  for (const block of blocks.filter(readsLikeProse)) {
    lengths.set(block.purpose, (lengths.get(block.purpose) ?? 0) + block.text.length);
    total += block.text.length;
  }
  const isMost = (purpose: Purpose | null): boolean => purpose !== 'social' && (lengths.get(purpose) ?? 0) > total / 2;
  return { weights, blocks: blocks.map((block) => (isMost(block.purpose) ? { ...block, purpose: null } : block)) };
}
