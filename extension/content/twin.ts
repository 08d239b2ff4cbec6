/**
 * A copy of the page that may be taken apart, with a way back: each text node of the copy leads to the live
 * text node that it was copied from.
 *
 * Readability moves nodes about but keeps them, so that a WeakMap from a walk of both trees side by side is
 * exact, where attributes or indices on elements are not (text that Readability wraps and lifts out, equal
 * texts under one ancestor). Two of its habits would lose nodes and are met here from outside:
 * - for its second to fourth try it restores the page from `body.innerHTML`. The copy answers that property
 *   with a key to a deep copy that carries the map along;
 * - it replaces `javascript:` links by new text nodes. Their addresses are rewritten in the copy.
 */
export interface Twin {
  readonly document: Document;
  /** The live text node behind one of the copy. */
  live(text: Text): Text | undefined;
}

const KEPT = '\u0000kept';

export function twinOf(original: Document): Twin {
  const origin = new WeakMap<Node, Text>();
  const pair = (from: Node, to: Node): void => {
    const a = (from.ownerDocument ?? (from as Document)).createTreeWalker(from, NodeFilter.SHOW_TEXT);
    const b = (to.ownerDocument ?? (to as Document)).createTreeWalker(to, NodeFilter.SHOW_TEXT);
    while (a.nextNode() && b.nextNode()) {
      origin.set(b.currentNode, origin.get(a.currentNode) ?? (a.currentNode as Text));
    }
  };
  const copyOf = <T extends Node>(node: T): T => {
    const copy = node.cloneNode(true) as T;
    pair(node, copy);
    return copy;
  };

  const twin = copyOf(original);
  const body = twin.body;
  if (body) {
    const markup = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
    let kept: HTMLElement | undefined;
    Object.defineProperty(body, 'innerHTML', {
      configurable: true,
      get() {
        kept = copyOf(body);
        return KEPT;
      },
      set(value: string) {
        if (value === KEPT && kept) body.replaceChildren(...copyOf(kept).childNodes);
        else markup?.set?.call(body, value);
      },
    });
  }
  for (const link of twin.querySelectorAll('a[href^="javascript:" i]')) link.setAttribute('href', 'about:blank');
  return { document: twin, live: (text) => origin.get(text) };
}
