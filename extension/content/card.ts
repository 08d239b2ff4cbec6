/**
 * The card of a mark: a dialog in the top layer that is not modal. It stands next to the words, never over
 * them; opened by mouse it leaves the keyboard where it is, opened by keyboard it takes it and gives it back.
 */
import { t } from '../shared/i18n';
import { type CardActions, cardContent } from './card-content';
import { around, cardPlace, GAP, isNarrow, LOWEST, type Size, scrollFor } from './card-place';
import { above } from './drawn';
import { linesOf } from './geometry';
import { speakerName } from './label-text';
import type { Mark } from './marks';
import type { Overlay } from './overlay';
import type { Appearance } from './paint';
import type { Reading } from './session';
import type { Piece } from './text-map';
import { type Theme, themes } from './theme';

/** The greatest height of a card, in CSS pixels. */
const TALLEST = 420;

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
  #pieces: readonly Piece[] = [];
  #returnTo: Element | null = null;
  /** Where the card and its words were, from the top of the window, when it was placed. */
  #placed: { readonly edge: number; readonly words: number } | null = null;

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
    const theme: Theme = themes()((pieces[0] && above(pieces[0].node)) ?? document.body);
    const box = cardContent({ reading, shown, mark, appearance, actions: this.#actions });
    box.classList.add(theme);
    box.addEventListener('keydown', (event) => this.#key(event));
    this.#overlay.add(box);
    box.showPopover();
    this.#box = box;
    this.#pieces = pieces;
    this.#stand(true);
    if (byKeyboard || hadFocus) box.focus({ preventScroll: true });
    if (byKeyboard) this.#overlay.say(`${speakerName(mark.speaker)}. ${t(`category_${mark.category}`)}. ${mark.text}`);
  }

  /** Closes the card; the keyboard goes back to where it was if the card had it. */
  close(): void {
    const box = this.#box;
    if (!box) return;
    this.#pieces = [];
    const hadFocus = box.contains(this.#overlay.focused);
    this.#box = null;
    box.remove();
    const back = this.#overlay.again(this.#returnTo);
    if (hadFocus && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
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

  /** Puts the open card beside its words, where they are now. */
  place(): void {
    this.#stand(false);
  }

  /** @param scrolls whether the page may be scrolled so that the card and its words have room */
  #stand(scrolls: boolean): void {
    const box = this.#box;
    if (!box) return;
    box.style.cssText = '';
    box.classList.remove('sheet', 'top');
    this.#placed = null;
    const size = windowSize();
    const lines = linesOf(this.#pieces);
    if (lines.length === 0 || isNarrow(size)) this.#sheet(box, lines, size, scrolls);
    else this.#beside(box, lines, size, scrolls);
  }

  /** The words have moved in a container that scrolls by itself: the card goes along. */
  follow(): void {
    const [line] = linesOf(this.#pieces);
    if (!this.#box || !this.#placed || !line) return;
    const { edge, words } = this.#placed;
    this.#box.style.top = `${edge + line.top - words + window.scrollY}px`;
  }

  /** Along the lower edge of the window; along the upper one where the words cannot be scrolled out of its way. */
  #sheet(box: HTMLElement, lines: readonly DOMRect[], size: Size, scrolls: boolean): void {
    box.classList.add('sheet');
    if (lines.length === 0) return;
    const { height } = box.getBoundingClientRect();
    if (scrolls) scrollBy({ top: scrollFor(around(lines), height - GAP, size), behavior: 'instant' });
    const { top, bottom } = around(linesOf(this.#pieces));
    if (bottom > size.height - height && top >= height) box.classList.add('top');
  }

  #beside(box: HTMLElement, lines: readonly DOMRect[], size: Size, scrolls: boolean): void {
    const card = box.getBoundingClientRect();
    const first = this.#pieces[0] && above(this.#pieces[0].node);
    const rtl = getComputedStyle(first ?? document.body).direction === 'rtl';
    let found = cardPlace(lines, card, size, rtl);
    if (found.fixed && scrolls) {
      // Words that leave room somewhere are scrolled to where they do.
      scrollBy({ top: scrollFor(around(lines), LOWEST, size), behavior: 'instant' });
      found = cardPlace(linesOf(this.#pieces), card, size, rtl);
    }
    const { from, left, edge, room, fixed } = found;
    // The top layer is laid out in the page's initial block: document coordinates, so that it scrolls along.
    const [x, y] = fixed ? [0, 0] : [window.scrollX, window.scrollY];
    box.style.cssText =
      `position:${fixed ? 'fixed' : 'absolute'};left:${left + x}px;top:${edge + y}px;` +
      `translate:0 ${from === 'top' ? 0 : -100}%;max-height:${Math.min(TALLEST, room)}px`;
    if (!fixed) this.#placed = { edge, words: linesOf(this.#pieces)[0]?.top ?? 0 };
  }
}

/** The size of the window without its scroll bars, however the reader has pinched it. */
function windowSize(): Size {
  const { width, height, scale } = window.visualViewport ?? { width: innerWidth, height: innerHeight, scale: 1 };
  return { width: width * scale, height: height * scale };
}
