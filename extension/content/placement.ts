/**
 * Where a label may stand without covering anything: in the free margin beside its block, else in the empty
 * space right above its line, else nowhere (the card says it all). Pure geometry in CSS pixels.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Place {
  readonly kind: 'left' | 'right' | 'tab';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Surroundings {
  /** The first line of the mark. */
  readonly line: Box;
  /** The block that the line is part of. */
  readonly block: Box;
  /** The width of the page that can be seen. */
  readonly page: { readonly left: number; readonly right: number };
  /** Whatever the page shows. */
  readonly obstacles: readonly Box[];
  /** Labels that were placed before. */
  readonly taken: readonly Box[];
  /** Bottom of the text or picture above the line, as far as it reaches over the label. */
  readonly above: number;
  readonly rtl: boolean;
}

/** A margin narrower than this holds no name. */
const NARROWEST = 72;
const WIDEST = 190;
const GAP = 8;
const HEIGHT = 17;
const LOWEST = 12;

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxOf = ({ left, top, width, height }: Place): Box => ({ left, top, right: left + width, bottom: top + height });

/** The place of a label of this width, or null where there is none; a margin may be narrower than that. */
export function place(around: Surroundings, width: number): Place | null {
  const { rtl } = around;
  return (
    margin(around, rtl ? 'right' : 'left', width) ?? margin(around, rtl ? 'left' : 'right', width) ?? tab(around, width)
  );
}

function margin(
  { line, block, page, obstacles, taken }: Surroundings,
  side: 'left' | 'right',
  width: number,
): Place | null {
  const free = side === 'left' ? block.left - page.left : page.right - block.right;
  if (free < NARROWEST) return null;
  const room = Math.min(width, WIDEST, free - 2 * GAP);
  const left = side === 'left' ? block.left - GAP - room : block.right + GAP;
  // On the line, or just below where another label has the line.
  for (let step = 0; step < 3; step++) {
    const top = (line.top + line.bottom - HEIGHT) / 2 + step * HEIGHT;
    const found: Place = { kind: side, left, top, width: room, height: HEIGHT };
    if (![...obstacles, ...taken].some((other) => overlaps(other, boxOf(found)))) return found;
  }
  return null;
}

function tab({ line, page, taken, above }: Surroundings, width: number): Place | null {
  const height = Math.min(HEIGHT, Math.floor(line.top - above));
  if (height < LOWEST) return null;
  const room = Math.min(width, WIDEST);
  const left = Math.max(page.left, Math.min(line.left, page.right - room));
  const found: Place = { kind: 'tab', left, top: line.top - height, width: room, height };
  return taken.some((other) => overlaps(other, boxOf(found))) ? null : found;
}
