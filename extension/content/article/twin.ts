/**
 * A copy of the page that may be taken apart, with a way back: each text node of the copy leads to the live
 * text node that it was copied from.
 *
 * Readability moves nodes about but keeps them, so that a WeakMap from a walk of both trees side by side is
 * exact, where attributes or indices on elements are not (text that Readability wraps and lifts out, equal
 * texts under one ancestor). One of its habits would lose nodes and is met here from outside: for its second
 * to fourth try it restores the page from `body.innerHTML`. The copy answers that property with a key, and to
 * the key it copies the page anew; nine pages in ten need no second try.
 */
export interface Twin {
  readonly document: Document;
  /** The live text node behind one of the copy. */
  live(text: Text): Text | undefined;
}

/** No story is in these: the fewer nodes, the faster all that follows. */
const NO_STORY = 'svg, nav, footer, aside, dialog, [role="navigation"], [role="contentinfo"], [role="dialog"]';

const KEPT = '\u0000kept';

/** @param again is called when the body of the copy was filled anew */
export function twinOf(original: Document, again: () => void): Twin {
  const origin = new WeakMap<Node, Text>();
  const trace = <T extends Document | HTMLElement>(node: T, copy: T): T => {
    const from = original.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const to = original.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (from.nextNode() && to.nextNode()) origin.set(to.currentNode, from.currentNode as Text);
    for (const element of copy.querySelectorAll(NO_STORY)) element.remove();
    return copy;
  };

  const twin = trace(original, original.cloneNode(true) as Document);
  const { body } = twin;
  const markup = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(body, 'innerHTML', {
    configurable: true,
    get: () => KEPT,
    set(value: string) {
      if (value === KEPT) {
        // Made by the copy's document, which shows nothing: made by the page's own, pictures would be fetched.
        body.replaceChildren(...trace(original.body, twin.importNode(original.body, true)).childNodes);
        again();
      } else markup?.set?.call(body, value);
    },
  });
  return { document: twin, live: (text) => origin.get(text) };
}
