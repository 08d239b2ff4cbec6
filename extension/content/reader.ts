/**
 * The reader of a page: a session and all that draws it. It knows nothing of the extension around it, so
 * that the playground shows articles with the same code.
 */
import { t } from '../shared/i18n';
import type { PageState } from '../shared/page-state';
import type { Look } from '../shared/palettes';
import { Card } from './card';
import { above, commonAncestor, holds } from './drawn';
import { bringIntoView, firstLineOf } from './geometry';
import { HitTest } from './hit-test';
import { labelTexts } from './label-text';
import { Labels } from './labels';
import type { Mark } from './marks';
import { type NoticeText, notice } from './notice';
import { Overlay } from './overlay';
import { paint, paintActive, painted, unpaint } from './paint';
import { watchPointer } from './pointer';
import { Rescan } from './rescan';
import { Room } from './room';
import { type Change, type Environment, Session } from './session';
import { Standing } from './standing';
import { type Theme, themes } from './theme';

export class Reader {
  readonly session: Session;
  readonly #rescan: Rescan;
  readonly #standing: Standing;
  readonly #ends = new AbortController();
  #overlay: Overlay | null = null;
  #labels: Labels | null = null;
  #card: Card | null = null;
  #hits: HitTest | null = null;
  #hovered: Mark | null = null;
  #themeOf: (element: Element) => Theme = themes();
  #room: Room | null = null;
  #closeNotice: (() => void) | null = null;
  #labelling = 0;
  #stopPointer: (() => void) | null = null;
  readonly #scrolling = { capture: true, passive: true, signal: this.#ends.signal };

