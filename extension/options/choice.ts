/** A choice of one among a few: radio buttons in a field set that the page has. */
import { byId, h } from '../shared/dom';

export interface Choice<T extends string> {
  show(value: T): void;
}

/**
 * Fills the field set of this id.
 *
 * @param name what a choice is called, with whatever shows it
 */
export function choice<T extends string>(
  id: string,
  values: readonly T[],
  name: (value: T) => readonly (Node | string)[],
  change: (value: T) => void,
): Choice<T> {
  const inputs = values.map((value) => h('input', { type: 'radio', name: id, value, onchange: () => change(value) }));
  byId(id).append(
    ...values.map((value, i) => h('label', { class: 'choice' }, inputs[i], h('span', {}, ...name(value)))),
  );
  return {
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}
