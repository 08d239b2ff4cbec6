/** An article as its paragraphs, from what a reader pastes, drops or chooses. */
import { Readability } from '@mozilla/readability';

export interface Paragraph {
  readonly heading: boolean;
  readonly text: string;
}

/** Plain text: a line is a paragraph. */
export function fromText(text: string): Paragraph[] {
  return text
    .split(/\r?\n|\u2028|\u2029/)
    .map((line) => ({ heading: false, text: line.trim() }))
    .filter((paragraph) => paragraph.text !== '');
}

/** A web page: its story. Nothing of it runs or is loaded; only its words are taken. */
export function fromHtml(html: string): Paragraph[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const story = new Readability(page, { serializer: (node) => node as Element }).parse()?.content;
  const blocks = story?.querySelectorAll('p, li, blockquote, h2, h3, h4') ?? [];
  return [...blocks]
    .filter((block) => !block.querySelector('p, li') && !block.closest('figure'))
    .map((block) => ({
      heading: /^H\d$/.test(block.tagName),
      text: block.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    }))
    .filter((paragraph) => paragraph.text !== '');
}
