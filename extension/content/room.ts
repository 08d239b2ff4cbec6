/**
 * Wider lines for the names, if the reader asked for them: sheets of our own on the page and in those of its shadow
 * roots where the story stands, no node of which is touched. Their rules reach the story by its place.
 */
import { abandon, adopt } from './sheets';

/** Lines this many times as high as the letters leave room for a name between them. */
const LINE_HEIGHT = 2.1;

export class Room {
  readonly #made = new Map<Node, { readonly sheet: CSSStyleSheet; rule: string }>();

  /** Widens the lines of the blocks that hold these texts; none gives the page its own back. */
  make(story: readonly Text[]): void {
    const trees = Map.groupBy(story, (text) => text.getRootNode());
    for (const [tree, { sheet }] of this.#made) {
      if (trees.has(tree)) continue;
      abandon(tree as Document | ShadowRoot, sheet);
      this.#made.delete(tree);
    }
    for (const [tree, texts] of trees) this.#widen(tree as Document | ShadowRoot, texts);
  }

  #widen(tree: Document | ShadowRoot, texts: readonly Text[]): void {
    const lines = ':is(p, li, blockquote, dd, div):not(:has(p, div))';
    const path = pathOf(tree, texts);
    // In a tree of its own the story may be one block.
    const rule = `${path}${lines}, ${path} ${lines} { line-height: ${LINE_HEIGHT} !important; }`;
    const made = this.#made.get(tree) ?? { sheet: new CSSStyleSheet(), rule: '' };
    this.#made.set(tree, made);
    adopt(tree, made.sheet);
    if (rule === made.rule) return; // the page keeps its style as computed
    made.rule = rule;
    made.sheet.replaceSync(rule);
  }
}

/** A selector of what holds these texts in their tree, as the tree is now. */
function pathOf(tree: Document | ShadowRoot, texts: readonly Text[]): string {
  const last = texts.at(-1) ?? null;
  const steps: string[] = [];
  let at: Node | null = texts[0]?.parentNode ?? null;
  while (at && !at.contains(last)) at = at.parentNode;
  for (; at?.parentNode instanceof Element || at?.parentNode instanceof ShadowRoot; at = at.parentNode) {
    steps.unshift(`:nth-child(${[...at.parentNode.children].indexOf(at as Element) + 1})`);
  }
  return [tree instanceof ShadowRoot ? ':host' : ':root', ...steps].join(' > ');
}
