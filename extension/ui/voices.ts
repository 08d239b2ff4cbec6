/** Who speaks in an article: each speaker with a bar of their share; a click puts one in the spotlight. */
import { h } from '../shared/dom';
import { percent, plural, t } from '../shared/i18n';
import type { PageState, SpeakerSummary } from '../shared/page-state';

export interface Voices {
  readonly element: HTMLElement;
  show(state: Pick<PageState, 'speakers' | 'spotlight'>): void;
}

/** @param most how many are listed until the reader asks for all */
export function voices(most: number, choose: (speaker: number | null) => void): Voices {
  const element = h('div', { class: 'voices' });
  let all = false;

  const row = ({ id, name, role, kind, statements, share }: SpeakerSummary, spotlight: number | null): HTMLElement => {
    const chosen = spotlight === id;
    const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(share));
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'voice',
          'data-speaker': id,
          'aria-pressed': chosen,
          'aria-label': plural('speakerSpoken', statements, name, percent(share)),
          title: role,
          onclick: () => choose(chosen ? null : id),
        },
        h('span', { class: kind === 'unnamed' ? 'name unnamed' : 'name' }, name),
        // Shown by the sheet: as text it would be a part of the name that is spoken.
        h('span', { class: 'share', 'data-share': percent(share) }),
        bar,
      ),
    );
  };

  const show: Voices['show'] = (state) => {
    // The keyboard stays where it is when the list is drawn anew.
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.speaker : undefined;
    const listed = all ? state.speakers : state.speakers.slice(0, most);
    const rest = state.speakers.length - listed.length;
    const showRest = () => {
      all = true;
      show(state);
    };
    element.replaceChildren(
      h('ul', {}, ...listed.map((speaker) => row(speaker, state.spotlight))),
      rest > 0 ? h('button', { type: 'button', class: 'link', onclick: showRest }, plural('moreSpeakers', rest)) : '',
      state.spotlight === null
        ? ''
        : h('button', { type: 'button', class: 'link', onclick: () => choose(null) }, t('showAll')),
    );
    if (focused !== undefined) element.querySelector<HTMLElement>(`[data-speaker="${CSS.escape(focused)}"]`)?.focus();
  };
  return { element, show };
}