  constructor(environment: Environment) {
    this.session = new Session(environment);
    this.session.onChange((change) => this.#draw(change));
    this.#rescan = new Rescan({
      read: (anotherPage) => {
        if (anotherPage) this.#closeCard();
        void this.#read();
      },
      repair: () => this.#repair(),
      around: () => this.#standing.look(),
    });
    this.#standing = new Standing({
      moved: () => {
        this.#labels?.fit();
        this.#labelSoon();
        this.#card?.place();
      },
      grown: () => this.#rescan.soon(),
    });
  }

  /** Reads the page, draws its marks, and keeps them right from then on. */
  async start(): Promise<void> {
    const read = this.#read();
    const stop = this.session.environment.settings.watch((changed) => this.session.use(changed));
    this.#ends.signal.addEventListener('abort', stop);
    await read;
    window.addEventListener('resize', () => this.#card?.place(), { signal: this.#ends.signal });
  }

  /** To the next or the previous mark: scrolls to it, opens its card, says it. */
  step(by: 1 | -1): PageState {
    const { shown, active } = this.session;
    const count = shown.length;
    if (count > 0) {
      const at = active === null ? this.#nearest(by) - by : shown.findIndex(({ id }) => id === active);
      const next = shown[(at + by + count) % count];
      if (next) this.open(next.id, true);
    }
    return this.session.state();
  }

  /** Opens the card of a mark, which is scrolled into view. */
  open(id: number, byKeyboard: boolean): void {
    const { reading, shown } = this.session;
    const mark = this.session.mark(id);
    if (!reading || !mark) return;
    this.#closeNotice?.();
    // What the mouse is on is in view, and is not to jump away from under it.
    if (byKeyboard) bringIntoView(mark.annotation.spans.flatMap((span) => reading.map.pieces(span)));
    this.session.setActive(id);
    this.#cards().show({ reading, shown, mark, byKeyboard, appearance: this.session.settings });
  }

  /** Closes the card. */
  close(): void {
    this.#closeCard();
  }

  /** The mark that the reader has scrolled to: the first one in the window or below it, else the last. */
  place(): number | null {
    return this.session.shown.at(this.#firstBelow())?.id ?? null;
  }

  /** Says something in a corner of the window. */
  notice(words: NoticeText): void {
    this.#closeNotice?.();
    this.#closeNotice = notice(this.#overlaid(), words);
  }

  /** Takes everything off the page. */
  dispose(): void {
    this.#ends.abort();
    this.#rescan.stop();
    this.#standing.stop();
    this.#clear();
    this.#overlay?.remove();
    this.#overlay = null;
  }

  async #read(): Promise<void> {
    await this.session.read();
    if (this.#ends.signal.aborted) return;
    const texts = this.session.reading?.article.texts ?? null;
    this.#rescan.watch(texts && { texts }, this.session.shadows);
    for (const tree of [document, ...this.session.shadows])
      tree.addEventListener('scroll', this.#scrolled, this.#scrolling);
    this.#standing.watch((texts && commonAncestor(texts)) ?? document.body ?? document.documentElement);
  }

  #draw(change: Change): void {
    if (change === 'active') this.#emphasize();
    else if (change === 'marks') this.#redraw();
    else if (change === 'spotlight') {
      this.#paint();
      this.#emphasize();
    }
  }

  #redraw(): void {
    const { reading, shown, active } = this.session;
    if (active === null) this.#closeCard();
    if (!reading || shown.length === 0) {
      this.#clear();
      return;
    }
    this.#themeOf = themes();
    this.#hovered = null; // it may be gone; the next move of the mouse tells
    this.#paint();
    this.#paintActive();
    this.#hits = new HitTest(reading.map, shown);
    this.#stopPointer ??= watchPointer({
      at: (x, y) => this.#hits?.at(x, y) ?? null,
      hover: (mark) => {
        this.#hovered = mark;
        this.#paintActive();
      },
      click: (mark) => {
        if (mark) this.open(mark.id, false);
        else this.#closeCard();
      },
      ours: (event) => this.#overlay?.holds(event) ?? false,
    });
    this.#labelSoon();
  }

  #faded = (mark: Mark): boolean => this.session.spotlight !== null && mark.speaker?.id !== this.session.spotlight;

  #paint(): void {
    const { reading, shown } = this.session;
    if (!reading) return;
    paint(
      shown.flatMap((mark) => {
        const pieces = mark.annotation.spans.flatMap((span) => reading.map.pieces(span));
        const parent = pieces[0] && above(pieces[0].node);
        const look: Look = this.#faded(mark) ? 'faded' : mark.category;
        return parent ? [{ look, theme: this.#themeOf(parent), pieces }] : [];
      }),
      this.session.settings,
      reading.map.shadows,
    );
  }

  #paintActive(): void {
    const mark = this.#hovered ?? this.session.mark(this.session.active);
    const { reading } = this.session;
    const pieces = mark && reading ? mark.annotation.spans.flatMap((span) => reading.map.pieces(span)) : [];
    const parent = pieces[0] && above(pieces[0].node);
    paintActive(parent ? { theme: this.#themeOf(parent), pieces } : null, this.session.settings);
  }

  #emphasize(): void {
    this.#paintActive();
    const marks = new Map(this.session.shown.map((mark) => [mark.id, mark]));
    this.#labels?.emphasize(this.session.active, (id) => this.#faded(marks.get(id) as Mark));
  }

  /** Places the labels once the page is at rest: the marks are not to wait for them. */
  #labelSoon(): void {
    if (this.#labelling || this.session.shown.length === 0) return;
    this.#labelling = requestIdleCallback(
      () => {
        this.#labelling = 0;
        const { reading, shown } = this.session;
        if (!reading || shown.length === 0) return;
        const { labels: mode } = this.session.settings;
        const overlay = this.#overlaid();
        const root = commonAncestor(reading.article.texts);
        if (root) overlay.standOn(root);
        this.#makeRoom(mode === 'room' ? reading.article.texts : []);
        this.#labels ??= new Labels(overlay, (id, byKeyboard) => this.open(id, byKeyboard));
        this.#labels.show(mode === 'none' ? [] : labelTexts(shown), {
          map: reading.map,
          themeOf: this.#themeOf,
          tabFirst: mode === 'room',
        });
        this.#emphasize();
      },
      { timeout: 300 },
    );
  }

  /** Made once it is wanted: most pages keep their own sheets. */
  #makeRoom(story: readonly Text[]): void {
    if (story.length > 0) this.#room ??= new Room();
    this.#room?.make(story);
  }

  /** The page may clear the registry of highlights, or take our element away. */
  #repair(): void {
    if (this.session.shown.length === 0) return;
    if (!painted()) {
      this.#paint();
      this.#paintActive();
    }
    this.#overlay?.attach();
  }

  /** An article in a scrolling container of its own moves without the document. */
  readonly #scrolled = (event: Event): void => {
    // Clearing the registry changes no node: the next thing that happens must tell.
    this.#repair();
    const { reading } = this.session;
    const inner = event.target instanceof Element && event.target !== document.documentElement ? event.target : null;
    const first = reading?.article.texts[0];
    if (!inner || !first || !holds(inner, first)) return;
    this.#card?.follow();
    // The labels go along at once; where another container holds theirs, they are placed anew.
    if (!this.#labels?.scrolled(inner)) this.#labelSoon();
  };

  /** Index of the mark that a first step leads to: the first one in the window, or the last one above it. */
  #nearest(by: 1 | -1): number {
    const below = this.#firstBelow();
    if (by === 1) return below < 0 ? 0 : below;
    return (below < 0 ? this.session.shown.length : below) - 1;
  }

  /** Index of the first mark that begins in the window or below it; -1 if there is none. */
  #firstBelow(): number {
    const { reading, shown } = this.session;
    return shown.findIndex((mark) => {
      const span = mark.annotation.spans[0];
      const line = span && reading ? firstLineOf(reading.map.pieces(span)) : undefined;
      return line !== undefined && line.top >= 0;
    });
  }

  #overlaid(): Overlay {
    this.#overlay ??= new Overlay();
    this.#overlay.attach();
    return this.#overlay;
  }

  #cards(): Card {
    const { search } = this.session.environment;
    this.#card ??= new Card(this.#overlaid(), {
      close: () => this.#closeCard(),
      step: (by) => this.step(by),
      show: (id) => this.open(id, true),
      ...(search ? { search } : {}),
      dismiss: (mark) => void this.#dismiss(mark),
    });
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && this.#card?.open) this.#closeCard();
      },
      { capture: true, signal: this.#ends.signal },
    );
    return this.#card;
  }

  async #dismiss(mark: Mark): Promise<void> {
    this.#closeCard();
    const kept = await this.session.dismiss(mark);
    if (this.#ends.signal.aborted) return;
    const go = (): void => void this.session.dismiss(mark, true);
    const text = t(kept ? 'dismissed' : 'dismissedHere');
    this.notice({ text, close: t('close'), action: { name: t('undo'), go } });
  }

  #closeCard(): void {
    this.#card?.close();
    this.session.setActive(null);
  }

  #clear(): void {
    cancelIdleCallback(this.#labelling);
    this.#labelling = 0;
    this.#stopPointer?.();
    this.#stopPointer = null;
    this.#hits = null;
    this.#hovered = null;
    this.#closeCard();
    this.#labels?.remove();
    this.#labels = null;
    this.#makeRoom([]);
    unpaint();
  }
}
