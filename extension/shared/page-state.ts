/** What the popup and the panel know of a page: a picture of the content script's session. */
import { fields, fraction, index, listOf, oneOf, orNull } from './check';
import {
  CATEGORIES,
  type Category,
  CONTEST_KINDS,
  type ContestKind,
  SPEAKER_KINDS,
  type SpeakerKind,
  words,
} from './document';

/**
 * - `reading`: the article is looked for, or its marks are awaited
 * - `marked`: marks are on the page
 * - `off`: switched off on this page by the reader
 * - `never`: switched off for the site
 * - `no-article`, `nothing`, `not-english`: read, and there is nothing to mark, for the reason named
 * - `no-wasm`: the browser does not let the core run
 * - `failed`: something broke; the page is untouched
 */
export const STATUSES = [
  'reading',
  'marked',
  'off',
  'never',
  'no-article',
  'nothing',
  'not-english',
  'no-wasm',
  'failed',
] as const;
export type PageStatus = (typeof STATUSES)[number];

/**
 * - `whole`: all of the article that there is
 * - `preview`: the page has the beginning only, for those who do not pay
 * - `first-part`: the article is longer than what is read at once
 */
export const EXTENTS = ['whole', 'preview', 'first-part'] as const;
export type Extent = (typeof EXTENTS)[number];

export interface SpeakerSummary {
  readonly id: number;
  readonly name: string;
  readonly role: string | null;
  readonly kind: SpeakerKind;
  readonly statements: number;
  /** Their part of all words that are marked as somebody's, 0 to 1. */
  readonly share: number;
}

export interface MarkSummary {
  readonly id: number;
  readonly category: Category;
  readonly contest: ContestKind | null;
  readonly speaker: number | null;
  /** The marked words, as one line. */
  readonly text: string;
}

export interface PageState {
  readonly status: PageStatus;
  readonly extent: Extent;
  /** Host name of the page, without port; empty where it has none. */
  readonly host: string;
  readonly title: string;
  readonly speakers: readonly SpeakerSummary[];
  /** The marks that are shown, in reading order. */
  readonly marks: readonly MarkSummary[];
  /** How many there are of each category, whether it is switched on or not. */
  readonly counts: Readonly<Record<Category, number>>;
  /** Ids of the mark whose card is open and of the speaker in the spotlight. */
  readonly active: number | null;
  readonly spotlight: number | null;
}

export const isPageState = fields<PageState>({
  status: oneOf(...STATUSES),
  extent: oneOf(...EXTENTS),
  host: words,
  title: words,
  speakers: listOf(
    fields<SpeakerSummary>({
      id: index,
      name: words,
      role: orNull(words),
      kind: oneOf(...SPEAKER_KINDS),
      statements: index,
      share: fraction,
    }),
  ),
  marks: listOf(
    fields<MarkSummary>({
      id: index,
      category: oneOf(...CATEGORIES),
      contest: orNull(oneOf(...CONTEST_KINDS)),
      speaker: orNull(index),
      text: words,
    }),
  ),
  counts: fields<PageState['counts']>({ direct: index, mixed: index, indirect: index, contested: index }),
  active: orNull(index),
  spotlight: orNull(index),
});
