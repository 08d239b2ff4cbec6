/**
 * The colours of the marks, from which the sheets for pages and for our own parts are written when the
 * extension is built. Kinds differ by the shape of their line as well as by colour; the lines have a contrast
 * of 3 : 1 to the ground, text on a mark 4.5 : 1, and the colours stay apart for colour-blind readers:
 * `tests/browser/palettes.test.ts` measures it.
 */
import { CATEGORIES, type Category } from './document';

export const PALETTES = ['warm', 'cool', 'grey'] as const;
export type Palette = (typeof PALETTES)[number];
export const GROUNDS = ['light', 'dark'] as const;
export type Ground = (typeof GROUNDS)[number];

/** A translucent fill and an opaque line. */
export interface Colours {
  readonly fill: string;
  readonly line: string;
}

type OnBoth = Readonly<Record<Ground, Colours>>;
type Colouring = Readonly<Record<Category | 'faded' | 'active', OnBoth>>;

const on = (light: readonly [string, string], dark: readonly [string, string]): OnBoth => ({
  light: { fill: light[0], line: light[1] },
  dark: { fill: dark[0], line: dark[1] },
});

const FADED = on(['rgb(120 120 120 / 9%)', '#767676'], ['rgb(200 200 200 / 10%)', '#949494']);

export const COLOURS: Readonly<Record<Palette, Colouring>> = {
  warm: {
    direct: on(['rgb(255 212 59 / 42%)', '#8f6a00'], ['rgb(255 212 59 / 24%)', '#d9b23c']),
    mixed: on(['rgb(255 212 59 / 24%)', '#8f6a00'], ['rgb(255 212 59 / 15%)', '#d9b23c']),
    indirect: on(['rgb(77 159 236 / 14%)', '#2a6fb0'], ['rgb(77 159 236 / 17%)', '#7cb7ea']),
    contested: on(['rgb(240 80 60 / 15%)', '#8f1022'], ['rgb(255 110 90 / 20%)', '#ff8a75']),
    faded: FADED,
    active: on(['rgb(255 180 0 / 45%)', '#7a5a00'], ['rgb(255 190 40 / 18%)', '#ffd166']),
  },
  cool: {
    direct: on(['rgb(86 180 233 / 34%)', '#0b5fa5'], ['rgb(86 180 233 / 26%)', '#6cb8f0']),
    mixed: on(['rgb(86 180 233 / 18%)', '#0b5fa5'], ['rgb(86 180 233 / 15%)', '#6cb8f0']),
    indirect: on(['rgb(120 120 130 / 13%)', '#5c5f66'], ['rgb(180 184 192 / 15%)', '#b4b8c0']),
    contested: on(['rgb(230 130 0 / 20%)', '#a34a00'], ['rgb(240 140 20 / 24%)', '#f2a24a']),
    faded: FADED,
    active: on(['rgb(60 150 230 / 27%)', '#084a82'], ['rgb(80 170 250 / 28%)', '#a8d8ff']),
  },
  grey: {
    direct: on(['rgb(90 95 105 / 20%)', '#4a4e55'], ['rgb(210 214 220 / 22%)', '#c4c8ce']),
    mixed: on(['rgb(90 95 105 / 12%)', '#4a4e55'], ['rgb(210 214 220 / 14%)', '#c4c8ce']),
    indirect: on(['rgb(90 95 105 / 8%)', '#75797f'], ['rgb(210 214 220 / 9%)', '#9aa0a8']),
    contested: on(['rgb(90 95 105 / 14%)', '#111317'], ['rgb(210 214 220 / 18%)', '#ffffff']),
    faded: FADED,
    active: on(['rgb(60 65 75 / 13%)', '#111317'], ['rgb(225 228 232 / 16%)', '#ffffff']),
  },
};

/** The shape of each kind's line: it tells the kinds apart where colour does not. */
export const LINES: Readonly<Record<Category, string>> = {
  direct: 'solid',
  mixed: 'dashed',
  indirect: 'dotted',
  contested: 'wavy',
};

export const LOOKS = [...CATEGORIES, 'faded', 'active'] as const;
export type Look = (typeof LOOKS)[number];

/** Fill and line, or lines only. */
export const STYLES = ['fill', 'line'] as const;
export type Style = (typeof STYLES)[number];

/** The name of a highlight in the registry, which is one with the page's own. */
export const highlightName = (look: Look, ground: Ground, palette: Palette, style: Style): string =>
  `sayso-${palette}-${style}-${look}-${ground}`;

const isCategory = (look: Look): look is Category => (CATEGORIES as readonly string[]).includes(look);

function line(look: Look, { line: colour }: Colours): string {
  return isCategory(look) ? `text-decoration: underline ${LINES[look]} 1.5px ${colour};` : '';
}

/** The rules of ::highlight() for the marks. Colours are literal: custom properties in there are unreliable in Chromium. */
export function highlightSheet(): string {
  const rules: string[] = [];
  for (const palette of PALETTES) {
    for (const style of STYLES) {
      for (const look of LOOKS) {
        for (const ground of GROUNDS) {
          const colours = COLOURS[palette][look][ground];
          // A mark at hand, or one that fades, has no line of its own.
          const fill = style === 'fill' || !isCategory(look) ? `background-color: ${colours.fill};` : '';
          const name = highlightName(look, ground, palette, style);
          rules.push(`::highlight(${name}) { ${fill} ${line(look, colours)} }`);
        }
      }
    }
  }
  return `${rules.join('\n')}\n@media (forced-colors: active) {\n${forced().join('\n')}\n}\n`;
}

/**
 * The sheet of a page: the rules for its marks, and what lets our overlay be seen. Firefox takes it back when the
 * extension is removed, and ends the script that would take the labels away: without the sheet they are not seen.
 */
export const pageSheet = (): string => `${highlightSheet()}sayso-overlay { --sayso-shown: visible; }\n`;

/** The reader's system colours win; the kinds stay apart by their lines. */
function forced(): string[] {
  const body = (look: Look): string => {
    if (look === 'active') return 'background-color: Highlight; color: HighlightText;';
    if (look === 'faded') return 'background-color: transparent; text-decoration: none;';
    return `background-color: transparent; text-decoration: underline ${LINES[look]} 2px LinkText;`;
  };
  return LOOKS.map((look) => {
    const names = PALETTES.flatMap((palette) =>
      STYLES.flatMap((style) => GROUNDS.map((ground) => `::highlight(${highlightName(look, ground, palette, style)})`)),
    );
    return `${names.join(',')} { ${body(look)} }`;
  });
}

/** The kinds as samples in our own parts: `.kind.direct` and so on, in the palette of the nearest `data-palette`. */
export function sampleSheet(): string {
  const rules = PALETTES.flatMap((palette, index) =>
    CATEGORIES.map((category) => {
      const { light, dark } = COLOURS[palette][category];
      const colour = `light-dark(${light.line}, ${dark.line})`;
      const anywhere = index === 0 ? `.kind.${category}, ` : '';
      return (
        `${anywhere}[data-palette="${palette}"] .kind.${category} { background: light-dark(${light.fill}, ${dark.fill}); ` +
        `text-decoration: underline ${LINES[category]} 1.5px ${colour}; }`
      );
    }),
  );
  return `${rules.join('\n')}
[data-style="line"] .kind { background: none !important; }
@media (forced-colors: active) { .kind { background: none !important; text-decoration-color: LinkText !important; } }
`;
}
