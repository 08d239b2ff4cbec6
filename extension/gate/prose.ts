/** Whether a page may have a story: told from the length of its texts alone, since most looks are in vain. */
import { shadowOf } from '../content/drawn';

/** Texts of at least so many characters are running text: menus and most teasers are shorter. */
const RUNNING = 100;
/** So much running text may be a story: less is found on any page that says what it is for. */
const STORY = 250;
/** What stands in these is no story: a teaser is a link as a whole. */
const NO_PROSE = 'a, button, noscript, option, script, style, template, textarea, title';

/** Whether there is enough running text in a page, in its open shadow roots or in a frame of its own site. */
export function mayHaveStory(page: Document): boolean {
  return (
    hasProse(page) ||
    [...page.querySelectorAll('*')].some((host) => {
      const shadow = shadowOf(host);
      return shadow !== null && hasProse(shadow);
    }) ||
    [...page.querySelectorAll('iframe')].some(({ contentDocument }) => contentDocument && mayHaveStory(contentDocument))
  );
}

function hasProse(root: Node): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let prose = 0;
  for (let text = walker.nextNode(); text && prose < STORY; text = walker.nextNode()) {
    const { length } = text as Text;
    if (length >= RUNNING && !text.parentElement?.closest(NO_PROSE)) prose += length;
  }
  return prose >= STORY;
}
