/**
 * Paints marks with the CSS Custom Highlight API, so that no node of the page is touched.
 *
 * Static ranges only: live ones make every later edit of the page many times dearer. The registry is one
 * with the page's own, which may clear it: names carry our prefix, and only those are ever set or removed.
 * The rules for the names are in `marks.css`.
 */
import { CATEGORIES, type Category } from '../shared/document';
import type { Piece } from './text-map';
import type { Theme } from './theme';

/** How a mark is drawn: by its category, or as one of the others while a voice is in the spotlight. */
export type Look = Category | 'faded' | 'active';

export interface Stroke {
  readonly look: Look;
  readonly theme: Theme;
  readonly pieces: readonly Piece[];
}

const THEMES: readonly Theme[] = ['light', 'dark'];
/** Higher is on top: a claim on the quote that holds it, the mark at hand on all. */
const PRIORITY: Record<Look, number> = { faded: 0, indirect: 1, mixed: 2, direct: 3, contested: 4, active: 5 };
const LOOKS: readonly Look[] = [...CATEGORIES, 'faded'];

const nameOf = (look: Look, theme: Theme): string => `sayso-${look}-${theme}`;

const rangeOf = ({ node, start, end }: Piece): StaticRange =>
  new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });

function set(look: Look, theme: Theme, ranges: StaticRange[]): void {
  const name = nameOf(look, theme);
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = PRIORITY[look];
  CSS.highlights.set(name, highlight);
}

/** Draws these marks in place of those drawn before. */
export function paint(strokes: readonly Stroke[]): void {
  for (const look of LOOKS) {
    for (const theme of THEMES) {
      const drawn = strokes.filter((stroke) => stroke.look === look && stroke.theme === theme);
      set(
        look,
        theme,
        drawn.flatMap((stroke) => stroke.pieces.map(rangeOf)),
      );
    }
  }
}

/** Draws one mark as the one at hand; null for none. */
export function paintActive(stroke: Pick<Stroke, 'theme' | 'pieces'> | null): void {
  for (const theme of THEMES) set('active', theme, stroke?.theme === theme ? stroke.pieces.map(rangeOf) : []);
}

/** Whether the marks are still registered: a page may clear the whole registry. */
export const painted = (): boolean =>
  LOOKS.some((look) => THEMES.some((theme) => CSS.highlights.has(nameOf(look, theme))));

export function unpaint(): void {
  paint([]);
  paintActive(null);
}
