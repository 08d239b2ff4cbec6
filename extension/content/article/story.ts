/** From the text that may be an article to the blocks of its story. */
import { type Block, outlineOf } from './blocks';
import { withoutBoilerplate } from './boilerplate';
import { homeOf, isProse } from './home';
import { quotesLeftOut } from './quotes';

/** The blocks of the story among these texts; all of them where no running text is found. */
export function storyOf(texts: readonly Text[]): readonly Block[] {
  let outline = outlineOf(texts);
  const home = homeOf(outline.blocks);
  if (!home) return outline.blocks;
  const quotes = quotesLeftOut(home, outline.weights);
  if (quotes.length > 0) outline = outlineOf([...texts, ...quotes]);
  const story = withoutBoilerplate(outline.blocks, home);
  return story.some(isProse) ? story : outline.blocks;
}
