/**
 * The card of a mark: a dialog in the top layer that is not modal. It stands next to the words, never over
 * them; opened by mouse it leaves the keyboard where it is, opened by keyboard it takes it and gives it back.
 */
import { t } from '../shared/i18n';
import { type CardActions, cardContent } from './card-content';
import { linesOf } from './geometry';
import { speakerName } from './label-text';
import type { Mark } from './marks';
import type { Overlay } from './overlay';
import type { Appearance } from './paint';
import type { Reading } from './session';
import { type Theme, themes } from './theme';

/** Windows narrower than this get the card at their lower edge. */
const NARROW = 480;
const GAP = 8;

export interface CardOptions {
  readonly reading: Reading;
  readonly shown: readonly Mark[];
  readonly mark: Mark;
  readonly appearance: Appearance;
  readonly byKeyboard: boolean;
}

export class Card {
  readonly #overlay: Overlay;
  readonly #actions: CardActions;
  #box: HTMLElement | null = null;
  #returnTo: Element | null = null;

  constructor(overlay: Overlay, actions: CardActions) {
    this.#overlay = overlay;
    this.#actions = actions;
  }

  get open(): boolean {
    return this.#box !== null;
  }

  /** Opens the card of a mark, in place of any other. */
  show({ reading, shown, mark, appearance, byKeyboard }: CardOptions): void {
    const hadFocus = this.#box?.contains(this.#overlay.focused) ?? false;
    const returnTo = this.#box ? this.#returnTo : (this.#overlay.focused ?? document.activeElement);
    this.#box?.remove();
    this.#returnTo = returnTo;

    const pieces = mark.annotation.spans.flatMap((span) => reading.map.pieces(span));
    const theme: Theme = themes()(pieces[0]?.node.parentElement ?? document.body);
    const box = cardContent({ reading, shown, mark, appearance, actions: this.#actions });
    box.classList.add(theme);
    box.addEventListener('keydown', (event) => this.#key(event));
    this.#overlay.add(box);
    box.showPopover();
    this.#box = box;
    this.#place(box, linesOf(pieces));
    if (byKeyboard || hadFocus) box.focus({ preventScroll: true });
    if (byKeyboard) this.#overlay.say(`${speakerName(mark.speaker)}. ${t(`category_${mark.category}`)}. ${mark.text}`);
  }

  /** Closes the card; the keyboard goes back to where it was if the card had it. */
  close(): void {
    const box = this.#box;
    if (!box) return;
    const hadFocus = box.contains(this.#overlay.focused);
    this.#box = null;
    box.remove();
    if (hadFocus && this.#returnTo instanceof HTMLElement && this.#returnTo.isConnected) {
      this.#returnTo.focus({ preventScroll: true });
    }
    this.#returnTo = null;
  }

  /** The element of the card, for a hit test. */
  holds(path: EventTarget[]): boolean {
    return this.#box !== null && path.includes(this.#box);
  }

  #key(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowDown: 1, n: 1, ArrowLeft: -1, ArrowUp: -1, p: -1 }[event.key];
    if (event.key === 'Escape') this.#actions.close();
    else if (by && !event.ctrlKey && !event.metaKey && !event.altKey) this.#actions.step(by as 1 | -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #place(box: HTMLElement, lines: readonly DOMRect[]): void {
    const width = document.documentElement.clientWidth;
    const height = window.innerHeight;
    const first = lines[0];
    if (!first || width < NARROW) {
      box.classList.add('sheet');
      const hidden = (lines.at(-1)?.bottom ?? 0) + GAP - box.getBoundingClientRect().top;
      if (hidden > 0) window.scrollBy({ top: hidden, behavior: 'instant' });
      return;
    }
    const top = Math.min(...lines.map((line) => line.top));
    const bottom = Math.max(...lines.map((line) => line.bottom));
    const card = box.getBoundingClientRect();
    const below = height - bottom - GAP;
    const above = top - GAP;
    const room = Math.max(below, above);
    if (room < 160) {
      // The words fill the window: in its corner, as far from them as can be.
      box.style.cssText = 'position:fixed;inset:auto 8px 8px auto';
      return;
    }
    const placeBelow = below >= Math.min(card.height, room) || below >= above;
    const tall = Math.min(card.height, (placeBelow ? below : above) - GAP);
    const y = placeBelow ? bottom + GAP : top - GAP - tall;
    const start = placeBelow ? (lines.at(-1) ?? first) : first;
    const x = Math.max(GAP, Math.min(start.left, width - card.width - GAP));
    // The top layer is laid out in the page's initial block: document coordinates, so that it scrolls along.
    box.style.cssText = `left:${x + window.scrollX}px;top:${y + window.scrollY}px;max-height:${tall}px`;
  }
}
