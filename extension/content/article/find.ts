/** Finds the article of a page: its text nodes, live and in document order, and what the page says of it. */
import { readable } from './readable';
import { storiesOf } from './several';
import { snapshotOf } from './snapshot';
import { storyOf } from './story';

export interface Article {
  /** The text nodes of the story, in document order; never empty. */
  readonly texts: readonly Text[];
  /** The same by story: one, but for live blogs and pages with one story after another. */
  readonly stories: readonly (readonly Text[])[];
  readonly title: string;
  /** The language that the page declares (BCP 47), or null. */
  readonly language: string | null;
  readonly siteName: string;
  /** As the page gives it, usually ISO 8601, or null. */
  readonly published: string | null;
}

/**
 * The article of this page, or null where there is none. Leaves the page as it is.
 *
 * @param shadows takes the open shadow roots that were looked into, whatever is found
 */
export function findArticle(page: Document, shadows: ShadowRoot[] = []): Article | null {
  const snapshot = snapshotOf(page);
  shadows.push(...(snapshot?.shadows ?? []));
  const found = snapshot && readable(snapshot);
  if (!found) return null;
  const stories = storiesOf(snapshot, storyOf(snapshot, found.texts)).map((blocks) =>
    blocks.flatMap(({ texts }) => texts.map(({ live }) => live)),
  );
  return {
    texts: stories.flat(),
    stories,
    title: found.title,
    language: page.documentElement.lang || found.language,
    siteName: found.siteName || page.location.hostname.replace(/^www\./, ''),
    published: found.published,
  };
}
