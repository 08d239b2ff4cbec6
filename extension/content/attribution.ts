/** A quote as it is given in writing: the words, who said them, where and when. */
import type { Article } from './article/find';
import { address } from './frames';
import type { Mark } from './marks';
import { linkTo, textDirective } from './text-fragment';

/** The day in ISO 8601, or '' where the page gives none that can be read. */
const dayOf = (published: string | null): string => published?.match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? '';

/** The address of the passage, as a text fragment. */
export function passageLink(mark: Mark, text: string): string {
  const spans = mark.annotation.spans;
  return linkTo(address().href, textDirective(text, [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0]));
}

/** `“…” — Name, role (Site, day) address`. Quotation marks are kept as printed, and added to exact words only. */
export function withAttribution(mark: Mark, article: Article, text: string): string {
  const said = mark.category === 'direct' && !/^["“„«‘']/.test(mark.text) ? `“${mark.text}”` : mark.text;
  const who = mark.speaker ? [mark.speaker.name, mark.speaker.role].filter(Boolean).join(', ') : '';
  const where = [article.siteName, dayOf(article.published)].filter(Boolean).join(', ');
  return `${said}${who ? ` — ${who}` : ''}${where ? ` (${where})` : ''} ${passageLink(mark, text)}`;
}
