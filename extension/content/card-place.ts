/**
 * Where the card of some words stands: below or above them, whichever has room, in the window and never over
 * the words; where they fill the window, in the corner with most room. Pure geometry in CSS pixels.
 */
import type { Box } from './placement';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface CardPlace {
  /** The edge of the card that stays where it is when the card grows. */
  readonly from: 'top' | 'bottom';
  readonly left: number;
  /** Where that edge is. */
  readonly edge: number;
  /** The greatest height of the card. */
  readonly room: number;
  /** Whether it stays in the window when the page scrolls: it may lie over some of the words. */
  readonly fixed: boolean;
}

/** Windows narrower than this get the card at their lower edge. */
const NARROW = 480;
/** A card that is lower than this shows too little of itself. */
export const LOWEST = 160;
export const GAP = 8;

export const isNarrow = ({ width }: Size): boolean => width < NARROW;

/** The box around all of these; there is at least one. */
export const around = (lines: readonly Box[]): Box => ({
  left: Math.min(...lines.map(({ left }) => left)),
  top: Math.min(...lines.map(({ top }) => top)),
  right: Math.max(...lines.map(({ right }) => right)),
  bottom: Math.max(...lines.map(({ bottom }) => bottom)),
});

/** So far is to be scrolled to make room for a card of this height below the words, if they leave any. */
export function scrollFor({ top, bottom }: Box, height: number, window: Size): number {
  const hidden = bottom + GAP + height + GAP - window.height;
  return Math.max(0, Math.min(hidden, top - GAP));
}

/** The place of a card of this size beside the words on these lines, of which there is at least one. */
export function cardPlace(lines: readonly Box[], card: Size, window: Size, rtl: boolean): CardPlace {
  const words = around(lines);
  const [first, last] = [lines[0] ?? words, lines.at(-1) ?? words];
  const inside = (left: number): number => Math.max(GAP, Math.min(left, window.width - card.width - GAP));
  const beside = (line: Box): number => inside(rtl ? line.right - card.width : line.left);
  const below = window.height - words.bottom - 2 * GAP;
  const above = words.top - 2 * GAP;
  if (Math.max(below, above) < LOWEST) {
    const left = words.left > window.width - words.right ? GAP : window.width - card.width - GAP;
    const room = window.height - 2 * GAP;
    return { from: 'bottom', left: inside(left), edge: window.height - GAP, room, fixed: true };
  }
  return below >= Math.min(card.height, above)
    ? { from: 'top', left: beside(last), edge: words.bottom + GAP, room: below, fixed: false }
    : { from: 'bottom', left: beside(first), edge: words.top - GAP, room: above, fixed: false };
}
