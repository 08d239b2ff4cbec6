/** What Readability takes for the article: which text nodes of the live page, and what the page says of itself. */
import { Readability } from '@mozilla/readability';
import { shown } from './texts';
import { twinOf } from './twin';

export interface Readable {
  /** Live text nodes, in document order; never empty. */
  readonly texts: readonly Text[];
  readonly title: string;
  readonly siteName: string | null;
  readonly language: string | null;
  readonly published: string | null;
}

/** What Readability does to a page before its first try, which a page that is copied anew needs again. */
interface Preparing {
  _removeScripts(page: Document): void;
  _prepDocument(): void;
}

const skip = (): void => {};
/** What it does for a reading view, and what has no effect on text. The first replaces `javascript:` links by new nodes. */
const SKIPPED = { _fixRelativeUris: skip, _simplifyNestedElements: skip, _cleanStyles: skip };

export function readable(page: Document): Readable | null {
  if (!page.body) return null;
  const twin = twinOf(page, () => {
    reader._removeScripts(twin.document);
    reader._prepDocument();
  });
  // The content is wanted as nodes: its markup is never serialised, and its classes may stay.
  const options = { serializer: (node: Node) => node as Element, keepClasses: true };
  const reader: Readability<Element> & Preparing = Object.assign(
    new Readability(twin.document, options) as Readability<Element> & Preparing,
    SKIPPED,
  );
  const found = reader.parse();
  if (!found?.content) return null;
  const texts: Text[] = [];
  const walker = page.createTreeWalker(found.content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const live = /\S/.test(text.data) ? twin.live(text) : undefined;
    if (live) texts.push(live);
  }
  if (texts.length === 0) return null;
  const seen = shown(texts);
  return {
    // A page may hide itself while it loads.
    texts: seen.length > 0 ? seen : texts,
    title: found.title || page.title,
    siteName: found.siteName || null,
    language: found.lang || null,
    published: found.publishedTime || null,
  };
}
