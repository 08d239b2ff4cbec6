/**
 * Watches for changes of the article: late text, a paragraph rendered anew, another article in place of this
 * one. It runs only when the page changes, and the less often the more the page keeps changing.
 */

/** Quiet time after a change before the page is read again, in ms; doubles up to the longest. */
const SHORTEST = 300;
const LONGEST = 20_000;
/** A page that was left alone for so long is young again, in ms. */
const CALM = 60_000;
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
  #address = location.href;
  #wait = SHORTEST;
  #last = -CALM;
  #timer: number | undefined;

  constructor(actions: RescanActions) {
    this.#actions = actions;
  }

  /** Watches the page for changes of this article; of anything that brings one, where there is none. */
  watch(watched: Watched | null): void {
    this.#root = watched ? commonAncestor(watched.texts) : document.body;
    this.#observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  }

  /** Reads the page again before long: something of it may have come to be seen that was hidden, or the reverse. */
  soon(): void {
    this.#schedule();
  }

  stop(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  #changed(records: MutationRecord[]): void {
    this.#actions.repair();
    const root = this.#root;
    if (records.some(({ type, target }) => type === 'childList' && target.contains(root))) this.#actions.around();
    const another = pageOf(location.href) !== pageOf(this.#address);
    if (
      another ||
      !this.#root?.isConnected ||
      records.length > MOST_RECORDS ||
      records.some((record) => this.#touches(record))
    ) {
      this.#schedule();
    }
  }

  /** Whether text of the article came, went or changed, or so much of it came that it may be another one. */
  #touches({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
    if (!this.#root?.contains(target)) return [...addedNodes].some(maybeStory);
    return (
      type === 'characterData' || [...addedNodes, ...removedNodes].some((node) => /\S/.test(node.textContent ?? ''))
    );
  }

  #schedule(): void {
    if (this.#timer !== undefined) return;
    const now = performance.now();
    this.#wait = now - this.#last > CALM ? SHORTEST : Math.min(LONGEST, this.#wait * 2);
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      this.#last = performance.now();
      const another = pageOf(location.href) !== pageOf(this.#address);
      this.#address = location.href;
      this.#actions.read(another);
    }, this.#wait);
  }
}

const CODE = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);
const maybeStory = (node: Node): boolean => !CODE.has(node.nodeName) && (node.textContent ?? '').length >= STORY;

/** The address of a page without the place on it. */
const pageOf = (address: string): string => address.split('#', 1)[0] ?? '';

export function commonAncestor(nodes: readonly Node[]): Element | null {
  const [first, ...rest] = [nodes[0], nodes.at(-1)];
  let ancestor = first?.parentElement ?? null;
  for (const node of rest) while (ancestor && node && !ancestor.contains(node)) ancestor = ancestor.parentElement;
  return ancestor;
}
