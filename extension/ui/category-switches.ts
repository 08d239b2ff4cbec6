/** A switch for each category, with its live count where there is one. */
import { CATEGORIES, type Category } from '../shared/document';
import { h } from '../shared/dom';
import { number, t } from '../shared/i18n';
import type { Settings } from '../shared/settings';

export interface CategorySwitches {
  readonly element: HTMLElement;
  show(settings: Settings, counts?: Readonly<Record<Category, number>>): void;
}

export function categorySwitches(change: (category: Category, on: boolean) => void): CategorySwitches {
  const rows = CATEGORIES.map((category) => {
    const input = h('input', {
      type: 'checkbox',
      name: category,
      onchange: () => change(category, input.checked),
    });
    const count = h('span', { class: 'count' });
    const name = h('span', { class: 'grow' }, h('span', { class: `kind ${category}` }, t(`category_${category}`)));
    return { category, input, count, element: h('label', { class: 'switch' }, name, count, input) };
  });
  const element = h('div', {}, ...rows.map((row) => row.element));
  return {
    element,
    show({ categories, palette, linesOnly }, counts) {
      element.dataset.palette = palette;
      element.dataset.style = linesOnly ? 'line' : 'fill';
      for (const { category, input, count } of rows) {
        input.checked = categories[category];
        count.textContent = counts ? number(counts[category]) : '';
      }
    },
  };
}
