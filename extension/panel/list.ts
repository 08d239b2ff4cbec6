/** The list of marks: one stop of the Tab key, arrow keys inside. */
import { h } from '../shared/dom';
import { percent, t } from '../shared/i18n';
import type { MarkSummary, PageState, SpeakerSummary } from '../shared/page-state';
import type { Settings } from '../shared/settings';

export interface ListActions {
  /** Shows a mark on the page. */
  show(mark: number): void;
  /** Closes what was shown. */
  leave(): void;
}

export class MarkList {
  readonly #element: HTMLElement;
  readonly #actions: ListActions;
  /** What is drawn, to see whether it must be drawn anew. */
  #drawn = '';
  #byText = true;
  #active: number | null = null;
  #place: number | null = null;

  constructor(element: HTMLElement, actions: ListActions) {
    this.#element = element;
    this.#actions = actions;
    element.addEventListener('keydown', (event) => this.#key(event));
    // The Tab key comes back to where it was.
    element.addEventListener('focusin', ({ target }) => this.#stop(target as HTMLElement));
  }

  /** Draws the marks of a page in this order; nothing for null. */
  draw(state: PageState | null, order: Settings['order']): void {
    const content = state ? JSON.stringify([order, state.title, state.marks, state.speakers]) : '';
    if (content !== this.#drawn) {
      const focused = this.#focused?.dataset.mark;
      this.#drawn = content;
      this.#byText = order === 'text';
      this.#element.replaceChildren(
        ...(state ? (this.#byText ? inOrder(state, this.#item) : bySpeaker(state, this.#item)) : []),
      );
      this.#active = null;
      const kept = focused === undefined ? null : this.#button(Number(focused));
      this.#stop(kept ?? this.#buttons[0]);
      kept?.focus();
      this.#mark('here', this.#place);
    }
    this.#activate(state?.active ?? null);
  }

  /** Shows which mark the reader has scrolled to. */
  arrive(place: number | null): void {
    this.#mark('here', place);
    this.#place = place;
    // By speaker the list would leap about; and a reader who is in it is not to be carried off.
    if (this.#byText && !this.#focused) this.#reveal(place);
  }

  #item = (mark: MarkSummary, speaker: SpeakerSummary | null): HTMLElement =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: `mark ${mark.category}`,
          'data-mark': mark.id,
          tabindex: -1,
          onclick: () => this.#actions.show(mark.id),
        },
        speaker && nameOf(speaker),
        h('span', { class: 'words' }, mark.text),
        h(
          'span',
          { class: 'hint' },
          mark.contest ? t(`contest_${mark.contest}_long`) : t(`category_${mark.category}_long`),
        ),
      ),
    );

  /** The mark whose card is open on the page. */
  #activate(active: number | null): void {
    if (active === this.#active) return;
    this.#button(this.#active)?.removeAttribute('aria-current');
    this.#button(active)?.setAttribute('aria-current', 'true');
    this.#active = active;
    this.#reveal(active);
  }

  #mark(name: string, mark: number | null): void {
    for (const button of this.#element.querySelectorAll(`.${name}`)) button.classList.remove(name);
    this.#button(mark)?.classList.add(name);
  }

  #reveal(mark: number | null): void {
    this.#button(mark)?.scrollIntoView({ block: 'nearest' });
  }

  get #buttons(): HTMLElement[] {
    return [...this.#element.querySelectorAll<HTMLElement>('[data-mark]')];
  }

  get #focused(): HTMLElement | null {
    return this.#element.querySelector<HTMLElement>('[data-mark]:focus');
  }

  #button(mark: number | null): HTMLElement | null {
    return mark === null ? null : this.#element.querySelector<HTMLElement>(`[data-mark="${mark}"]`);
  }

  /** Makes a mark the one where the Tab key stops. */
  #stop(button: HTMLElement | null | undefined): void {
    if (!button) return;
    for (const other of this.#element.querySelectorAll('[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    button.setAttribute('tabindex', '0');
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const buttons = this.#buttons;
    const at = this.#focused ? buttons.indexOf(this.#focused) : -1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape') this.#actions.leave();
    else if (to !== undefined) buttons[Math.max(0, Math.min(to, buttons.length - 1))]?.focus();
    else return;
    event.preventDefault();
  }
}

type Item = (mark: MarkSummary, speaker: SpeakerSummary | null) => HTMLElement;

function inOrder({ marks, speakers }: PageState, item: Item): HTMLElement[] {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const rows = marks.map((mark) => item(mark, (mark.speaker === null ? null : byId.get(mark.speaker)) ?? null));
  return [h('section', { 'aria-label': t('orderText') }, h('ol', {}, ...rows))];
}

/** A section for each speaker, the most heard first; then what is nobody's by the article. */
function bySpeaker({ marks, speakers }: PageState, item: Item): HTMLElement[] {
  const section = (of: number | null, ...heading: (HTMLElement | string | null)[]): HTMLElement[] => {
    const own = marks.filter(({ speaker }) => speaker === of);
    if (own.length === 0) return [];
    const id = `speaker-${of ?? 'none'}`;
    return [
      h(
        'section',
        { 'aria-labelledby': id },
        h('h2', { id }, ...heading),
        h('ul', {}, ...own.map((mark) => item(mark, null))),
      ),
    ];
  };
  return [
    ...speakers.flatMap((speaker) =>
      section(
        speaker.id,
        nameOf(speaker),
        speaker.role === null ? null : h('span', { class: 'role' }, speaker.role),
        speaker.share > 0 ? h('span', { class: 'share', title: t('shareLong') }, percent(speaker.share)) : null,
      ),
    ),
    ...section(null, h('span', { class: 'name' }, t('speakerNone'))),
  ];
}

const nameOf = ({ name, kind }: SpeakerSummary): HTMLElement =>
  h('span', { class: kind === 'unnamed' ? 'name unnamed' : 'name' }, name);
