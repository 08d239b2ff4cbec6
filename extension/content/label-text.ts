/** What the labels say: one for each run of marks of one speaker, the full name first, then the surname. */

import type { Speaker } from '../shared/document';
import { t } from '../shared/i18n';
import type { Mark } from './marks';

export interface LabelText {
  readonly mark: Mark;
  /** What is shown where there is room. */
  readonly name: string;
  /** What is shown where there is little: the surname, or the kind of contest. */
  readonly short: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly unnamed: boolean;
}

const PARTICLES = /^(von|van|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|zur|af|av)$/i;
const SUFFIXES = /^(jr|sr|i{2,3}|iv|md|phd|esq)\.?$/i;

/** How a speaker is called after the first time: a person by the surname with its particles. */
export function shortName({ name, kind }: Pick<Speaker, 'name' | 'kind'>): string {
  if (kind !== 'person') return name;
  const words = name.split(/\s+/);
  while (words.length > 1 && SUFFIXES.test(words.at(-1)?.replace(/,/g, '') ?? '')) words.pop();
  let first = words.length - 1;
  while (first > 1 && PARTICLES.test(words[first - 1] ?? '')) first--;
  return words.slice(first).join(' ').replace(/,$/, '');
}

/** How a mark's speaker is named in full, also where the article names none. */
export const speakerName = (speaker: Speaker | null): string => speaker?.name ?? t('speakerNone');

/** The labels of these marks, which are in reading order. */
export function labelTexts(marks: readonly Mark[]): LabelText[] {
  const met = new Set<number>();
  const labels: LabelText[] = [];
  let run: number | null | undefined;
  marks.forEach((mark, index) => {
    const { speaker, annotation, category } = mark;
    const id = speaker?.id ?? null;
    const kind = annotation.contest?.kind;
    if (category !== 'contested' && id === run) return;
    if (!speaker && category !== 'contested') {
      run = id;
      return; // nobody to be named
    }
    const who = speaker ? (met.has(speaker.id) ? shortName(speaker) : speaker.name) : '';
    if (speaker) met.add(speaker.id);
    // A claim within the speaker's own run needs only its word.
    const within = id === run;
    const named = (as: string): string =>
      kind ? [within ? '' : as, t(`contest_${kind}`)].filter(Boolean).join(' · ') : as;
    if (id !== null) run = id;
    labels.push({
      mark,
      name: named(who),
      short: kind ? t(`contest_${kind}`) : speaker ? shortName(speaker) : '',
      spoken: t('labelSpoken', t(`category_${category}`), index + 1, marks.length, speakerName(speaker)),
      unnamed: speaker?.kind === 'unnamed',
    });
  });
  return labels;
}
