/**
 * A story in a frame of the page's own site: syndicated and embedded articles. The reader is brought into that frame
 * and works there as in any page; the one of the page steps aside. Frames of other sites are closed to both.
 */
import { findArticle } from './article/find';

/** Smaller frames hold no story, in CSS pixels. */
const NARROWEST = 250;
const LOWEST = 150;

/** The frame of a page that has the longest story; null if none has one. */
export function storyFrame(page: Document): HTMLIFrameElement | null {
  let found: HTMLIFrameElement | null = null;
  let most = 0;
  for (const frame of page.querySelectorAll('iframe')) {
    if (frame.clientWidth < NARROWEST || frame.clientHeight < LOWEST || !frame.contentDocument?.body) continue;
    const texts = findArticle(frame.contentDocument)?.texts ?? [];
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    if (length <= most) continue;
    most = length;
    found = frame;
  }
  return found;
}

/** Whether this script is to read where it is: in a page, or in the frame with the page's story. */
export function isReadHere(): boolean {
  if (window === window.top) return true;
  const frame = window.frameElement; // null in a frame of another site
  return frame !== null && window.parent === window.top && frame === storyFrame(frame.ownerDocument);
}

/** The address of the page; a frame that its page wrote itself has none of its own. */
export const address = (): Location => (location.protocol === 'about:' ? (window.top ?? window) : window).location;
