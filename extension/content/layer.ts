/**
 * The ground that labels stand on: a box that clips, and in it one that slides. Over a page that scrolls as a
 * whole it is as large as the page, so that a label never makes the page longer; over a container that scrolls
 * by itself it is as large as what can be seen of that, and its inner box goes along.
 */
import { h } from '../shared/dom';
import type { Overlay } from './overlay';

export class Layer {
  readonly #overlay: Overlay;
  readonly #slide = h('div', { class: 'slide' });
  readonly #clip = h('div', { class: 'layer' }, this.#slide);
  #scroller: Element | null = null;

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
    overlay.add(this.#clip);
  }

  /** What labels are put into. */
  get content(): HTMLElement {
    return this.#slide;
  }

  /** The box that clips. */
  get edge(): HTMLElement {
    return this.#clip;
  }

  /** Where the labels' own origin is in the window, in CSS pixels. */
  origin(): { x: number; y: number } {
    const { left, top } = this.#slide.getBoundingClientRect();
    return { x: left, y: top };
  }

  /** Lies down over a container that scrolls, or with null over the page. */
  cover(scroller: Element | null): void {
    this.#scroller = scroller;
    this.#move();
    this.fit();
    if (!scroller) return;
    const origin = this.#overlay.origin();
    const { left, top } = scroller.getBoundingClientRect();
    const x = left + scroller.clientLeft - origin.x;
    const y = top + scroller.clientTop - origin.y;
    this.#stretch(x, y, scroller.clientWidth, scroller.clientHeight);
  }

  /** The page has another size: cuts off at once what would reach out of it. */
  fit(): void {
    this.#stretch(0, 0, 0, 0);
    // A container may stand anywhere now: nothing is shown until labels are placed anew.
    if (this.#scroller) return;
    const { scrollWidth, scrollHeight } = document.documentElement;
    this.#stretch(0, 0, scrollWidth, scrollHeight);
  }

  /** Takes the labels along if this element is the container below; tells whether it is. */
  scrolled(element: Element): boolean {
    if (element !== this.#scroller) return false;
    this.#move();
    return true;
  }

  #move(): void {
    const { scrollLeft, scrollTop } = this.#scroller ?? {};
    this.#slide.style.transform = this.#scroller ? `translate(${-(scrollLeft ?? 0)}px, ${-(scrollTop ?? 0)}px)` : '';
  }

  #stretch(left: number, top: number, width: number, height: number): void {
    this.#clip.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  }

  remove(): void {
    this.#clip.remove();
  }
}
