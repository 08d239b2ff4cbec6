/** Several stories on one page: the posts of a live blog, one article after another as the reader scrolls. */
import type { Block } from './blocks';
import { isProse } from './home';
import { purposeOf } from './purpose';
import type { PageElement, Snapshot } from './snapshot';
import { storyOf } from './story';
import { textsIn } from './texts';

type Story = readonly Block[];

/** Elements that say of themselves that they are an article. */
const isArticle = (element: PageElement): boolean =>
  element.name === 'ARTICLE' ||
  element.attribute('role') === 'article' ||
  /(?:\/Article|NewsArticle|BlogPosting|Review)$/.test(element.attribute('itemtype'));

/** What has more than this share of the text is nearly all of it. */
const MOST = 0.7;

/** A page with more such elements is a list of something else. */
const MOST_ROOTS = 300;

/** A further story has at least so many paragraphs of running text, and so many characters of it. */
const PARAGRAPHS = 3;
const CHARACTERS = 500;

/** The stories of a page, in document order, given what was found to be its story. */
export function storiesOf(page: Snapshot, found: Story): Story[] {
  const roots = rootsOf(page.root.all(isArticle));
  if (roots.length < 2) return [found];
  const parts = partsOf(page, found, roots);
  if (parts.length > 1) return parts;
  const own = roots.find((root) => found.every(({ element }) => root.contains(element)));
  if (!own) return [found];
  return roots.flatMap((root) => {
    if (root === own) return [found];
    return root.name === own.name ? furtherStory(page, root) : [];
  });
}

/** Those that hold one article each, none of them within another; in document order. */
function rootsOf(elements: readonly PageElement[]): PageElement[] {
  if (elements.length > MOST_ROOTS) return [];
  const roots = new Set(elements.filter((element) => !isAside(element)));
  for (const root of [...roots].reverse()) {
    const inner = root.all((element) => roots.has(element));
    const isList = inner.length > 1 && sum(inner.map(({ length }) => length)) > MOST * root.length;
    for (const element of isList ? [root] : inner) roots.delete(element);
  }
  return [...roots];
}

/** Comments and the teasers of other stories are articles to HTML, too. */
function isAside(element: PageElement): boolean {
  for (let e: PageElement | null = element; e && e.name !== 'BODY'; e = e.parent) if (purposeOf(e)) return true;
  return false;
}

/** The story by article, unless one of them is nearly all of it. What belongs to none goes with the one before. */
function partsOf(page: Snapshot, story: Story, roots: readonly PageElement[]): Story[] {
  const parts: { root: PageElement | undefined; blocks: Block[] }[] = [];
  for (const block of story) {
    const root = roots.find((candidate) => candidate.contains(block.element));
    const last = parts.at(-1);
    if (last && (last.root === root || !root)) last.blocks.push(block);
    else parts.push({ root, blocks: [block] });
  }
  const written = parts.map(({ blocks }) => blocks).filter((blocks) => blocks.some(isProse));
  const lengths = written.map(proseLength);
  if (Math.max(...lengths) > MOST * sum(lengths)) return [story];
  return written.map((blocks) =>
    storyOf(
      page,
      blocks.flatMap(({ texts }) => texts),
    ),
  );
}

function furtherStory(page: Snapshot, root: PageElement): Story[] {
  const texts = textsIn(root);
  const blocks = texts.length > 0 ? storyOf(page, texts) : [];
  return blocks.filter(isProse).length >= PARAGRAPHS && proseLength(blocks) >= CHARACTERS ? [blocks] : [];
}

const proseLength = (blocks: Story): number => sum(blocks.filter(isProse).map(({ text }) => text.length));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
