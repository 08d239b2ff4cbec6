/** The colours of the marks: contrast by WCAG 2.2, and kinds that stay apart for colour-blind readers. No browser is needed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATEGORIES } from '../../extension/shared/document';
import { COLOURS, GROUNDS, type Ground, highlightSheet, LINES, LOOKS, PALETTES } from '../../extension/shared/palettes';

type Colour = readonly [r: number, g: number, b: number];
type Matrix = readonly [Colour, Colour, Colour];

/** Grounds and inks of pages, the faintest that still have a contrast of 7 : 1 on their own ground. */
const PAGES: Readonly<Record<Ground, readonly { ground: Colour; ink: Colour }[]>> = {
  light: [
    { ground: [255, 255, 255], ink: [17, 17, 17] },
    { ground: [255, 255, 255], ink: [85, 85, 85] },
    { ground: [255, 241, 229], ink: [51, 48, 46] },
  ],
  dark: [
    { ground: [0, 0, 0], ink: [200, 200, 200] },
    { ground: [18, 18, 18], ink: [224, 224, 224] },
    { ground: [32, 33, 36], ink: [232, 234, 237] },
  ],
};

function parse(colour: string): { rgb: Colour; alpha: number } {
  const hex = /^#(..)(..)(..)$/.exec(colour);
  if (hex) return { rgb: hex.slice(1).map((part) => Number.parseInt(part, 16)) as unknown as Colour, alpha: 1 };
  const parts = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(colour);
  assert.ok(parts, colour);
  const [r, g, b, alpha] = parts.slice(1).map(Number) as [number, number, number, number];
  return { rgb: [r, g, b], alpha: alpha / 100 };
}

const over = (colour: string, ground: Colour): Colour => {
  const { rgb, alpha } = parse(colour);
  return rgb.map((part, i) => part * alpha + (ground[i] ?? 0) * (1 - alpha)) as unknown as Colour;
};

const linear = (part: number): number => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const times = (matrix: Matrix, colour: Colour): Colour =>
  matrix.map((row) => row.reduce((sum, factor, i) => sum + factor * (colour[i] ?? 0), 0)) as unknown as Colour;

const luminance = (colour: Colour): number => {
  const [r, g, b] = colour.map(linear) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

function contrast(a: Colour, b: Colour): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Full dichromacy, on linear light: Machado, Oliveira and Fernandes (2009), https://doi.org/10.1109/TVCG.2009.113. */
const DICHROMACY: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE 1976 L*a*b* of linear light, white point D65. */
function lab(light: Colour): Colour {
  const toXyz: Matrix = [
    [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
    [0.2126, 0.7152, 0.0722],
    [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
  ];
  const clear = light.map((part) => Math.min(1, Math.max(0, part))) as unknown as Colour;
  const [x, y, z] = times(toXyz, clear).map((part) =>
    part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116,
  ) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE 1976 colour difference as somebody sees it; 2.3 can just be told apart. */
const difference = (a: Colour, b: Colour, sight: Matrix): number => {
  const [one, other] = [a, b].map((colour) => lab(times(sight, colour.map(linear) as unknown as Colour))) as [
    Colour,
    Colour,
  ];
  return Math.hypot(...one.map((part, i) => part - (other[i] ?? 0)));
};

for (const palette of PALETTES) {
  for (const ground of GROUNDS) {
    test(`${palette}, ${ground}: text on every mark has a contrast of 4.5 : 1`, () => {
      for (const page of PAGES[ground]) {
        assert.ok(contrast(page.ink, page.ground) >= 7, 'a fair page');
        for (const look of LOOKS) {
          const { fill } = COLOURS[palette][look][ground];
          const alone = over(fill, page.ground);
          // A claim or the mark at hand lies on the quote that holds it.
          const quote = over(COLOURS[palette].direct[ground].fill, page.ground);
          const onQuote = look === 'direct' ? quote : over(fill, quote);
          const found = Math.min(contrast(page.ink, alone), contrast(page.ink, onQuote));
          assert.ok(found >= 4.5, `${look} on ${page.ground}: ${found.toFixed(2)}`);
        }
      }
    });

    test(`${palette}, ${ground}: every line has a contrast of 3 : 1 to the ground on both of its sides`, () => {
      for (const page of PAGES[ground]) {
        for (const category of CATEGORIES) {
          const { fill, line } = COLOURS[palette][category][ground];
          const found = [page.ground, over(fill, page.ground)].map((side) => contrast(over(line, side), side));
          assert.ok(Math.min(...found) >= 3, `${category} on ${page.ground}: ${found.map((n) => n.toFixed(2))}`);
        }
      }
    });

    test(`${palette}, ${ground}: colour-blind readers tell quotes, reported speech and contested claims apart`, () => {
      const [quote, reported, contested] = (['direct', 'indirect', 'contested'] as const).map((category) =>
        over(COLOURS[palette][category][ground].line, [0, 0, 0]),
      ) as [Colour, Colour, Colour];
      for (const [sight, matrix] of Object.entries(DICHROMACY)) {
        for (const [a, b] of [
          [quote, reported],
          [quote, contested],
          [reported, contested],
        ] as const) {
          const found = difference(a, b, matrix);
          assert.ok(found >= 10, `${sight}: ${a} and ${b} differ by ${found.toFixed(1)}`);
        }
      }
    });
  }
}

test('each kind has a line of its own shape, and each highlight a rule', () => {
  assert.equal(new Set(Object.values(LINES)).size, CATEGORIES.length);
  const sheet = highlightSheet();
  for (const name of [
    'sayso-warm-fill-direct-light',
    'sayso-grey-line-contested-dark',
    'sayso-cool-line-active-light',
  ]) {
    assert.ok(sheet.includes(`::highlight(${name})`), name);
  }
  assert.doesNotMatch(sheet, /undefined|NaN/);
});
