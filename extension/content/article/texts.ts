/** Texts that a reader sees. */
import { above, isSeen } from '../drawn';
import type { PageElement, PageText } from './snapshot';

/** Elements whose text is code, or is shown as something else than text. */
const NOT_TEXT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT TITLE IFRAME OBJECT'.split(' '));

/** The texts in an element that are shown and not empty, in document order. */
export const textsIn = (element: PageElement): PageText[] =>
  shown(element.texts().filter((text) => !text.isBlank && !text.parent.closest(NOT_TEXT)));

/** Those of the texts that are shown. */
export function shown(texts: readonly PageText[]): PageText[] {
  const seen = new Map<PageElement, boolean>();
  return texts.filter(({ parent, live }) => {
    let is = seen.get(parent);
    if (is === undefined) {
      is = isSeen(above(live));
      seen.set(parent, is);
    }
    return is;
  });
}
