/** The text of an article as blocks: paragraphs, headings, list items, captions and so on. */
import { type Purpose, purposeOf } from './purpose';

export interface Block {
  /** The block element whose text this is. */
  readonly element: Element;
  readonly texts: readonly Text[];
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
  readonly weights: ReadonlyMap<Element, number>;
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

/** Reads these text nodes of a page's body as blocks. */
export function outlineOf(texts: Iterable<Text>): Outline {
  const wanted = new Set(texts);
  const weights = new Map<Element, number>();
  for (const text of wanted) {
    for (let e = text.parentElement; e; e = e.parentElement) weights.set(e, (weights.get(e) ?? 0) + text.length);
  }
  const [first] = wanted;
  const root = first?.ownerDocument.body;
  return { blocks: root ? new BlockReader(wanted, weights, root).blocks : [], weights };
}

class BlockReader {
  readonly blocks: Block[] = [];
  readonly #wanted: ReadonlySet<Text>;
  readonly #weights: ReadonlyMap<Element, number>;
  readonly #most: number;
  #element: Element | null = null;
  #purpose: Purpose | null = null;
  #texts: Text[] = [];
  #length = 0;
  #linked = 0;

  constructor(wanted: ReadonlySet<Text>, weights: ReadonlyMap<Element, number>, root: Element) {
    this.#wanted = wanted;
    this.#weights = weights;
    this.#most = MOST * (weights.get(root) ?? 0);
    this.#visit(root, root, null, false);
    this.#close();
  }

  #visit(parent: Element, block: Element, purpose: Purpose | null, link: boolean): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (this.#wanted.has(node as Text)) this.#add(node as Text, block, purpose, link);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const element = node as Element;
        const breaks = BLOCKS.has(element.nodeName);
        if (breaks) this.#close();
        if (!this.#weights.has(element)) continue;
        const own = purpose ?? this.#purposeOf(element, breaks ? null : block);
        this.#visit(element, breaks ? element : block, own, link || element.nodeName === 'A');
        if (breaks) this.#close();
      }
    }
  }

  /** @param block the block that an inline element stands in, null for an element that is one */
  #purposeOf(element: Element, block: Element | null): Purpose | null {
    const weight = this.#weights.get(element) as number;
    if (weight > this.#most || (block && element.nodeName === 'A')) return null;
    const purpose = purposeOf(element);
    return !block || INLINE.has(purpose) || weight === this.#weights.get(block) ? purpose : null;
  }

  #add(text: Text, block: Element, purpose: Purpose | null, link: boolean): void {
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
