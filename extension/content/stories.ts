/**
 * A page of several stories: the core reads each on its own, and its answers are put together here. A story that is
 * longer than any article is read in parts, as if they were several.
 */
import type { AnnotatedText, Annotation, Span, Speaker, SpeakerRef } from '../shared/document';
import { LONGEST_TEXT } from '../shared/messages';
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
    return inParts(map.text.slice(from, end), from);
  });
}

/** Cuts at the ends of blocks; a block that is too long by itself, wherever it must. */
function inParts(text: string, from: number): StoryText[] {
  const parts: StoryText[] = [];
  for (let at = 0; at < text.length; ) {
    at += text.length - at - text.slice(at).trimStart().length;
    const most = at + LONGEST_TEXT;
    const block = text.length > most ? text.lastIndexOf('\n', most) : text.length;
    const end = block > at ? block : most;
    if (at < text.length) parts.push({ start: from + at, text: text.slice(at, end) });
    at = end;
  }
  return parts;
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
