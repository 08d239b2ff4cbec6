/** From the core's answer to the marks of this page: which are shown, who has how much of the words. */
import { type AnnotatedText, type Annotation, CATEGORIES, type Category, type Speaker } from '../shared/document';
import type { MarkSummary, SpeakerSummary } from '../shared/page-state';
import { LEAST_CONFIDENCE, type Settings } from '../shared/settings';
import type { TextMap } from './text-map';

/** An annotation with its words and its speaker at hand. */
export interface Mark {
  readonly id: number;
  readonly annotation: Annotation;
  readonly category: Category;
  readonly speaker: Speaker | null;
  /** The marked words as one line; `…` stands where a reporting clause interrupts them. */
  readonly text: string;
}

export function marksOf(document: AnnotatedText, map: TextMap): Mark[] {
  return document.annotations.map((annotation) => ({
    id: annotation.id,
    annotation,
    category: annotation.category,
    speaker: annotation.speaker ? (document.speakers[annotation.speaker.id] ?? null) : null,
    text: annotation.spans.map((span) => map.slice(span)).join(' … '),
  }));
}

/** Statements only, unless the reader asked for attitudes; as sure as asked; and none that the reader dismissed. */
export function eligible(marks: readonly Mark[], settings: Settings, dismissed: (text: string) => boolean): Mark[] {
  const least = LEAST_CONFIDENCE[settings.certainty];
  return marks.filter(
    ({ annotation, text }) =>
      (settings.attitudes || annotation.manner !== 'other') && annotation.confidence >= least && !dismissed(text),
  );
}

export const switchedOn = (marks: readonly Mark[], settings: Settings): Mark[] =>
  marks.filter((mark) => settings.categories[mark.category]);

export function countsOf(marks: readonly Mark[]): Record<Category, number> {
  const counts = Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Record<Category, number>;
  for (const mark of marks) counts[mark.category]++;
  return counts;
}

const words = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;

/** The speakers by their share of the words that are marked as somebody's, the most heard first. */
export function voicesOf(marks: readonly Mark[]): SpeakerSummary[] {
  const heard = new Map<number, { speaker: Speaker; statements: number; words: number }>();
  let total = 0;
  for (const { category, speaker, text } of marks) {
    // A contested claim is mostly part of a statement that is counted already.
    const spoken = category === 'contested' ? 0 : words(text);
    total += spoken;
    if (!speaker) continue;
    const voice = heard.get(speaker.id) ?? { speaker, statements: 0, words: 0 };
    voice.statements += category === 'contested' ? 0 : 1;
    voice.words += spoken;
    heard.set(speaker.id, voice);
  }
  return [...heard.values()]
    .sort((a, b) => b.words - a.words || a.speaker.id - b.speaker.id)
    .map(({ speaker: { id, name, role, kind }, statements, words: spoken }) => ({
      id,
      name,
      role,
      kind,
      statements,
      share: total === 0 ? 0 : spoken / total,
    }));
}

export const summaryOf = ({ id, category, annotation, speaker, text }: Mark): MarkSummary => ({
  id,
  category,
  contest: annotation.contest?.kind ?? null,
  speaker: speaker?.id ?? null,
  text,
});
