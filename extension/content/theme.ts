import type { Ground } from '../shared/palettes';
import { above } from './drawn';

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
  const grounds = new Map<Element, Theme | null>();
  /** What is behind the text of an element; null if there is no ground to be seen, or a picture. */
  const groundOf = (element: Element): Theme | null => {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundImage, backgroundColor } = getComputedStyle(element);
    const parent = above(element);
    const own = luminance(backgroundColor);
    let ground: Theme | null = null;
    if (backgroundImage === 'none' || !parent) {
      if (own && own.alpha >= 0.5) ground = own.value < MIDDLE ? 'dark' : 'light';
      else ground = parent && groundOf(parent);
    }
    grounds.set(element, ground);
    return ground;
  };
  return (element) => groundOf(element) ?? (isLight(getComputedStyle(element).color) ? 'dark' : 'light');
}

/** Light text tells of a dark ground. */
const isLight = (ink: string): boolean => (luminance(ink)?.value ?? 0) > 0.5;
