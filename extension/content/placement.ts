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
  /** The width that can be seen: of the window, or of the container that scrolls. */
  readonly page: { readonly left: number; readonly right: number };
  /** The lines of the block; a word that is wider than a narrow block reaches out of it. */
  readonly lines: readonly Box[];
  /** Whatever the page shows. */
  readonly obstacles: readonly Box[];
  /** Labels that were placed before. */
  readonly taken: readonly Box[];
  /** Bottom of the text or picture above the line, as far as it reaches over the label. */
  readonly above: number;
  readonly rtl: boolean;
  /** Whether the space above the line comes before the margins. */
  readonly tabFirst: boolean;
}

/** A margin narrower than this holds no name. */
const NARROWEST = 72;
const WIDEST = 190;
const GAP = 8;
const HEIGHT = 17;
const LOWEST = 12;
/** No label reaches further than this from its block, in CSS pixels. */
export const REACH = WIDEST + GAP;

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const boxOf = ({ left, top, width, height }: Place): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** The place of a label of this width, or null where there is none; a margin may be narrower than that. */
export function place(around: Surroundings, width: number): Place | null {
  const [start, end] = around.rtl ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const above = around.tabFirst ? tab(around, width) : null;
  return above ?? margin(around, start, width) ?? margin(around, end, width) ?? tab(around, width);
}

function margin(
  { line, block, lines, page, obstacles, taken }: Surroundings,
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
    const box = boxOf(found);
    const meets = (other: Box): boolean => overlaps(other, box);
    if (![obstacles, taken, lines].some((others) => others.some(meets))) return found;
  }
  return null;
}

function tab({ line, page, obstacles, taken, above, rtl }: Surroundings, width: number): Place | null {
  const height = Math.min(HEIGHT, Math.floor(line.top - above));
  if (height < LOWEST) return null;
  const room = Math.min(width, WIDEST);
  const start = rtl ? line.right - room : line.left;
  const left = Math.max(page.left, Math.min(start, page.right - room));
  const found: Place = { kind: 'tab', left, top: line.top - height, width: room, height };
  const box = boxOf(found);
  // The line's own elements hold the place too; of what they show, `above` has told.
  const meets = (other: Box): boolean => overlaps(other, box) && !overlaps(other, line);
  return obstacles.some(meets) || taken.some((other) => overlaps(other, box)) ? null : found;
}
