/** What a reader sees once, after installing. */
import { api } from '../shared/api';
import { CATEGORIES, type Category } from '../shared/document';
import { byId, h, translate } from '../shared/dom';
import { language, t } from '../shared/i18n';

document.documentElement.lang = language();
document.documentElement.dir = t('@@bidi_dir');
translate(t);

const samples = {
  direct: 'sampleDirect',
  mixed: 'sampleMixed',
  indirect: 'sampleIndirect',
  contested: 'sampleContested',
};
byId('kinds').append(
  ...CATEGORIES.flatMap((category) => [
    h('dt', {}, t(`category_${category}_long`)),
    h('dd', {}, ...sample(t(samples[category]), category)),
  ]),
);
/** The words in brackets, marked. */
function sample(text: string, category: Category): (Node | string)[] {
  return text
    .split(/\[(.*?)\]/)
    .map((part, i) => (i % 2 === 1 ? h('span', { class: `kind ${category}` }, part) : part));
}
byId('options').onclick = () => void api.runtime.openOptionsPage();
