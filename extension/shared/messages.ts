/**
 * Every message between the parts of the extension: what is asked, what is answered, what is told on ports.
 *
 * `Requests` go to the background, `PageRequests` to the content script of one tab. Whoever receives a message or
 * an answer holds it to the schema here before looking at anything else: it comes from another process.
 */
import { type Check, fields, flag, index, oneOf, orNull, text } from './check';
import { type AnnotatedText, isAnnotatedText, words } from './document';
import { isPageState, type PageState } from './page-state';

/** The forms in which an article with its marks can be kept; the core writes them. */
export const FORMATS = ['markdown', 'csv', 'json', 'w3c'] as const;
export type Format = (typeof FORMATS)[number];

/** An article with the marks that are shown on it. */
export interface MarkedArticle {
  readonly address: string;
  readonly title: string;
  /** The text that the offsets of the document count in. */
  readonly text: string;
  readonly document: AnnotatedText;
}

export interface Requests {
  /** The article's text, to be annotated. */
  annotate: { ask: { text: string }; answer: AnnotatedText };
  /**
   * This tab was read: the toolbar button is to open the popup from now on. `say`: there is something to say
   * instead of marks; `notice` answers that the popup could not be opened for it.
   */
  ready: { ask: { say: boolean }; answer: { notice: boolean } };
  /** A page of an allowed site may have a story: bring the reader there. */
  story: { ask: object; answer: boolean };
  /** The story of this page is in one of its frames: bring the reader there. */
  frame: { ask: object; answer: boolean };
  /** How many marks the toolbar button is to show; null for none. */
  badge: { ask: { marks: number | null }; answer: boolean };
  /** Writes an article in one of the formats. */
  write: { ask: { format: Format; article: MarkedArticle }; answer: string };
  /** Start reading a tab; what a click on the toolbar button does. False where the browser does not allow it. */
  start: { ask: { tab: number }; answer: boolean };
  /** Search for these words with the reader's own search engine, in a new tab. */
  search: { ask: { words: string }; answer: boolean };
}

export interface PageRequests {
  state: { ask: object; answer: PageState };
  /** Marks on this page: on, off, or the other way round. */
  power: { ask: { on: boolean | null }; answer: PageState };
  /** Marks although the article does not read as English. */
  anyway: { ask: object; answer: PageState };
  /** One voice, the others fade; null for all. */
  spotlight: { ask: { speaker: number | null }; answer: PageState };
  /** To the next (1) or previous (-1) mark. */
  step: { ask: { by: 1 | -1 }; answer: PageState };
  /** To one mark; null closes the card of whichever is open. */
  show: { ask: { mark: number | null }; answer: PageState };
  /** The article with the marks that are shown; null where there is none. */
  article: { ask: object; answer: MarkedArticle | null };
}

export type Ask<M, K extends keyof M> = M[K] extends { ask: infer A } ? A : never;
export type Answer<M, K extends keyof M> = M[K] extends { answer: infer A } ? A : never;
export type Schema<M> = {
  readonly [K in keyof M]: { readonly ask: Check<Ask<M, K>>; readonly answer: Check<Answer<M, K>> };
};

/** Longest phrase that is searched for, in UTF-16 units. */
const LONGEST_SEARCH = 500;

const nothing = fields<object>({});
const isMarkedArticle = fields<MarkedArticle>({
  address: words,
  title: words,
  text: words,
  document: isAnnotatedText,
});

export const REQUESTS: Schema<Requests> = {
  annotate: { ask: fields({ text: words }), answer: isAnnotatedText },
  ready: { ask: fields({ say: flag }), answer: fields({ notice: flag }) },
  story: { ask: nothing, answer: flag },
  frame: { ask: nothing, answer: flag },
  badge: { ask: fields({ marks: orNull(index) }), answer: flag },
  write: { ask: fields({ format: oneOf(...FORMATS), article: isMarkedArticle }), answer: text() },
  start: { ask: fields({ tab: index }), answer: flag },
  search: { ask: fields({ words: text(1, LONGEST_SEARCH) }), answer: flag },
};

export const PAGE_REQUESTS: Schema<PageRequests> = {
  state: { ask: nothing, answer: isPageState },
  power: { ask: fields({ on: orNull(flag) }), answer: isPageState },
  anyway: { ask: nothing, answer: isPageState },
  spotlight: { ask: fields({ speaker: orNull(index) }), answer: isPageState },
  step: { ask: fields({ by: oneOf(1, -1) }), answer: isPageState },
  show: { ask: fields({ mark: orNull(index) }), answer: isPageState },
  article: { ask: nothing, answer: orNull(isMarkedArticle) },
};

/** Name of the port on which a page tells popup and panel of every change of its state, a {@link PageState}. */
export const STATE_PORT = 'page-state';

/** Name of the port on which a page tells the panel, while it is open, which mark the reader has scrolled to. */
export const PLACE_PORT = 'page-place';
export interface Place {
  readonly mark: number | null;
}
export const isPlace = fields<Place>({ mark: orNull(index) });
