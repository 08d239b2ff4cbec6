/** What a reader sees once, after installing. */
import type { Article } from '../content/article/find';
import { dismissals } from '../content/dismissed';
import { Reader } from '../content/reader';
import { api } from '../shared/api';
import { CATEGORIES, type Category } from '../shared/document';
import { byId, h } from '../shared/dom';
import { t } from '../shared/i18n';
import { stored } from '../shared/settings';
import { ask } from '../shared/transport';
import { localize } from '../ui/localize';

localize();

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
/** An article of our own, read as any other is. */
function findStory(): Article {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(byId('story'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return { title: document.title, language: 'en', siteName: t('name'), published: null, texts, stories: [texts] };
}
const reader = new Reader({
  annotate: (text) => ask('annotate', { text }),
  find: findStory,
  settings: stored,
  dismissals,
});
void reader.start();
byId('options').onclick = () => void api.runtime.openOptionsPage();
