/** One of our own pages in the reader's language. */
import { translate } from '../shared/dom';
import { direction, language, t } from '../shared/i18n';

/** Says in which language the page is and where its lines begin, and fills in its strings. */
export function localize(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  translate(t);
}
