/**
 * The core's answer, as `src/document.rs` defines it. Offsets count UTF-16 code units of the text that was
 * sent, end exclusive.
 */
export type Span = readonly [start: number, end: number];

export const CATEGORIES = ['direct', 'mixed', 'indirect', 'contested'] as const;
export type Category = (typeof CATEGORIES)[number];

export type SpeakerKind = 'person' | 'organization' | 'group' | 'unnamed' | 'document';
export type ContestKind = 'disputed' | 'denied' | 'countered' | 'alleged' | 'term';

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
