/**
 * A snapshot as something that can be taken apart: as much of the DOM as Readability asks for, each text of which
 * leads back to the snapshot's. Names and meaning are the DOM's.
 */
import { type PageElement, PageText, type Snapshot } from './snapshot';

/** As the DOM numbers them. */
const ELEMENT = 1;
const TEXT = 3;
const DOCUMENT = 9;

type PlainNode = PlainElement | PlainText;

abstract class Member {
  parentNode: PlainParent | null = null;
  nextSibling: PlainNode | null = null;
  previousSibling: PlainNode | null = null;

  /** By this Readability knows that it may change an element's name in place. */
  get __JSDOMParser__(): boolean {
    return true;
  }

  get nextElementSibling(): PlainElement | null {
    let at = this.nextSibling;
    while (at && at.nodeType !== ELEMENT) at = at.nextSibling;
    return at as PlainElement | null;
  }

  get previousElementSibling(): PlainElement | null {
    let at = this.previousSibling;
    while (at && at.nodeType !== ELEMENT) at = at.previousSibling;
    return at as PlainElement | null;
  }

  remove(): void {
    this.parentNode?.removeChild(this as unknown as PlainNode);
  }
}

const NONE: readonly PlainNode[] = [];

export class PlainText extends Member {
  readonly nodeType = TEXT;
  readonly nodeName = '#text';
  readonly childNodes = NONE;
  readonly textContent: string;
  /** Null for text that Readability made. */
  readonly origin: PageText | null;

  constructor(text: string, origin: PageText | null) {
    super();
    this.textContent = text;
    this.origin = origin;
  }
}

/** What has children. */
abstract class PlainParent extends Member {
  firstChild: PlainNode | null = null;
  lastChild: PlainNode | null = null;
  /** What is asked for again and again, until something changes. */
  #children: PlainElement[] | null = null;
  #childNodes: PlainNode[] | null = null;
  #text: string | null = null;

  get childNodes(): readonly PlainNode[] {
    if (!this.#childNodes) {
      this.#childNodes = [];
      for (let at = this.firstChild; at; at = at.nextSibling) this.#childNodes.push(at);
    }
    return this.#childNodes;
  }

  get children(): readonly PlainElement[] {
    if (!this.#children) {
      this.#children = [];
      for (let at = this.firstElementChild; at; at = at.nextElementSibling) this.#children.push(at);
    }
    return this.#children;
  }

  get firstElementChild(): PlainElement | null {
    const first = this.firstChild;
    return first?.nodeType === TEXT ? first.nextElementSibling : (first as PlainElement | null);
  }

  get lastElementChild(): PlainElement | null {
    const last = this.lastChild;
    return last?.nodeType === TEXT ? last.previousElementSibling : (last as PlainElement | null);
  }

  get textContent(): string {
    if (this.#text === null) {
      let text = '';
      for (let at = this.firstChild; at; at = at.nextSibling) text += at.textContent;
      this.#text = text;
    }
    return this.#text;
  }

  appendChild(node: PlainNode): PlainNode {
    node.remove();
    node.parentNode = this;
    node.previousSibling = this.lastChild;
    if (this.lastChild) this.lastChild.nextSibling = node;
    else this.firstChild = node;
    this.lastChild = node;
    this.#changed();
    return node;
  }

  removeChild(node: PlainNode): PlainNode {
    const { previousSibling: previous, nextSibling: next } = node;
    if (previous) previous.nextSibling = next;
    else this.firstChild = next;
    if (next) next.previousSibling = previous;
    else this.lastChild = previous;
    node.parentNode = node.previousSibling = node.nextSibling = null;
    this.#changed();
    return node;
  }

  replaceChild(node: PlainNode, old: PlainNode): PlainNode {
    node.remove();
    const { previousSibling: previous, nextSibling: next } = old;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = next;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (next) next.previousSibling = node;
    else this.lastChild = node;
    old.parentNode = old.previousSibling = old.nextSibling = null;
    this.#changed();
    return old;
  }

  /** The elements below that have this name. */
  getElementsByTagName(name: string): PlainElement[] {
    return this.querySelectorAll(name);
  }

