/** The article and the marks that are shown on it, for whoever wants to keep them. */
import { LONGEST_TEXT } from '../shared/document';
import type { MarkedArticle } from '../shared/messages';
import { address } from './frames';
import type { Mark } from './marks';
import type { Reading } from './session';

/** Marks that are not shown are left out; those that stay are numbered anew, since an id is a place in the list. */
export function markedArticle({ article, map, english, speakers }: Reading, shown: readonly Mark[]): MarkedArticle {
  const places = new Map(shown.map(({ id }, place) => [id, place]));
  const annotations = shown.map(({ annotation }, id) => {
    const { contest } = annotation;
    const counter = contest?.counter == null ? null : (places.get(contest.counter) ?? null);
    return { ...annotation, id, ...(contest && { contest: { ...contest, counter } }) };
  });
  const page = address().href.split('#', 1)[0] ?? '';
  return {
    address: page,
    title: article.title,
    text: map.text.slice(0, LONGEST_TEXT),
    document: { english, speakers, annotations },
  };
}
