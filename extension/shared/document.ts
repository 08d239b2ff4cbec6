/**
 * The core's answer, as `src/document.rs` defines it, and what a message that brings one is checked by. Offsets count
 * UTF-16 code units of the text that was sent, end exclusive.
 */
import { type Check, fields, flag, fraction, index, listOf, oneOf, optional, orNull, text } from './check';

export type Span = readonly [start: number, end: number];

export const CATEGORIES = ['direct', 'mixed', 'indirect', 'contested'] as const;
export type Category = (typeof CATEGORIES)[number];

export const SPEAKER_KINDS = ['person', 'organization', 'group', 'unnamed', 'document'] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];
export const CONTEST_KINDS = ['disputed', 'denied', 'countered', 'alleged', 'term'] as const;
export type ContestKind = (typeof CONTEST_KINDS)[number];

export interface Speaker {
  readonly id: number;
  /** The fullest form in the article, without title or role. */
  readonly name: string;
  readonly role: string | null;
  readonly kind: SpeakerKind;
  readonly mentions: readonly Span[];
}

export interface SpeakerRef {
  readonly id: number;
  readonly name: string;
  readonly mention: Span | null;
}

export interface Contest {
  readonly kind: ContestKind;
  /** Who disputes the claim; `id` is null for the article's own voice. */
  readonly challenger: { readonly id: number | null; readonly name: string } | null;
  readonly evidence: Span | null;
  /** The annotation that answers this one. */
  readonly counter: number | null;
}

export interface Annotation {
  readonly id: number;
  readonly category: Category;
  /** A quotation that its reporting clause interrupts has two spans. */
  readonly spans: readonly Span[];
  readonly cue: Span | null;
  /** Stated (`speech`) or only thought; absent for contested claims. */
  readonly manner?: 'speech' | 'other' | null;
  readonly speaker: SpeakerRef | null;
  readonly contest?: Contest | null;
  /** The estimated chance, 0 to 1, that span and source are right. */
  readonly confidence: number;
}

export interface AnnotatedText {
  readonly english: boolean;
  readonly speakers: readonly Speaker[];
  readonly annotations: readonly Annotation[];
}

/**
 * So much of an article is read, in UTF-16 units: some 80,000 words, more than any article. It takes the core less than a
 * second, in which it is there for no other tab.
 */
export const LONGEST_TEXT = 500_000;

/** Any piece of an article. */
export const words = text(0, LONGEST_TEXT);

const isSpan: Check<Span> = (value): value is Span => {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [start, end]: unknown[] = value;
  return index(start) && index(end) && start < end;
};

const isSpeaker = fields<Speaker>({
  id: index,
  name: words,
  role: orNull(words),
  kind: oneOf(...SPEAKER_KINDS),
  mentions: listOf(isSpan),
});

const isContest = fields<Contest>({
  kind: oneOf(...CONTEST_KINDS),
  challenger: orNull(fields<NonNullable<Contest['challenger']>>({ id: orNull(index), name: words })),
  evidence: orNull(isSpan),
  counter: orNull(index),
});

const isAnnotation = fields<Annotation>({
  id: index,
  category: oneOf(...CATEGORIES),
  spans: listOf(isSpan),
  cue: orNull(isSpan),
  manner: optional(orNull(oneOf('speech', 'other'))),
  speaker: orNull(fields<SpeakerRef>({ id: index, name: words, mention: orNull(isSpan) })),
  contest: optional(orNull(isContest)),
  confidence: fraction,
});

export const isAnnotatedText = fields<AnnotatedText>({
  english: flag,
  speakers: listOf(isSpeaker),
  annotations: listOf(isAnnotation),
});
