/**
 * A link that opens the page at a passage and shows it there
 * (https://wicg.github.io/scroll-to-text-fragment/).
 */
import type { Span } from '../shared/document';

/** Passages up to this length, in UTF-16 units, are written out; longer ones by their first and last words. */
const WHOLE = 160;
const EDGE_WORDS = 6;
const CONTEXT_WORDS = 4;

/** A dash ends a prefix in the directive's grammar, a comma parts its terms: neither may stand for itself. */
const encode = (text: string): string => encodeURIComponent(text).replace(/-/g, '%2D');

const firstWords = (text: string, n: number): string => text.split(' ').filter(Boolean).slice(0, n).join(' ');
const lastWords = (text: string, n: number): string => text.split(' ').filter(Boolean).slice(-n).join(' ');
/** Quotation marks and white space at the ends help no match. */
const bare = (text: string): string => text.replace(/^[\s"'“”‘’«»„]+|[\s"'“”‘’«»„]+$/g, '');

/** The directive `text=…` for a span of the article's text. */
export function textDirective(text: string, [start, end]: Span): string {
  const passage = bare(text.slice(start, end));
  const at = text.indexOf(passage, start);
  const paragraphs = passage.split('\n');
  const whole = passage.length <= WHOLE && paragraphs.length === 1;
  const head = whole ? passage : firstWords(paragraphs[0] ?? '', EDGE_WORDS);
  const tail = whole ? '' : `,${encode(lastWords(paragraphs.at(-1) ?? '', EDGE_WORDS))}`;
  // The browser takes the first match: where these words stood before, the words around them tell.
  const repeated = text.toLowerCase().indexOf(head.toLowerCase()) < at;
  const before = repeated ? lastWords(bare(text.slice(text.lastIndexOf('\n', at - 1) + 1, at)), CONTEXT_WORDS) : '';
  return `text=${before ? `${encode(before)}-,` : ''}${encode(head)}${tail}`;
}

/** The address of a page with a directive, in place of any that it had; its own fragment stays. */
export function linkTo(address: string, directive: string): string {
  const [page, fragment = ''] = address.split('#', 2) as [string, string?];
  return `${page}#${fragment.split(':~:')[0]}:~:${directive}`;
}
