/**
 * The article as plain text, and the way back: from an offset of the text (UTF-16 units) to a place in a
 * live text node, and the other way round.
 *
 * Blocks are separated by one '\n'. Within a block each run of white space is one space, as it is shown.
 */
import type { Span } from '../shared/document';
import { above, eachIn, holds, rootsAround } from './drawn';

/** A stretch of one text node. */
export interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Elements whose text is code, or is shown as something else than text. */
const NOT_TEXT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'TEXTAREA',
  'SELECT',
  'TITLE',
  'IFRAME',
  'OBJECT',
]);

export class TextMap {
  readonly text: string;
  /** The open shadow roots that the text stands in, and those around them. */
  readonly shadows: readonly ShadowRoot[];
  /** Segment i begins at `starts[i]` of the text and at `offsets[i]` of `nodes[i]`. */
  readonly #starts: number[] = [];
  readonly #nodes: Text[] = [];
  readonly #offsets: number[] = [];
  readonly #lengths: number[] = [];
  readonly #first = new Map<Text, number>();

  /** Reads these text nodes, which are in document order. What is not shown is left out. */
  constructor(texts: readonly Text[]) {
    const parts: string[] = [];
    let length = 0;
    let last = '\n';
    const put = (part: string): void => {
      parts.push(part);
      length += part.length;
      last = part.at(-1) as string;
    };
    const add = (node: Text, data: string, from: number, to: number): void => {
      const start = data[from] === ' ' && (last === ' ' || last === '\n') ? from + 1 : from;
      if (start >= to) return;
      if (!this.#first.has(node)) this.#first.set(node, this.#starts.length);
      this.#starts.push(length);
      this.#nodes.push(node);
      this.#offsets.push(start);
      this.#lengths.push(to - start);
      put(data.slice(start, to));
    };
    walk(texts, (node, breakBefore, keepsLines) => {
      if (breakBefore && last !== '\n') put('\n');
      // One character for each, so that offsets stay; of a run only the first is kept.
      const data = node.data.replace(/\s/g, (space) => (keepsLines && space === '\n' ? '\n' : ' '));
      let at = 0;
      for (const run of data.matchAll(/ {2,}/g)) {
        add(node, data, at, run.index + 1);
        at = run.index + run[0].length;
      }
      add(node, data, at, data.length);
    });
    this.text = parts.join('');
    this.shadows = rootsAround(this.#first.keys());
  }

  /** The stretches of text nodes that show a span. */
  pieces([start, end]: Span): Piece[] {
    const pieces: Piece[] = [];
    for (let i = this.#segmentAt(start); i < this.#starts.length && (this.#starts[i] as number) < end; i++) {
      const begin = this.#starts[i] as number;
      const from = Math.max(start - begin, 0);
      const to = Math.min(end - begin, this.#lengths[i] as number);
      if (from >= to) continue;
      const node = this.#nodes[i] as Text;
      const offset = this.#offsets[i] as number;
      const last = pieces.at(-1);
      if (last?.node === node) pieces[pieces.length - 1] = { node, start: last.start, end: offset + to };
      else pieces.push({ node, start: offset + from, end: offset + to });
    }
    return pieces;
  }

  /** The offset in the text of a place in a text node, or null where the article does not have it. */
  offsetAt(node: Text, offset: number): number | null {
    const first = this.#first.get(node);
    if (first === undefined) return null;
    let at: number | null = null;
    for (let i = first; this.#nodes[i] === node && (this.#offsets[i] as number) <= offset; i++) {
      at = (this.#starts[i] as number) + Math.min(offset - (this.#offsets[i] as number), this.#lengths[i] as number);
    }
    return at;
  }

  /** The words of a span as one line. */
  slice([start, end]: Span): string {
    return this.text.slice(start, end).replace(/\s+/g, ' ').trim();
  }

  /** Whether every node that was read is still in the page. */
  get connected(): boolean {
    for (const node of this.#first.keys()) if (!node.isConnected) return false;
    return true;
  }

  /** Index of the last segment that begins at or before an offset. */
  #segmentAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * Visits text nodes in document order and tells of each whether a block begins or ends, or a line is broken,
 * between it and the one before.
 */
function walk(texts: readonly Text[], visit: (node: Text, breakBefore: boolean, keepsLines: boolean) => void): void {
  const wanted = new Set<Node>(texts);
  const around = new Set<Node>(); // what the wanted stand in: all else is passed by
  for (const text of texts) {
    for (let at = above(text); at && !around.has(at); at = above(at)) around.add(at);
  }
  const styles = new Map<Element, Style>();
  const styleOf = (element: Element): Style => {
    const style = styles.get(element) ?? read(element, texts);
    styles.set(element, style);
    return style;
  };

  let pending = false;
  const enter = (element: Element): void => {
    const { keepsLines } = styleOf(element);
    eachIn(element, (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!wanted.has(node)) return;
        visit(node as Text, pending, keepsLines);
        pending = false;
      } else if (node.nodeName === 'BR') pending = true;
      else if (node.nodeType === Node.ELEMENT_NODE) {
        const style = around.has(node) ? styleOf(node as Element) : undefined;
        // An element that is passed by may still stand between two blocks; a floated initial letter does not.
        const block = style?.block ?? BLOCK.has(node.nodeName);
        if (block) pending = true;
        if (style?.shown) enter(node as Element);
        if (block) pending = true;
      }
    });
  };
  const body = texts[0]?.ownerDocument.body;
  if (body && styleOf(body).shown) enter(body);
}

/** Blocks by name, for elements of which nothing is read. */
const BLOCK = new Set([
  'DIV',
  'P',
  'FIGURE',
  'ASIDE',
  'SECTION',
  'UL',
  'OL',
  'TABLE',
  'HR',
  'BLOCKQUOTE',
  'FORM',
  'H1',
  'H2',
  'H3',
  'H4',
]);

interface Style {
  readonly block: boolean;
  readonly shown: boolean;
  readonly keepsLines: boolean;
}

function read(element: Element, texts: readonly Text[]): Style {
  const style = getComputedStyle(element);
  // A float is a block to CSS; an initial letter that floats still belongs to its word.
  const initial = style.float !== 'none' && (element.textContent ?? '').trim().length <= 3;
  return {
    block: !initial && !/^(inline|contents|ruby|none)/.test(style.display),
    shown:
      !(element.ariaHidden === 'true' && isPart(element, texts)) &&
      !NOT_TEXT.has(element.nodeName) &&
      (style.display === 'contents' || element.checkVisibility({ visibilityProperty: true })) &&
      !(element as HTMLElement).isContentEditable,
    keepsLines: /^(pre|break-spaces)/.test(style.whiteSpace),
  };
}

/** Whether an element holds some of the texts but not all: a pull quote, not a story behind a dialog. */
const isPart = (element: Element, texts: readonly Text[]): boolean =>
  !holds(element, texts[0]) || !holds(element, texts.at(-1));
