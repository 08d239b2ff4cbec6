/** The text of an article as blocks: paragraphs, headings, list items, captions and so on. */
import { type Purpose, purposeOf } from './purpose';
import { type PageElement, PageText } from './snapshot';

export interface Block {
  /** The block element whose text this is. */
  readonly element: PageElement;
  readonly texts: readonly PageText[];
  /** The words, white space collapsed. */
  readonly text: string;
  /** Share of the characters that stand in links, 0 to 1. */
  readonly linked: number;
  /** What the elements around the block are for, if their tags or names tell that it is something else than story. */
  readonly purpose: Purpose | null;
}

export interface Outline {
  /** In document order. */
  readonly blocks: readonly Block[];
  /** Characters of the text under each element that has any. */
  readonly weights: ReadonlyMap<PageElement, number>;
}

/** Elements that begin and end a line, whatever the page's style. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER ' +
    'FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** What holds more than this share of the text is the story, whatever its name. */
const MOST = 0.3;

/** Purposes that a stretch of a line may have; others speak of a word in a sentence (`span.author`, `time`). */
const INLINE: ReadonlySet<Purpose | null> = new Set<Purpose>(['caption', 'related', 'unseen']);

/** Reads these texts of a page's body as blocks. */
export function outlineOf(texts: Iterable<PageText>, body: PageElement): Outline {
  const wanted = new Set(texts);
  const weights = new Map<PageElement, number>();
  for (const { parent, data } of wanted) {
    for (let e: PageElement | null = parent; e; e = e.parent) weights.set(e, (weights.get(e) ?? 0) + data.length);
  }
  return { blocks: new BlockReader(wanted, weights, body).blocks, weights };
}

class BlockReader {
  readonly blocks: Block[] = [];
  readonly #wanted: ReadonlySet<PageText>;
  readonly #weights: ReadonlyMap<PageElement, number>;
  readonly #most: number;
  #element: PageElement | null = null;
  #purpose: Purpose | null = null;
  #texts: PageText[] = [];
  #length = 0;
  #linked = 0;

  constructor(wanted: ReadonlySet<PageText>, weights: ReadonlyMap<PageElement, number>, root: PageElement) {
    this.#wanted = wanted;
    this.#weights = weights;
    this.#most = MOST * (weights.get(root) ?? 0);
    this.#visit(root, root, null, false);
    this.#close();
  }

  #visit(parent: PageElement, block: PageElement, purpose: Purpose | null, link: boolean): void {
    for (const node of parent.children) {
      if (node instanceof PageText) {
        if (this.#wanted.has(node)) this.#add(node, block, purpose, link);
      } else {
        const breaks = BLOCKS.has(node.name);
        if (breaks) this.#close();
        if (!this.#weights.has(node)) continue;
        const own = purpose ?? this.#purposeOf(node, breaks ? null : block);
        this.#visit(node, breaks ? node : block, own, link || node.name === 'A');
        if (breaks) this.#close();
      }
    }
  }

  /** @param block the block that an inline element stands in, null for an element that is one */
  #purposeOf(element: PageElement, block: PageElement | null): Purpose | null {
    const weight = this.#weights.get(element) as number;
    if (weight > this.#most || (block && element.name === 'A')) return null;
    const purpose = purposeOf(element);
    return !block || INLINE.has(purpose) || weight === this.#weights.get(block) ? purpose : null;
  }

  #add(text: PageText, block: PageElement, purpose: Purpose | null, link: boolean): void {
    if (purpose !== this.#purpose) this.#close();
    this.#element = block;
    this.#purpose = purpose;
    this.#texts.push(text);
    const { length } = text.data.trim();
    this.#length += length;
    if (link) this.#linked += length;
  }

  #close(): void {
    if (this.#element) {
      const texts = this.#texts;
      const text = texts
        .map(({ data }) => data)
        .join('')
        .replace(/\s+/g, ' ')
        .trim();
      this.blocks.push({
        element: this.#element,
        texts,
        text,
        linked: this.#linked / this.#length,
        purpose: this.#purpose,
      });
    }
    this.#element = null;
    this.#texts = [];
    this.#length = this.#linked = 0;
  }
}
