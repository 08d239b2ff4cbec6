/**
 * The one element that we add to a page: a host of no size, last in the document, with a closed shadow root
 * for labels, card and notices. It lies over the page in document coordinates, so that scrolling costs
 * nothing, and takes no click but on its own buttons.
 */
import { above } from './drawn';
import { STYLE } from './overlay-style';

const TAG = 'sayso-overlay';

export class Overlay {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #live: HTMLElement;
  readonly #height = new CSSStyleSheet();

  constructor() {
    // One that an earlier version of the extension left behind.
    for (const stale of document.querySelectorAll(TAG)) stale.remove();
    this.#host = document.createElement(TAG);
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet, this.#height];
    this.#live = document.createElement('div');
    this.#live.className = 'live';
    this.#live.setAttribute('role', 'status');
    this.#root.append(this.#live);
    // What is done inside is none of the page's business: its shortcuts and outside-click handlers stay quiet.
    for (const kind of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'keypress']) {
      this.#host.addEventListener(kind, (event) => event.stopPropagation());
    }
    this.attach();
  }

  /** Puts the host (back) into the page. */
  attach(): void {
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
  }

  get attached(): boolean {
    return this.#host.isConnected;
  }

  add(...elements: HTMLElement[]): void {
    this.#root.append(...elements);
  }

  /** Where the overlay's own origin is in the window, in CSS pixels. */
  origin(): { x: number; y: number } {
    const { left, top } = this.#host.getBoundingClientRect();
    return { x: left, y: top };
  }

  /**
   * Puts labels right above the article, and below what the page keeps above it, such as a header that stays
   * when it scrolls. (Card and notices are in the top layer.)
   */
  standOn(article: Element): void {
    let height = 0;
    for (let at: Element | null = article; at; at = above(at)) {
      height = Number.parseInt(getComputedStyle(at).zIndex, 10) || height;
    }
    this.#height.replaceSync(`:host { z-index: ${Math.max(height, 0)} !important }`);
  }

  /** Which of our elements has the keyboard. */
  get focused(): Element | null {
    return this.#root.activeElement;
  }

  /** The element itself, or the label that stands for it now: labels that are placed anew are other elements. */
  again(element: Element | null): Element | null {
    const mark = element?.isConnected === false ? (element as HTMLElement).dataset.mark : undefined;
    return mark === undefined ? element : this.#root.querySelector(`[data-mark="${mark}"]`);
  }

  /** Whether an event began in our elements: outside the shadow tree, the host stands for them. */
  holds(event: Event): boolean {
    return event.composedPath().includes(this.#host);
  }

  /** Says something to screen readers, politely. */
  say(text: string): void {
    this.#live.textContent = text;
  }

  remove(): void {
    this.#host.remove();
  }
}
