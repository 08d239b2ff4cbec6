/** Text nodes that a reader sees. */

/** Elements whose text is code, or is shown as something else than text. */
const NOT_TEXT = 'script, style, noscript, template, textarea, select, title, iframe, object';

/** The text nodes in an element that are shown and not empty, in document order. */
export function textsIn(element: Element): Text[] {
  const texts: Text[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (/\S/.test(text.data) && !text.parentElement?.closest(NOT_TEXT)) texts.push(text);
  }
  return shown(texts);
}

/** Those of the text nodes that are shown. */
export function shown(texts: readonly Text[]): Text[] {
  return texts.filter((text) => text.parentElement?.checkVisibility({ visibilityProperty: true }));
}
