/** What the page shows around the article: the boxes that a label must not cover. */
import { above, around, eachIn } from './drawn';
import { type Box, overlaps } from './placement';

/** Elements looked at; a page with more of them near is taken as full from there on. */
const MOST = 3000;
const PICTURES = new Set([
  'IMG',
  'VIDEO',
  'IFRAME',
  'CANVAS',
  'SVG',
  'INPUT',
  'BUTTON',
  'OBJECT',
  'EMBED',
  'SELECT',
  'HR',
]);

/** Boxes of everything below `root` that is seen in this zone around a block of the story, in CSS pixels of the window. */
export function obstacles(root: Element, block: Element, zone: Box): Box[] {
  const boxes: Box[] = [];
  let budget = MOST;
  const story = around(block);
  const column = block.getBoundingClientRect();
  const visit = (element: Element): void => {
    if (budget-- <= 0) return;
    const box = element.getBoundingClientRect();
    const empty = box.width === 0 || box.height === 0;
    // Children may reach out of an empty box, and the story out of what it is in; others hardly ever do.
    if (!empty && !overlaps(box, zone) && !story.has(element)) return;
    const { position, visibility } = getComputedStyle(element);
    // What stays in the window moves over the labels as it does over the story.
    if (position === 'fixed') return;
    if (position === 'sticky' && !story.has(element)) {
      const beside = box.right <= column.left || box.left >= column.right;
      if (beside) boxes.push({ ...reach(element), left: box.left, right: box.right });
      return;
    }
    if (!empty && (PICTURES.has(element.nodeName.toUpperCase()) || hasText(element))) {
      if (visibility === 'visible') boxes.push(box);
      return;
    }
    eachIn(element, (child) => {
      if (child.nodeType === Node.ELEMENT_NODE) visit(child as Element);
    });
  };
  visit(root);
  if (budget <= 0) boxes.push({ left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 });
  return boxes;
}

/** What sticks goes up and down in the element that holds it. */
const reach = (element: Element): Box => (above(element) ?? element).getBoundingClientRect();

function hasText(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE && /\S/.test((node as Text).data)) return true;
  }
  return false;
}

/** Bottom edge of what stands above a line of this block, in CSS pixels of the window. */
export function edgeAbove(line: Box, block: Element, lines: readonly Box[]): number {
  const middle = line.top + (line.bottom - line.top) / 2;
  let edge = Number.NEGATIVE_INFINITY;
  for (const { bottom } of lines) if (bottom <= middle) edge = Math.max(edge, bottom);
  if (edge > Number.NEGATIVE_INFINITY) return edge;
  for (let at: Element | null = block; at && at !== document.body; at = above(at)) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      const box = before.getBoundingClientRect();
      if (box.height > 0 && box.width > 0 && box.bottom <= line.top + 2) return box.bottom;
    }
  }
  return line.top;
}
