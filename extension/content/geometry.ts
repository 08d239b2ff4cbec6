/** Where words are on the screen, in CSS pixels of the window. */
import { above } from './drawn';
import type { Piece } from './text-map';

/** A throw-away range; never kept, since a live range makes every edit of the page dearer. */
export function rangeOver({ node, start, end }: Piece): Range {
  const range = document.createRange();
  range.setStart(node, Math.min(start, node.length));
  range.setEnd(node, Math.min(end, node.length));
  return range;
}

/** The boxes of the lines that these words stand on, in reading order; empty where nothing is shown. */
export function linesOf(pieces: readonly Piece[]): DOMRect[] {
  return pieces.flatMap((piece) =>
    [...rangeOver(piece).getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5),
  );
}

/** The box of the first line that these words stand on. */
export function firstLineOf(pieces: readonly Piece[]): DOMRect | undefined {
  for (const piece of pieces) {
    const [line] = linesOf([piece]);
    if (line) return line;
  }
  return undefined;
}

/** The nearest ancestor that is a block of lines. */
export function blockOf(node: Text): Element {
  let element = above(node) ?? document.body;
  while (element !== document.body && /^(inline|contents|ruby)/.test(getComputedStyle(element).display)) {
    element = above(element) ?? document.body;
  }
  return element;
}

/** The nearest ancestor that scrolls what it holds up and down; null where only the window does. */
export function scrollerOf(element: Element | null): Element | null {
  for (let at = element; at && at !== document.documentElement; at = above(at)) {
    // What the body says of overflow is the window's, unless the root says something of its own.
    const own = at !== document.body || getComputedStyle(document.documentElement).overflowY !== 'visible';
    if (own && at.scrollHeight > at.clientHeight && /^(auto|scroll)$/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

/** Scrolls these words to where they can be read, unless they are there. */
export function bringIntoView(pieces: readonly Piece[]): void {
  const first = pieces[0];
  if (!first) return;
  let box = firstLineOf([first]);
  if (!box) return;
  const inside = () => box && box.top >= innerHeight * 0.1 && box.bottom <= innerHeight * 0.75;
  if (inside()) return;
  // Inner scrolling containers first, then the window.
  above(first.node)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  box = firstLineOf([first]);
  if (box && !inside()) window.scrollBy({ top: box.top - innerHeight * 0.35, behavior: 'instant' });
}
