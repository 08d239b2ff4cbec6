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

  /** Lies down over a container that scrolls, or with null over the page. Returns its origin in the window. */
  cover(scroller: Element | null): { x: number; y: number } {
    this.#scroller = scroller;
    const origin = this.#overlay.origin();
    if (!scroller) {
      this.fit();
      this.#slide.style.transform = '';
      return origin;
    }
    const { left, top } = scroller.getBoundingClientRect();
    const x = left + scroller.clientLeft;
    const y = top + scroller.clientTop;
    this.#stretch(x - origin.x, y - origin.y, scroller.clientWidth, scroller.clientHeight);
    this.#move();
    return { x: x - scroller.scrollLeft, y: y - scroller.scrollTop };
  }

  /** The page has another size: cuts off at once what would reach out of it. */
  fit(): void {
    this.#stretch(0, 0, 0, 0);
    // A container may stand anywhere now: nothing is shown until labels are placed anew.
    if (this.#scroller) return;
    const { scrollWidth, scrollHeight } = document.documentElement;
    this.#stretch(0, 0, scrollWidth, scrollHeight);
  }

  /** Takes the labels along if this element is the container below. */
  scrolled(element: Element): void {
    if (element === this.#scroller) this.#move();
  }

  #move(): void {
    const { scrollLeft = 0, scrollTop = 0 } = this.#scroller ?? {};
    this.#slide.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;
  }

  #stretch(left: number, top: number, width: number, height: number): void {
    this.#clip.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  }

  remove(): void {
    this.#clip.remove();
  }
}
