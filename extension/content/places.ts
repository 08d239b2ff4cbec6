/** Looks at the page around some marks and finds the places of their labels. Reads layout and writes nothing. */
import type { Span } from '../shared/document';
import { above } from './drawn';
import { blockOf, firstLineOf, rangeOver } from './geometry';
import type { LabelText } from './label-text';
import { edgeAbove, obstacles } from './obstacles';
import { type Box, boxOf, type Place, place, REACH } from './placement';
import type { Piece, TextMap } from './text-map';
import type { Theme } from './theme';

/** A label and the words that it belongs to. */
export interface Anchor {
  readonly text: LabelText;
  readonly pieces: readonly Piece[];
  /** Where the words begin, in CSS pixels of the window at the time of asking. */
  readonly top: number;
}

export interface Placed {
  readonly text: LabelText;
  /** The name, in full or as far as there is room. */
  readonly name: string;
  /** In CSS pixels of the window. */
  readonly place: Place;
  readonly theme: Theme;
}

/** What the labels stand on. */
export interface Grounds {
  /** The container that scrolls by itself; null where only the window does. */
  readonly scroller: Element | null;
  readonly themeOf: (element: Element) => Theme;
  /** Whether lines were set wider for them. */
  readonly tabFirst: boolean;
}

interface Block {
  readonly box: Box;
  readonly lines: readonly Box[];
  readonly rtl: boolean;
}

const FONT = '600 11.5px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const PADDING = 12;
/** What stands less than so far above or below a line may be met by its label. */
const NEAR = 100;

/** The labels whose words are shown. */
export function anchorsOf(texts: readonly LabelText[], map: TextMap): Anchor[] {
  return texts.flatMap((text) => {
    const pieces = map.pieces(text.mark.annotation.spans[0] as Span);
    const box = pieces[0] && rangeOver(pieces[0]).getBoundingClientRect();
    return box && box.height > 0 ? [{ text, pieces, top: box.top }] : [];
  });
}

/** Places labels that stand near each other, in reading order, beside those that are there already. */
export function placesOf(anchors: readonly Anchor[], { scroller, themeOf, tabFirst }: Grounds, there: Box[]): Placed[] {
  const blocks = new Map<Element, Block>();
  const lines = anchors.flatMap(({ text, pieces }) => {
    const line = firstLineOf(pieces);
    const node = pieces[0]?.node;
    if (!line || !node) return [];
    const element = blockOf(node);
    const block = blocks.get(element) ?? measure(element);
    blocks.set(element, block);
    return [{ text, line, element, block }];
  });
  const first = lines[0];
  if (!first) return [];

  const left = scroller ? scroller.getBoundingClientRect().left + scroller.clientLeft : 0;
  const page = { left, right: left + (scroller ?? document.documentElement).clientWidth };
  const shown = obstacles(scroller ?? document.body, first.element, {
    left: Math.min(...lines.map(({ block }) => block.box.left)) - REACH,
    right: Math.max(...lines.map(({ block }) => block.box.right)) + REACH,
    top: Math.min(...lines.map(({ line }) => line.top)) - NEAR,
    bottom: Math.max(...lines.map(({ line }) => line.bottom)) + NEAR,
  });
  const taken = [...there];
  return lines.flatMap(({ text, line, element, block }) => {
    const around = {
      line,
      block: block.box,
      lines: block.lines,
      page,
      obstacles: shown,
      taken,
      above: edgeAbove(line, element, block.lines),
      rtl: block.rtl,
      tabFirst,
    };
    const wanted = widthOf(text.name);
    const full = place(around, wanted);
    const clipped = full !== null && full.width < wanted && text.short !== text.name;
    const found = clipped ? place(around, widthOf(text.short)) : full;
    if (!found) return [];
    taken.push(boxOf(found));
    const theme = themeOf(found.kind === 'tab' ? element : (above(element) ?? element));
    return [{ text, name: clipped ? text.short : text.name, place: found, theme }];
  });
}

function measure(element: Element): Block {
  const range = document.createRange();
  range.selectNodeContents(element);
  return {
    box: element.getBoundingClientRect(),
    lines: [...range.getClientRects()],
    rtl: getComputedStyle(element).direction === 'rtl',
  };
}

let pen: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** The width of a label with this name, in CSS pixels. */
function widthOf(name: string): number {
  const known = widths.get(name);
  if (known !== undefined) return known;
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return name.length * 7 + PADDING;
  pen.font = FONT;
  const width = Math.ceil(pen.measureText(name).width) + PADDING;
  widths.set(name, width);
  return width;
}
