/** A page of several stories: the core reads each on its own, and its answers are put together here. */
import type { AnnotatedText, Annotation, Span, Speaker, SpeakerRef } from '../shared/document';
import type { TextMap } from './text-map';

/** The text of one story, and where it begins in the text of them all. */
export interface StoryText {
  readonly start: number;
  readonly text: string;
}

/** What the core says of a story that begins at `start`. */
export interface StoryAnswer {
  readonly start: number;
  readonly answer: AnnotatedText;
}

/** Cuts the text of a map by story. Stories of which nothing is shown are left out. */
export function storyTexts(stories: readonly (readonly Text[])[], map: TextMap): StoryText[] {
  let end = 0;
  return stories.flatMap((texts) => {
    const last = texts.findLast((text) => map.offsetAt(text, text.length) !== null);
    if (!last) return [];
    const from = end;
    end = map.offsetAt(last, last.length) as number;
    const text = map.text.slice(from, end).trimStart();
    return text === '' ? [] : [{ start: end - text.length, text }];
  });
}

/** One answer for all: offsets in the text of them all, and a name is one speaker in whichever story it is. */
export function together(answers: readonly StoryAnswer[]): AnnotatedText {
  const speakers: Speaker[] = [];
  const annotations: Annotation[] = [];
  for (const { start, answer } of answers) {
    const shift = ([from, to]: Span): Span => [from + start, to + start];
    const shifted = <T extends Span | null | undefined>(span: T): T => (span ? (shift(span) as T) : span);
    const ids = answer.speakers.map((speaker) => {
      const mentions = speaker.mentions.map(shift);
      const known = speakers.find((other) => isSame(other, speaker));
      if (!known) return speakers.push({ ...speaker, id: speakers.length, mentions }) - 1;
      const role = known.role ?? speaker.role;
      speakers[known.id] = { ...known, role, mentions: [...known.mentions, ...mentions] };
      return known.id;
    });
    const idOf = (id: number): number => ids[id] as number;
    const refer = (ref: SpeakerRef): SpeakerRef => ({ ...ref, id: idOf(ref.id), mention: shifted(ref.mention) });
    const first = annotations.length;
    for (const annotation of answer.annotations) {
      const { id, spans, cue, speaker, contest } = annotation;
      annotations.push({
        ...annotation,
        id: first + id,
        spans: spans.map(shift),
        cue: shifted(cue),
        speaker: speaker && refer(speaker),
        ...(contest && {
          contest: {
            ...contest,
            challenger:
              contest.challenger?.id == null
                ? contest.challenger
                : { ...contest.challenger, id: idOf(contest.challenger.id) },
            evidence: shifted(contest.evidence),
            counter: contest.counter === null ? null : first + contest.counter,
          },
        }),
      });
    }
  }
  return { english: answers.some(({ answer }) => answer.english), speakers, annotations };
}

/** "Officials" in one story are others than in the next. */
const NAMED: ReadonlySet<Speaker['kind']> = new Set(['person', 'organization']);
const isSame = (a: Speaker, b: Speaker): boolean => a.name === b.name && a.kind === b.kind && NAMED.has(a.kind);
