/**
 * Wider lines for the names, if the reader asked for them: a sheet of our own on the page, no node of which is
 * touched. Its rule reaches the story by its place in the document.
 */

/** Lines this many times as high as the letters leave room for a name between them. */
const LINE_HEIGHT = 2.1;

export class Room {
  readonly #sheet = new CSSStyleSheet();
  #rule = '';

  /** Widens the lines of the blocks below this element; null gives the page its own back. */
  make(story: Element | null): void {
    const lines = ':is(p, li, blockquote, dd, div):not(:has(p, div))';
    const rule = story ? `${pathOf(story)} ${lines} { line-height: ${LINE_HEIGHT} !important; }` : '';
    if (rule === this.#rule) return; // the page keeps its style as computed
    this.#rule = rule;
    this.#sheet.replaceSync(rule);
    const others = [...document.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    document.adoptedStyleSheets = story ? [...others, this.#sheet] : others;
  }
}

/** A selector of this element alone, as the document is now. */
function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element = element; at.parentElement; at = at.parentElement) {
    steps.unshift(`:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  }
  return [':root', ...steps].join(' > ');
}
