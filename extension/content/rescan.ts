/**
 * Watches for changes of the article: late text, a paragraph rendered anew, another article in place of this
 * one.
 */
import { around, commonAncestor, holds, shadowOf } from './drawn';
import { Pace } from './pace';

/** Records looked at in one batch; more are taken as a change. */
const MOST_RECORDS = 500;
/** So much new text may be another story, wherever it comes: one article after another on an endless page. */
const STORY = 400;

export interface Watched {
  /** The story's text nodes. */
  readonly texts: readonly Text[];
}

export interface RescanActions {
  /** The text may be another, or the page is. */
  read(anotherPage: boolean): void;
  /** Something changed: the page may have taken away what we drew. */
  repair(): void;
  /** Elements came or went around the story, which may stand elsewhere now. */
  around(): void;
}

export class Rescan {
  readonly #actions: RescanActions;
  readonly #observer = new MutationObserver((records) => this.#changed(records));
  #root: Element | null = null;
  #shadows: readonly ShadowRoot[] = [];
  #address = location.href;
  readonly #pace = new Pace(() => {
    const another = pageOf(location.href) !== pageOf(this.#address);
    this.#address = location.href;
    this.#actions.read(another);
  });

  constructor(actions: RescanActions) {
    this.#actions = actions;
  }

  /**
   * Watches the page for changes of this article; of anything that brings one, where there is none.
   *
   * @param shadows shadow roots of the page, into which nobody sees from outside
   */
  watch(watched: Watched | null, shadows: readonly ShadowRoot[]): void {
    this.#root = watched ? commonAncestor(watched.texts) : document.body;
    this.#shadows = shadows;
    for (const tree of [document.documentElement, ...shadows]) {
      this.#observer.observe(tree, { subtree: true, childList: true, characterData: true });
    }
  }

  /** Reads the page again before long: something of it may have come to be seen that was hidden, or the reverse. */
  soon(): void {
    this.#pace.soon();
  }

  stop(): void {
    this.#observer.disconnect();
    this.#pace.stop();
  }

  #changed(records: MutationRecord[]): void {
    this.#actions.repair();
    if (this.#isAround(records)) this.#actions.around();
    const another = pageOf(location.href) !== pageOf(this.#address);
    if (
      another ||
      !this.#root?.isConnected ||
      records.length > MOST_RECORDS ||
      records.some((record) => this.#touches(record))
    ) {
      this.#pace.soon();
    }
  }

  /** Whether elements came or went in one that the story stands in. */
  #isAround(records: readonly MutationRecord[]): boolean {
    const elements = around(this.#root);
    return records.some(
      ({ type, target }) => type === 'childList' && elements.has(target instanceof ShadowRoot ? target.host : target),
    );
  }

  #isInside(node: Node): boolean {
    if (!this.#root) return false;
    return this.#shadows.length > 0 ? holds(this.#root, node) : this.#root.contains(node);
  }

  /** Whether text of the article came, went or changed, or so much of it came that it may be another one. */
  #touches({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
    if (!this.#isInside(target)) return [...addedNodes].some(maybeStory);
    return (
      type === 'characterData' || [...addedNodes, ...removedNodes].some((node) => /\S/.test(node.textContent ?? ''))
    );
  }
}

const CODE = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);
const maybeStory = (node: Node): boolean => !CODE.has(node.nodeName) && lengthOf(node) >= STORY;

/** Characters of text that came with a node, also in the shadow roots of components. */
function lengthOf(node: Node): number {
  const own = (node.textContent ?? '').length;
  if (own >= STORY || node.nodeType !== Node.ELEMENT_NODE) return own;
  const element = node as Element;
  const roots = [element, ...element.querySelectorAll('*')].flatMap((host) => shadowOf(host) ?? []);
  return roots.reduce((sum, root) => sum + (root.textContent ?? '').length, own);
}

/** The address of a page without the place on it. */
const pageOf = (address: string): string => address.split('#', 1)[0] ?? '';