  /** Takes names with commas between them, which is all that Readability asks for. */
  querySelectorAll(names: string): PlainElement[] {
    const found: PlainElement[] = [];
    collect(this, new Set(names.toUpperCase().split(',')), found);
    return found;
  }

  #changed(): void {
    this.#children = this.#childNodes = null;
    // Where the text of one is not known, that of none above it is.
    for (let at: PlainParent | null = this; at && at.#text !== null; at = at.parentNode) at.#text = null;
  }
}

function collect(parent: PlainParent, names: ReadonlySet<string>, found: PlainElement[]): void {
  for (let at = parent.firstChild; at; at = at.nextSibling) {
    if (at.nodeType === TEXT) continue;
    if (names.has(at.tagName)) found.push(at);
    if (at.firstChild) collect(at, names, found);
  }
}

export class PlainElement extends PlainParent {
  readonly nodeType = ELEMENT;
  tagName: string;
  localName: string;
  /** The snapshot's, until something is changed. */
  #attributes: ReadonlyMap<string, string>;

  constructor(name: string, attributes: ReadonlyMap<string, string> = UNNAMED) {
    super();
    this.tagName = name.toUpperCase();
    this.localName = name.toLowerCase();
    this.#attributes = attributes;
  }

  get nodeName(): string {
    return this.tagName;
  }

  get attributes(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.#attributes].map(([name, value]) => ({ name, value }));
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  setAttribute(name: string, value: string): void {
    this.#attributes = new Map(this.#attributes).set(name, value);
  }

  removeAttribute(name: string): void {
    this.#attributes = new Map([...this.#attributes].filter(([other]) => other !== name));
  }

  get id(): string {
    return this.#attributes.get('id') ?? '';
  }
  set id(value: string) {
    this.setAttribute('id', value);
  }

  get className(): string {
    return this.#attributes.get('class') ?? '';
  }
  set className(value: string) {
    this.setAttribute('class', value);
  }

  get src(): string {
    return this.#attributes.get('src') ?? '';
  }

  get srcset(): string {
    return this.#attributes.get('srcset') ?? '';
  }

  /** What its own attribute says of it being seen. */
  get style(): { readonly display: string; readonly visibility: string } {
    const style = this.#attributes.get('style');
    return style ? { display: declared(style, DISPLAY), visibility: declared(style, VISIBILITY) } : UNSTYLED;
  }
}

const UNNAMED: ReadonlyMap<string, string> = new Map();
const UNSTYLED = { display: '', visibility: '' };
const DISPLAY = /(?:^|;)\s*display\s*:\s*([\w-]+)/gi;
const VISIBILITY = /(?:^|;)\s*visibility\s*:\s*([\w-]+)/gi;

/** The last declaration counts. */
const declared = (style: string, property: RegExp): string =>
  [...style.matchAll(property)].at(-1)?.[1]?.toLowerCase() ?? '';

/** A whole page. */
export class PlainPage extends PlainParent {
  readonly nodeType = DOCUMENT;
  readonly nodeName = '#document';
  readonly documentElement: PlainElement;
  readonly body: PlainElement;
  readonly title: string;
  readonly baseURI: string;
  readonly documentURI: string;

  constructor({ document, root, body }: Snapshot) {
    super();
    this.title = document.title;
    this.documentURI = document.documentURI;
    this.baseURI = document.baseURI;
    const html = new PlainElement(root.name, root.attributes);
    this.body = new PlainElement(body.name, body.attributes);
    for (const child of root.children) {
      html.appendChild(child === body ? this.body : plain(child));
    }
    fill(this.body, body);
    this.documentElement = html;
    this.appendChild(html);
  }

  createElement(name: string): PlainElement {
    return new PlainElement(name);
  }

  createTextNode(text: string): PlainText {
    return new PlainText(text, null);
  }
}

/** Puts what is below an element of the snapshot in place of what is below its copy. */
export function fill(copy: PlainElement, { children }: PageElement): void {
  while (copy.lastChild) copy.lastChild.remove();
  for (const child of children) copy.appendChild(plain(child));
}

function plain(node: PageElement | PageText): PlainNode {
  if (node instanceof PageText) return new PlainText(node.data, node);
  const copy = new PlainElement(node.name, node.attributes);
  for (const child of node.children) copy.appendChild(plain(child));
  return copy;
}
