/** Finds the article of a page: its text nodes, live and in document order, and what it says of itself. */
import { Readability } from '@mozilla/readability';
import { twinOf } from './twin';

export interface Article {
  /** The story's text nodes, in document order; never empty. */
  readonly texts: readonly Text[];
  readonly title: string;
  /** The language that the page declares (BCP 47), or null. */
  readonly language: string | null;
  readonly siteName: string;
  /** As the page gives it, usually ISO 8601, or null. */
  readonly published: string | null;
}

/** The article of this page, or null where there is none. Leaves the page as it is. */
export function findArticle(page: Document): Article | null {
  if (!page.body) return null;
  const twin = twinOf(page);
  // The content is wanted as nodes: its markup is never serialised.
  const found = new Readability(twin.document, { serializer: (node) => node as Element }).parse();
  if (!found?.content) return null;
  const texts: Text[] = [];
  const walker = twin.document.createTreeWalker(found.content, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const live = /\S/.test(text.data) ? twin.live(text) : undefined;
    if (live?.isConnected) texts.push(live);
  }
  if (texts.length === 0) return null;
  return {
    texts,
    title: found.title || page.title,
    language: page.documentElement.lang || found.lang || null,
    siteName: found.siteName || page.location?.hostname.replace(/^www\./, '') || '',
    published: found.publishedTime ?? null,
  };
}
