/**
 * Tells when a story may have come to stand elsewhere: it, the window or something above it took another size,
 * something was put above it, or a font came. A page whose own height is fixed tells of none of these by itself.
 */

import { above } from './drawn';

/** Less than a line of text is added or taken away below this many CSS pixels. */
const LINE = 10;
/** Elements that take no room. */
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'LINK', 'META', 'HEAD']);

export interface StandingActions {
  /** The story may stand elsewhere, or its lines may. */
  moved(): void;
  /** Text may have come to be seen, or the reverse. */
  grown(): void;
}

export class Standing {
  readonly #actions: StandingActions;
  readonly #observer = new ResizeObserver((entries) => this.#measured(entries));
  readonly #watched = new Set<Element>();
  readonly #ends = new AbortController();
  #story: Element | null = null;
  /** The size of the story when it was last measured; the first measure of an element is no change. */
  #size: { readonly width: number; readonly height: number } | null = null;

  constructor(actions: StandingActions) {
    this.#actions = actions;
    const came = (event: Event): void => {
      // Firefox tells of it, with none, whenever something new is drawn.
      if ((event as FontFaceSetLoadEvent).fontfaces.length > 0) actions.moved();
    };
    document.fonts?.addEventListener('loadingdone', came, { signal: this.#ends.signal });
  }

  /** Watches the element of a story from now on, in place of any other. */
  watch(story: Element): void {
    this.#observer.disconnect();
    this.#watched.clear();
    this.#story = story;
    this.#size = null;
    this.look();
  }

  /** Elements came or went around the story: those above it are others now. */
  look(): void {
    const around = new Set(this.#around());
    for (const element of this.#watched) if (!around.has(element)) this.#forget(element);
    for (const element of around) if (!this.#watched.has(element)) this.#observer.observe(element);
    for (const element of around) this.#watched.add(element);
  }

  stop(): void {
    this.#ends.abort();
    this.#observer.disconnect();
  }

  #forget(element: Element): void {
    this.#observer.unobserve(element);
    this.#watched.delete(element);
    this.#actions.moved();
  }

  /** The story, what holds it, and what stands before any of these. */
  *#around(): Iterable<Element> {
    for (let at = this.#story; at; at = above(at)) {
      yield at;
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        if (!UNSEEN.has(before.nodeName)) yield before;
      }
    }
  }

  #measured(entries: readonly ResizeObserverEntry[]): void {
    this.#actions.moved();
    const own = entries.find(({ target }) => target === this.#story);
    if (!own) return;
    const { width, height } = own.contentRect;
    const last = this.#size;
    this.#size = { width, height };
    // Text that is shown on a click changes no text node: it is known by the height that it takes.
    if (last?.width === width && Math.abs(height - last.height) >= LINE) this.#actions.grown();
  }
}
