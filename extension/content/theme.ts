import type { Ground } from '../shared/palettes';

/** Whether text stands on a light or a dark ground, as measured on the page, not as the system prefers. */
export type Theme = Ground;

/** Relative luminance (WCAG 2.2) and opacity of a computed colour; null where it is none of the rgb forms. */
export function luminance(colour: string): { value: number; alpha: number } | null {
  const numbers = /^rgba?\(/.test(colour) ? colour.match(/[\d.]+/g)?.map(Number) : undefined;
  if (!numbers || numbers.length < 3) return null;
  const [r, g, b] = numbers.slice(0, 3).map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return { value: 0.2126 * r + 0.7152 * g + 0.0722 * b, alpha: numbers[3] ?? 1 };
}

/** Ground at which black and white text have the same contrast. */
const MIDDLE = 0.18;

/** Measures each element once; a new measure sees the page anew. */
export function themes(): (element: Element) => Theme {
  const known = new Map<Element, Theme>();
  return (element) => {
    const theme = known.get(element) ?? measure(element);
    known.set(element, theme);
    return theme;
  };
}

function measure(element: Element): Theme {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.backgroundImage !== 'none' && at !== document.documentElement) break;
    const ground = luminance(style.backgroundColor);
    if (ground && ground.alpha >= 0.5) return ground.value < MIDDLE ? 'dark' : 'light';
  }
  // No ground to be seen, or a picture: light text tells of a dark one.
  const ink = luminance(getComputedStyle(element).color);
  return ink && ink.value > 0.5 ? 'dark' : 'light';
}
