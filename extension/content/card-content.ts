/** What a card says: the words, whose they are, what kind it is and why it is marked, who answers. */

import type { Span } from '../shared/document';
import { h } from '../shared/dom';
import { direction, language, plural, t } from '../shared/i18n';
import { passageLink, withAttribution } from './attribution';
import { copy } from './clipboard';
import { speakerName } from './label-text';
import type { Mark } from './marks';
import type { Appearance } from './paint';
import type { Reading } from './session';

export interface CardActions {
  close(): void;
  step(by: 1 | -1): void;
  show(mark: number): void;
  dismiss(mark: Mark): void;
  /** Asks the reader's own search engine; absent where there is none to be asked. */
  readonly search?: (words: string) => void;
}

interface Content {
  readonly reading: Reading;
  readonly shown: readonly Mark[];
  readonly mark: Mark;
  readonly appearance: Appearance;
  readonly actions: CardActions;
}

/** So many others of the same speaker are listed. */
const MOST_OTHERS = 8;
const MOST_SEARCHED = 24;

export function cardContent({ reading, shown, mark, appearance, actions }: Content): HTMLElement {
  const { article, map } = reading;
  const { speaker, annotation, category } = mark;
  const index = shown.findIndex((other) => other.id === mark.id);
  const title = h(
    'h2',
    { id: 'sayso-title', class: speaker?.kind === 'unnamed' ? 'unnamed' : null },
    speakerName(speaker),
  );
  return h(
    'div',
    {
      class: 'card',
      popover: 'manual',
      role: 'dialog',
      'aria-labelledby': 'sayso-title',
      tabindex: -1,
      lang: language(),
      dir: direction(),
      'data-palette': appearance.palette,
      'data-style': appearance.linesOnly ? 'line' : 'fill',
    },
    h(
      'header',
      {},
      h('div', {}, title, speaker?.role && h('p', { class: 'role' }, speaker.role), sourceNote(mark)),
      tool('icon', '×', t('close'), actions.close),
    ),
    h(
      'p',
      { class: 'what' },
      h('span', { class: `kind ${category}`, 'aria-hidden': 'true' }, 'ab'),
      annotation.contest ? t(`contest_${annotation.contest.kind}_long`) : t(`category_${category}_long`),
    ),
    h('blockquote', { lang: article.language, dir: 'auto' }, mark.text),
    annotation.cue && because(map.slice(annotation.cue)),
    ...parties(reading, mark, actions),
    others(shown, mark, actions),
    h(
      'footer',
      {},
      tool('icon', '‹', t('previousMark'), () => actions.step(-1), shown.length < 2),
      h('span', { class: 'why' }, index < 0 ? '' : t('position', index + 1, shown.length)),
      tool('icon', '›', t('nextMark'), () => actions.step(1), shown.length < 2),
      h('span', { class: 'gap' }),
      copyTool(t('copyQuote'), () => withAttribution(mark, article, map.text)),
      copyTool(t('copyLink'), () => passageLink(mark, map.text)),
      actions.search && tool('', t('search'), t('searchLong'), () => actions.search?.(searchWords(mark))),
      tool('', t('notThis'), t('notThisLong'), () => actions.dismiss(mark)),
    ),
  );
}

function tool(kind: string, text: string, name: string, go: () => void, disabled = false): HTMLButtonElement {
  return h(
    'button',
    { class: `tool ${kind}`, type: 'button', 'aria-label': name, title: name, disabled, onclick: go },
    text,
  );
}

/** A button that puts text on the clipboard and says so. */
function copyTool(name: string, text: () => string): HTMLButtonElement {
  const say = (key: string): void => {
    button.textContent = t(key);
  };
  const button = h(
    'button',
    {
      class: 'tool',
      type: 'button',
      onclick: () =>
        copy(text()).then(
          () => say('copied'),
          () => say('copyFailed'),
        ),
    },
    name,
  );
  return button;
}

function sourceNote({ speaker }: Mark): HTMLElement | null {
  if (!speaker || speaker.kind === 'person' || speaker.kind === 'organization') return null;
  return h('p', { class: 'role' }, t(`kind_${speaker.kind}`));
}

function because(words: string): HTMLElement {
  return h('p', { class: 'why' }, `${t('because')} `, h('b', {}, words));
}

/** For a contested claim: who makes it, who disputes it, by which words, and the answer. */
function parties({ map, marks }: Reading, { annotation, speaker }: Mark, actions: CardActions): HTMLElement[] {
  const { contest } = annotation;
  if (!contest) return [];
  const { challenger, evidence } = contest;
  const rows: [string, string][] = [[t('claimedBy'), speaker?.name ?? t('speakerNone')]];
  if (challenger) rows.push([t('contestedBy'), challenger.id === null ? t('articleVoice') : challenger.name]);
  if (evidence) rows.push([t('evidence'), quoted(map.slice(evidence as Span))]);
  const list = h(
    'div',
    { class: 'parties' },
    h('dl', {}, ...rows.flatMap(([name, what]) => [h('dt', {}, name), h('dd', {}, what)])),
  );
  const answer = marks.find((mark) => mark.id === contest.counter);
  return [
    list,
    answer
      ? h(
          'button',
          { class: 'jump', type: 'button', onclick: () => actions.show(answer.id) },
          `${t('jumpToAnswer')} ${quoted(answer.text)}`,
        )
      : h('p', { class: 'why' }, t('noAnswer')),
  ];
}

/** The words as a phrase to be searched for, the first of many: search engines take about so many. */
const searchWords = ({ text, speaker }: Mark): string => {
  const phrase = text
    .replace(/["“”„«»]/g, '')
    .split(/\s+…\s+/)[0]
    ?.split(/\s+/)
    .slice(0, MOST_SEARCHED)
    .join(' ');
  return [`"${phrase}"`, speaker?.kind === 'person' ? speaker.name : ''].filter(Boolean).join(' ');
};

const quoted = (text: string): string => (/^["“„«]/.test(text) ? text : `“${text}”`);

function others(shown: readonly Mark[], { id, speaker }: Mark, actions: CardActions): HTMLElement | null {
  const same = speaker ? shown.filter((mark) => mark.speaker?.id === speaker.id && mark.id !== id) : [];
  if (same.length === 0) return null;
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, plural('othersBySpeaker', same.length)),
    ...same
      .slice(0, MOST_OTHERS)
      .map((mark) => h('button', { type: 'button', onclick: () => actions.show(mark.id) }, mark.text)),
  );
}
