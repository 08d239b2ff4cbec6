/**
 * The names beside the marks: buttons in the overlay, in document coordinates. Only those near the window
 * are in the document; an observer on empty bands tells which those are, so that scrolling runs no script
 * of ours and costs no layout.
 */

import { h } from '../shared/dom';
import { above } from './drawn';
import { scrollerOf } from './geometry';
import type { LabelText } from './label-text';
import { Layer } from './layer';
import type { Overlay } from './overlay';
import { boxOf, type Place } from './placement';
import { type Anchor, anchorsOf, type Grounds, type Placed, placesOf } from './places';
import type { TextMap } from './text-map';

/** The text that the labels belong to, and what they stand on; where that scrolls is found out. */
export interface LabelLook extends Omit<Grounds, 'scroller'> {
  readonly map: TextMap;
}

/** A stretch of the page with some of the labels. */
interface Band {
  /** Empty unless the window is near. */
  readonly element: HTMLElement;
  readonly anchors: readonly Anchor[];
  /** From the top of the layer, in CSS pixels. */
  readonly top: number;
  readonly bottom: number;
  /** In coordinates of the layer; null until the window has been near. */
  labels: readonly Placed[] | null;
}

/** Greatest height of a band, in CSS pixels. */
const BAND = 800;

export class Labels {
  readonly #overlay: Overlay;
  readonly #open: (mark: number, byKeyboard: boolean) => void;
  readonly #layer: Layer;
  readonly #bands = new Map<Element, Band>();
  #observer: IntersectionObserver | null = null;
  #grounds: Grounds | null = null;
  #active: number | null = null;
  #faded: (mark: number) => boolean = () => false;

  constructor(overlay: Overlay, open: (mark: number, byKeyboard: boolean) => void) {
    this.#overlay = overlay;
    this.#open = open;
    this.#layer = new Layer(overlay);
  }

  /** Shows these labels in place of those before: those near the window now, the others when it comes near. */
  show(texts: readonly LabelText[], { map, themeOf, tabFirst }: LabelLook): void {
    const focused = (this.#overlay.focused as HTMLElement | null)?.dataset.mark;
    this.#observer?.disconnect();
    this.#bands.clear();
    const anchors = anchorsOf(texts, map);
    const first = anchors[0]?.pieces[0]?.node;
    const scroller = scrollerOf(first ? above(first) : null);
    this.#grounds = { scroller, themeOf, tabFirst };
    this.#layer.cover(scroller);
    const { y } = this.#layer.origin();
    const grouped = new Map<number, Anchor[]>();
    for (const anchor of anchors) {
      const at = Math.floor((anchor.top - y) / BAND);
      const group = grouped.get(at);
      if (group) group.push(anchor);
      else grouped.set(at, [anchor]);
    }
    const bands = [...grouped.values()].map((group) => bandOf(group, y));
    for (const band of bands) this.#bands.set(band.element, band);
    const height = window.innerHeight;
    this.#fill(bands.filter(({ top, bottom }) => bottom + y > -height && top + y < 2 * height));
    this.#layer.content.replaceChildren(...bands.map(({ element }) => element));
    this.#observer = this.#watch(scroller ? this.#layer.edge : null);
    for (const { element } of bands) this.#observer.observe(element);
    if (focused !== undefined) {
      this.#layer.content.querySelector<HTMLElement>(`[data-mark="${focused}"]`)?.focus({ preventScroll: true });
    }
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

  /** Takes the labels along if they stand in this container; tells whether they do. */
  scrolled(element: Element): boolean {
    return this.#layer.scrolled(element);
  }

  remove(): void {
    this.#observer?.disconnect();
    this.#bands.clear();
    this.#layer.remove();
  }

  /**
   * Tells which bands are near the window, or near what can be seen of a container: our layer lies over that, and
   * cuts off what is to be there ahead of it unless it is the root itself.
   */
  #watch(root: Element | null): IntersectionObserver {
    return new IntersectionObserver(
      (entries) => {
        const bandsOf = (near: boolean): Band[] =>
          entries.flatMap(({ target, isIntersecting }) => {
            const band = isIntersecting === near ? this.#bands.get(target) : undefined;
            return band ? [band] : [];
          });
        this.#leave(bandsOf(false));
        this.#fill(bandsOf(true));
      },
      { root, rootMargin: '100% 0px' },
    );
  }

  #leave(bands: readonly Band[]): void {
    for (const { element } of bands) if (!element.contains(this.#overlay.focused)) element.replaceChildren();
  }

  /** Reads the layout around all of these first, then writes. */
  #fill(bands: readonly Band[]): void {
    this.#place(bands.filter(({ labels }) => labels === null));
    for (const { element, labels, top } of bands) {
      if (element.childElementCount === 0) element.append(...(labels ?? []).map((label) => this.#button(label, top)));
    }
  }

  #place(bands: readonly Band[]): void {
    if (!this.#grounds || bands.length === 0) return;
    const { x, y } = this.#layer.origin();
    const there = [...this.#bands.values()].flatMap(({ labels }) =>
      (labels ?? []).map(({ place }) => boxOf(moved(place, x, y))),
    );
    const placed = placesOf(
      bands.flatMap(({ anchors }) => anchors),
      this.#grounds,
      there,
    );
    for (const band of bands) {
      const own = new Set(band.anchors.map(({ text }) => text));
      band.labels = placed.flatMap((label) =>
        own.has(label.text) ? [{ ...label, place: moved(label.place, -x, -y) }] : [],
      );
    }
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

/** A band of these labels, where the layer begins at this height of the window. */
function bandOf(anchors: readonly Anchor[], origin: number): Band {
  const tops = anchors.map(({ top }) => top - origin);
  const [top, bottom] = [Math.min(...tops), Math.max(...tops)];
  const element = h('div', { class: 'band' });
  element.style.cssText = `top:${top}px;width:1px;height:${bottom - top + 1}px`;
  return { element, anchors, top, bottom, labels: null };
}

const moved = (place: Place, x: number, y: number): Place => ({ ...place, left: place.left + x, top: place.top + y });
