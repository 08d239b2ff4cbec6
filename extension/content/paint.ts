/**
 * Paints marks with the CSS Custom Highlight API, so that no node of the page is touched.
 *
 * Static ranges only: live ones make every later edit of the page many times dearer. The registry is one
 * with the page's own, which may clear it: names carry our prefix, and only those are ever set or removed.
 * The rules for the names are in `marks.css`, which is written from `shared/palettes.ts`. Firefox does not let them
 * into shadow roots, nor does Chromium before 134: a root in which something is marked gets them as a sheet of its own.
 */
import { GROUNDS, highlightName, highlightSheet, LOOKS, type Look, PALETTES, STYLES } from '../shared/palettes';
import type { Settings } from '../shared/settings';
import { abandon, adopt, hasAdopted } from './sheets';
import type { Piece } from './text-map';
import type { Theme } from './theme';

export interface Stroke {
  readonly look: Look;
  readonly theme: Theme;
  readonly pieces: readonly Piece[];
}

/** What the reader chose of how marks look. */
export type Appearance = Pick<Settings, 'palette' | 'linesOnly'>;

/** Higher is on top: a claim on the quote that holds it, the mark at hand on all. */
const PRIORITY: Record<Look, number> = { faded: 0, indirect: 1, mixed: 2, direct: 3, contested: 4, active: 5 };
const AT_REST: readonly Look[] = LOOKS.filter((look) => look !== 'active');

const rangeOf = ({ node, start, end }: Piece): StaticRange =>
  new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });

/** Draws these looks by these strokes, in place of whatever was drawn of them. */
function draw(looks: readonly Look[], strokes: readonly Stroke[], { palette, linesOnly }: Appearance): void {
  remove(looks);
  const style = linesOnly ? 'line' : 'fill';
  for (const look of looks) {
    for (const ground of GROUNDS) {
      const drawn = strokes.filter((stroke) => stroke.look === look && stroke.theme === ground);
      if (drawn.length === 0) continue;
      const highlight = new Highlight(...drawn.flatMap((stroke) => stroke.pieces.map(rangeOf)));
      highlight.priority = PRIORITY[look];
      CSS.highlights.set(highlightName(look, ground, palette, style), highlight);
    }
  }
}

const namesOf = (looks: readonly Look[]): string[] =>
  looks.flatMap((look) =>
    GROUNDS.flatMap((ground) =>
      PALETTES.flatMap((palette) => STYLES.map((style) => highlightName(look, ground, palette, style))),
    ),
  );

function remove(looks: readonly Look[]): void {
  for (const name of namesOf(looks)) CSS.highlights.delete(name);
}

let sheet: CSSStyleSheet | null = null;
let dressed: readonly ShadowRoot[] = [];

function dress(shadows: readonly ShadowRoot[]): void {
  if (shadows.length > 0 && !sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(highlightSheet());
  }
  if (!sheet) return;
  for (const root of dressed) if (!shadows.includes(root)) abandon(root, sheet);
  for (const root of shadows) adopt(root, sheet);
  dressed = shadows;
}

/** Draws these marks in place of those drawn before; some of them stand in these shadow roots. */
export function paint(strokes: readonly Stroke[], appearance: Appearance, shadows: readonly ShadowRoot[]): void {
  dress(shadows);
  draw(AT_REST, strokes, appearance);
}

/** Draws one mark as the one at hand; null for none. */
export const paintActive = (stroke: Omit<Stroke, 'look'> | null, appearance: Appearance): void =>
  draw(['active'], stroke ? [{ ...stroke, look: 'active' }] : [], appearance);

/** Whether the marks are still there: a page may clear the whole registry, and a component its sheets. */
export const painted = (): boolean =>
  namesOf(AT_REST).some((name) => CSS.highlights.has(name)) &&
  dressed.every((root) => sheet === null || hasAdopted(root, sheet));

export function unpaint(): void {
  remove(LOOKS);
  dress([]);
}
