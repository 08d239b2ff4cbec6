/** What a reader sees once, after installing. */
import { api } from '../shared/api';
import { CATEGORIES } from '../shared/document';
import { byId, h, translate } from '../shared/dom';
import { t } from '../shared/i18n';

document.documentElement.lang = t('@@ui_locale').replace('_', '-');
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
    h('dd', {}, h('span', { class: `kind ${category}` }, t(samples[category]))),
  ]),
);
byId('options').onclick = () => void api.runtime.openOptionsPage();
