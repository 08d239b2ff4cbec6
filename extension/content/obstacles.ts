/** What the page shows around the article: the boxes that a label must not cover. */
import type { Box } from './placement';

/** Elements looked at; a page with more is taken as full from there on. */
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

/** Boxes of everything below `root` that is seen between these heights of the window, in CSS pixels of the window. */
export function obstacles(root: Element, top: number, bottom: number): Box[] {
  const boxes: Box[] = [];
  let budget = MOST;
  const visit = (element: Element): void => {
    if (budget-- <= 0) return;
    const box = element.getBoundingClientRect();
    const apart = box.bottom < top || box.top > bottom;
    const empty = box.width === 0 || box.height === 0;
    // Children may reach out of an empty box, hardly ever out of one that is elsewhere.
    if (apart && !empty) return;
    if (!empty && (PICTURES.has(element.nodeName.toUpperCase()) || hasText(element))) {
      if (getComputedStyle(element).position !== 'fixed') boxes.push(box);
      return;
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  if (budget <= 0) boxes.push({ left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 });
  return boxes;
}

function hasText(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE && /\S/.test((node as Text).data)) return true;
  }
  return false;
}

/** Bottom edge of what stands above a line of this block, in CSS pixels of the window. */
export function edgeAbove(line: Box, block: Element, lines: readonly Box[]): number {
  const earlier = lines.filter((other) => other.bottom <= line.top + (line.bottom - line.top) / 2);
  if (earlier.length > 0) return Math.max(...earlier.map((other) => other.bottom));
  for (let at: Element | null = block; at && at !== document.body; at = at.parentElement) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      const box = before.getBoundingClientRect();
      if (box.height > 0 && box.width > 0 && box.bottom <= line.top + 2) return box.bottom;
    }
  }
  return line.top;
}
