/** What Readability takes for the article: which texts of the page, and what the page says of itself. */
import { Readability } from '@mozilla/readability';
import { fill, type PlainElement, PlainPage, PlainText } from './plain';
import type { PageText, Snapshot } from './snapshot';
import { shown } from './texts';

export interface Readable {
  /** In document order; never empty. */
  readonly texts: readonly PageText[];
  readonly title: string;
  readonly siteName: string | null;
  readonly language: string | null;
  readonly published: string | null;
}

/** What Readability does to a page before its first try, which a page that is read anew needs again. */
interface Preparing {
  _removeScripts(page: PlainPage): void;
  _prepDocument(): void;
}

const skip = (): void => {};
/** What it does for a reading view, and what has no effect on text. The first replaces `javascript:` links by new nodes. */
const SKIPPED = { _fixRelativeUris: skip, _simplifyNestedElements: skip, _cleanStyles: skip };

export function readable(page: Snapshot): Readable | null {
  const plain = new PlainPage(page);
  // The content is wanted as nodes: its markup is never serialised, and its classes may stay.
  const options = { serializer: (node: Node) => node as unknown as PlainElement, keepClasses: true };
  const reader: Readability<PlainElement> & Preparing = Object.assign(
    new Readability(plain as unknown as Document, options) as Readability<PlainElement> & Preparing,
    SKIPPED,
  );
  // Readability keeps the page as markup and restores it for its second to fourth try, which loses the way back.
  // It is copied anew instead; nine pages in ten need no second try.
  Object.defineProperty(plain.body, 'innerHTML', {
    get: () => '',
    set: () => {
      fill(plain.body, page.body);
      reader._removeScripts(plain);
      reader._prepDocument();
    },
  });
  const found = reader.parse();
  if (!found?.content) return null;
  const texts = textsOf(found.content);
  if (texts.length === 0) return null;
  const seen = shown(texts);
  return {
    // A page may hide itself while it loads.
    texts: seen.length > 0 ? seen : texts,
    title: found.title || page.document.title,
    siteName: found.siteName || null,
    language: found.lang || null,
    published: found.publishedTime || null,
  };
}

/** The texts of the page that are below, but for white space. */
function textsOf(element: PlainElement, texts: PageText[] = []): PageText[] {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (!(node instanceof PlainText)) textsOf(node, texts);
    else if (node.origin && !node.origin.isBlank) texts.push(node.origin);
  }
  return texts;
}
