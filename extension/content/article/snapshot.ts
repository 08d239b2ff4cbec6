/**
 * The page as it is now, in plain objects: names, attributes and text of all that may be or surround a story, each
 * text with the live node that it was read from. All that finds the article looks at this alone.
 *
 * Each node of the page is looked at once. To a content script a node of the page is a stranger's: in Firefox
 * every look at one goes through a wrapper that checks what may be seen, many times as dear as a property of an
 * object of our own, and finding an article takes some fifty looks at each node.
 */

import { eachIn, shadowOf } from '../drawn';

export class PageText {
  readonly live: Text;
  readonly data: string;
  readonly parent: PageElement;

  constructor(live: Text, data: string, parent: PageElement) {
    this.live = live;
    this.data = data;
    this.parent = parent;
  }

  get isBlank(): boolean {
    return !/\S/.test(this.data);
  }
}

export class PageElement {
  /** In capitals, whatever the kind of document. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | null;
  /** In document order. */
  readonly children: (PageElement | PageText)[] = [];
  #length = -1;

  constructor(name: string, attributes: ReadonlyMap<string, string>, parent: PageElement | null) {
    this.name = name;
    this.attributes = attributes;
    this.parent = parent;
  }

  attribute(name: string): string {
    return this.attributes.get(name) ?? '';
  }

  /** Characters of text below, white space included. */
  get length(): number {
    if (this.#length < 0) {
      this.#length = 0;
      for (const child of this.children) this.#length += child instanceof PageText ? child.data.length : child.length;
    }
    return this.#length;
  }

  contains(node: PageElement | PageText): boolean {
    for (let at: PageElement | PageText | null = node; at; at = at.parent) if (at === this) return true;
    return false;
  }

  /** The nearest of this element and those around it that has one of these names. */
  closest(names: ReadonlySet<string>): PageElement | null {
    for (let at: PageElement | null = this; at; at = at.parent) if (names.has(at.name)) return at;
    return null;
  }

  /** The elements below of which this holds, in document order. */
  all(is: (element: PageElement) => boolean, found: PageElement[] = []): PageElement[] {
    for (const child of this.children) {
      if (child instanceof PageText) continue;
      if (is(child)) found.push(child);
      child.all(is, found);
    }
    return found;
  }

  /** The texts below, in document order. */
  texts(found: PageText[] = []): PageText[] {
    for (const child of this.children) {
      if (child instanceof PageText) found.push(child);
      else child.texts(found);
    }
    return found;
  }
}

export interface Snapshot {
  readonly document: Document;
  readonly root: PageElement;
  readonly body: PageElement;
  /** The open shadow roots that were looked into. */
  readonly shadows: readonly ShadowRoot[];
}

/** No story is in these, nor are pictures that tell where one is: the fewer nodes, the faster all that follows. */
const NO_STORY = new Set('SVG NAV FOOTER ASIDE DIALOG STYLE NOSCRIPT TEMPLATE LINK'.split(' '));
const NO_STORY_ROLES = new Set(['navigation', 'contentinfo', 'dialog']);

/** The attributes by which Readability and we tell what an element is. */
const TELLING = new Set(
  (
    'class id role style hidden aria-hidden aria-modal lang dir href rel type itemprop itemtype name property content ' +
    'summary datatable rowspan colspan'
  ).split(' '),
);
/** Elements of which every attribute may tell where a picture or a film is. */
const MEDIA = new Set('IMG PICTURE FIGURE SOURCE VIDEO AUDIO IFRAME EMBED OBJECT'.split(' '));

/** Reads a page; null if it has no body. */
export function snapshotOf(document: Document): Snapshot | null {
  const shadows: ShadowRoot[] = [];
  const root = read(document.documentElement, document.documentElement.nodeName.toUpperCase(), null, shadows);
  const body = root?.children.find((child) => child instanceof PageElement && child.name === 'BODY');
  return root && body instanceof PageElement ? { document, root, body, shadows } : null;
}

function read(live: Element, name: string, parent: PageElement | null, shadows: ShadowRoot[]): PageElement | null {
  const attributes = new Map<string, string>();
  for (const attribute of live.getAttributeNames()) {
    if (TELLING.has(attribute) || MEDIA.has(name)) attributes.set(attribute, live.getAttribute(attribute) ?? '');
  }
  if (NO_STORY_ROLES.has(attributes.get('role') ?? '')) return null;
  const element = new PageElement(name, attributes, parent);
  // A script's text is of use where it describes the page.
  if (name === 'SCRIPT' && attributes.get('type') !== 'application/ld+json') return element;
  const visit = (node: Node): void => {
    const kind = node.nodeName;
    if (kind === '#text') element.children.push(new PageText(node as Text, (node as Text).data, element));
    else if (!kind.startsWith('#')) {
      const upper = kind.toUpperCase();
      // Only elements have names in capitals; others may be something else.
      if (NO_STORY.has(upper) || (upper !== kind && node.nodeType !== Node.ELEMENT_NODE)) return;
      // What is put into a slot stands where the slot does.
      if (upper === 'SLOT') {
        eachIn(node as Element, visit, null);
        return;
      }
      const child = read(node as Element, upper, element, shadows);
      if (child) element.children.push(child);
    }
  };
  const shadow = shadowOf(live, name);
  if (shadow) shadows.push(shadow);
  eachIn(live, visit, shadow);
  return element;
}
