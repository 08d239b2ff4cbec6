/** Which blocks of what Readability takes for the article are not story. */
import type { Block } from './blocks';
import { ownSite } from './own-site';
import type { PageElement } from './snapshot';
import { APPEAL, FURNITURE, LABEL } from './wording';

/** Longer blocks are no lines of furniture, in characters. */
const LINE = 160;
/** Longer blocks are no appeals. */
const APPEALING = 400;
/** Appeals stand among the last blocks. */
const LAST = 4;
/** From this share on a block is nothing but links; in front of one a few words of label may stand. */
const LINKS = 0.8;

const inList = ({ element }: Block): boolean => element.name === 'LI';
const isLinks = (block: Block): boolean => block.linked > LINKS;

/** The blocks of a story whose running text is in `home`. */
export function withoutBoilerplate(blocks: readonly Block[], home: PageElement, page: Document): Block[] {
  const own = ownSite(page);
  const mixed = mixedLists(blocks);
  const story: Block[] = [];
  let listing = false; // whether a label or a heading was seen that only links have followed
  for (const block of blocks) {
    const links = isLinks(block);
    const lead = isLabel(block) || isFurniture(block);
    listing = lead || (listing && links);
    const recommended =
      links && linksOf(block).every((link) => own(link) && !isPermalink(link)) && !mixed.has(listOf(block));
    if (block.purpose === null && home.contains(block.element) && !listing && !recommended) story.push(block);
  }
  const end = Math.max(1, story.length - LAST);
  return story.filter((block, i) => i < end || !isAppeal(block));
}

const isLabel = (block: Block): boolean => block.linked > 0.4 && LABEL.test(block.text);
const isFurniture = (block: Block): boolean => block.text.length < LINE && !inList(block) && FURNITURE.test(block.text);
/** What somebody is quoted with is no appeal of the page's. */
const QUOTED = /["“„«]/;
const isAppeal = (block: Block): boolean =>
  block.text.length < APPEALING && !inList(block) && !QUOTED.test(block.text) && APPEAL.test(block.text);

/** The lists of which less than this share of the items are links: a link in one of them belongs to the story. */
const MIXED = 0.7;

function mixedLists(blocks: readonly Block[]): ReadonlySet<PageElement | null> {
  const lists = new Map<PageElement | null, { items: number; links: number }>();
  for (const block of blocks) {
    const list = listOf(block);
    const count = lists.get(list) ?? { items: 0, links: 0 };
    lists.set(list, { items: count.items + 1, links: count.links + (isLinks(block) ? 1 : 0) });
  }
  lists.delete(null);
  return new Set([...lists].filter(([, { items, links }]) => links < MIXED * items).map(([list]) => list));
}

const LISTS = new Set(['UL', 'OL']);
const listOf = ({ element }: Block): PageElement | null => element.closest(LISTS);

/** Headings often link to themselves. */
const HEADINGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const isPermalink = (link: PageElement): boolean =>
  link.attribute('href').startsWith('#') && link.closest(HEADINGS) !== null;

const LINK = new Set(['A']);
function linksOf({ texts }: Block): PageElement[] {
  return [...new Set(texts.map(({ parent }) => parent.closest(LINK)))].filter((link) => link !== null);
}
