/**
 * The core as WebAssembly. It runs here and nowhere else: a content script may not compile WebAssembly on a
 * page with a strict policy, and once for all tabs is cheaper.
 */
import init, { annotate as annotateText, __wbg_reset_state as renew, write as writeArticle } from '#core';
import { api } from '../shared/api';
import type { AnnotatedText } from '../shared/document';
import type { Format, MarkedArticle } from '../shared/messages';
import { Refusal } from '../shared/transport';

/** Compiling begins with the background script itself, while the page is still looking for its article. */
let engine = start();

async function start(): Promise<void> {
  if (typeof WebAssembly !== 'object') throw new Refusal('no-wasm');
  try {
    await init({ module_or_path: fetch(api.runtime.getURL('sayso.wasm')) });
  } catch (error) {
    throw error instanceof WebAssembly.CompileError ? new Refusal('no-wasm') : error;
  }
}
// Whoever asks is told; nobody may ask.
engine.catch(() => {});

/** A few words for most of what the core looks for. */
const EXAMPLE =
  'Ann Lee, the mayor, said on Monday that the harbour would be sold. “It is wrong,” said Bob Roe, who leads the union. ' +
  'He denied claims that he had lied, and called the deal “a hoax”.';

let asked = false;

/**
 * Chromium compiles a function of the core when it is first called, which takes longer than all else about a first
 * article: an example goes through the core while the page is looked at, unless the article is there first.
 */
export function warmUp(): void {
  engine.then(() => (asked ? null : annotate(EXAMPLE))).catch(() => {});
}

/** The core's answer for an article's text. Rejects with `no-wasm` where the browser does not let it run. */
export const annotate = (text: string): Promise<AnnotatedText> => use(() => annotateText(text) as AnnotatedText);

/** An article with its marks in one of the formats, as text. */
export const write = (format: Format, { address, title, text, document }: MarkedArticle): Promise<string> =>
  use(() => {
    const written: unknown = writeArticle(format, address, title, text, document);
    return typeof written === 'string' ? written : `${JSON.stringify(written, null, 2)}\n`;
  });

async function use<T>(work: () => T): Promise<T> {
  asked = true;
  try {
    await engine;
  } catch (error) {
    engine = start();
    engine.catch(() => {});
    throw error;
  }
  try {
    return work();
  } catch (error) {
    // A core that failed once may be in any state: the next article gets a new one.
    renew();
    throw error;
  }
}
