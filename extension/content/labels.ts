/**
 * The names beside the marks: buttons in the overlay, in document coordinates. Only those near the window
 * are in the document; an observer on empty bands tells which those are, so that scrolling runs no script
 * of ours and costs no layout.
 */

import type { Span } from '../shared/document';
import { h } from '../shared/dom';
import { blockOf, linesOf, scrollerOf } from './geometry';
import type { LabelText } from './label-text';
import { Layer } from './layer';
import { edgeAbove, obstacles } from './obstacles';
import type { Overlay } from './overlay';
import { type Box, type Place, place } from './placement';
import type { TextMap } from './text-map';
import type { Theme } from './theme';

interface Placed {
  readonly text: LabelText;
  readonly name: string;
  readonly place: Place;
  readonly theme: Theme;
}

/** What the labels stand on. */
export interface LabelLook {
  readonly map: TextMap;
  readonly themeOf: (element: Element) => Theme;
  /** Whether lines were set wider for them. */
  readonly tabFirst: boolean;
}

/** Greatest height of a band, in CSS pixels. */
const BAND = 1200;
const FONT = '600 11.5px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const PADDING = 12;

export class Labels {
  readonly #overlay: Overlay;
  readonly #open: (mark: number, byKeyboard: boolean) => void;
  readonly #layer: Layer;
  readonly #bands = new Map<Element, Placed[]>();
  readonly #observer: IntersectionObserver;
  readonly #pen = document.createElement('canvas').getContext('2d');
  #active: number | null = null;
  #faded: (mark: number) => boolean = () => false;

  constructor(overlay: Overlay, open: (mark: number, byKeyboard: boolean) => void) {
    this.#overlay = overlay;
    this.#open = open;
    this.#layer = new Layer(overlay);
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) this.#fill(target, isIntersecting);
      },
      // Ahead of the window, and of a container that scrolls in it.
      { rootMargin: '100% 0px', scrollMargin: '100% 0px' } as IntersectionObserverInit,
    );
  }

  /** Places these labels in place of those before: reads the whole layout first, then writes. */
  show(texts: readonly LabelText[], look: LabelLook): void {
    const placed = this.#places(texts, look);
    const bands = new Map<number, Placed[]>();
    for (const label of placed) {
      const band = Math.floor(label.place.top / BAND);
      bands.set(band, [...(bands.get(band) ?? []), label]);
    }
    this.#observer.disconnect();
    this.#bands.clear();
    const elements = [...bands.values()].map((labels) => {
      // No higher than its labels: the page is not to become longer.
      const top = Math.min(...labels.map(({ place: at }) => at.top));
      const bottom = Math.max(...labels.map(({ place: at }) => at.top + at.height));
      const element = h('div', { class: 'band' });
      element.style.cssText = `top:${top}px;width:1px;height:${bottom - top}px`;
      this.#bands.set(element, labels);
      return element;
    });
    this.#layer.content.replaceChildren(...elements);
    for (const element of elements) this.#observer.observe(element);
  }

  /** Shows which mark is at hand, and which labels belong to others than the voice in the spotlight. */
  emphasize(active: number | null, faded: (mark: number) => boolean): void {
    this.#active = active;
    this.#faded = faded;
    for (const button of this.#layer.content.querySelectorAll<HTMLElement>('.label')) this.#dress(button);
  }

  /** The page has another size: no label is to reach out of it until they are placed anew. */
  fit(): void {
    this.#layer.fit();
  }

  /** Takes the labels along if they stand in this container. */
  scrolled(element: Element): void {
    this.#layer.scrolled(element);
  }

  remove(): void {
    this.#observer.disconnect();
    this.#bands.clear();
    this.#layer.remove();
  }

  #places(texts: readonly LabelText[], { map, themeOf, tabFirst }: LabelLook): Placed[] {
    const anchors = texts.flatMap((text) => {
      const pieces = map.pieces(text.mark.annotation.spans[0] as Span);
      const line = linesOf(pieces)[0];
      const node = pieces[0]?.node;
      return line && node ? [{ text, line, block: blockOf(node) }] : [];
    });
    const first = anchors[0];
    const last = anchors.at(-1);
    if (!first || !last) return [];

    const scroller = scrollerOf(first.block);
    const origin = this.#layer.cover(scroller);
    const ground = scroller ?? document.documentElement;
    const left = scroller ? scroller.getBoundingClientRect().left + scroller.clientLeft : 0;
    const page = { left, right: left + ground.clientWidth };
    const shown = obstacles(scroller ?? document.body, first.line.top - 100, last.line.bottom + 100);
    const lines = new Map<Element, Box[]>();
    const taken: Box[] = [];
    const placed: Placed[] = [];
    for (const { text, line, block } of anchors) {
      const inBlock = lines.get(block) ?? linesIn(block);
      lines.set(block, inBlock);
      const around = {
        line,
        block: block.getBoundingClientRect(),
        lines: inBlock,
        page,
        obstacles: shown,
        taken,
        above: edgeAbove(line, block, inBlock),
        rtl: getComputedStyle(block).direction === 'rtl',
        tabFirst,
      };
      const wanted = this.#width(text.name);
      const full = place(around, wanted);
      const clipped = full !== null && full.width < wanted && text.short !== text.name;
      const found = clipped ? place(around, this.#width(text.short)) : full;
      if (!found) continue;
      taken.push({
        left: found.left,
        top: found.top,
        right: found.left + found.width,
        bottom: found.top + found.height,
      });
      placed.push({
        text,
        name: clipped ? text.short : text.name,
        place: { ...found, left: found.left - origin.x, top: found.top - origin.y },
        theme: themeOf(found.kind === 'tab' ? block : (block.parentElement ?? block)),
      });
    }
    return placed;
  }

  #width(name: string): number {
    if (!this.#pen) return name.length * 7 + PADDING;
    this.#pen.font = FONT;
    return Math.ceil(this.#pen.measureText(name).width) + PADDING;
  }

  #fill(band: Element, near: boolean): void {
    if (!near) {
      if (!band.contains(this.#overlay.focused)) band.replaceChildren();
      return;
    }
    if (band.childElementCount > 0) return;
    const top = Number.parseFloat((band as HTMLElement).style.top);
    band.append(...(this.#bands.get(band) ?? []).map((label) => this.#button(label, top)));
  }

  #button({ text, name, place: at, theme }: Placed, top: number): HTMLElement {
    const button = h('button', {
      type: 'button',
      class: `label ${theme} ${at.kind}${text.unnamed ? ' unnamed' : ''}${text.mark.category === 'contested' ? ' contested' : ''}`,
      'data-name': name,
      'data-mark': text.mark.id,
      'aria-label': text.spoken,
      onclick: (event) => {
        // A click made by a script, or one by the keyboard, which has no count.
        if (event.isTrusted) this.#open(text.mark.id, (event as MouseEvent).detail === 0);
      },
    });
    button.style.cssText = `left:${at.left}px;top:${at.top - top}px;width:${at.width}px;height:${at.height}px;line-height:${at.height}px`;
    this.#dress(button);
    return button;
  }

  #dress(button: HTMLElement): void {
    const mark = Number(button.dataset.mark);
    button.classList.toggle('active', mark === this.#active);
    button.classList.toggle('faded', this.#faded(mark));
  }
}

function linesIn(block: Element): Box[] {
  const range = document.createRange();
  range.selectNodeContents(block);
  return [...range.getClientRects()];
}
