/**
 * The core as WebAssembly. It runs here and nowhere else: a content script may not compile WebAssembly on a
 * page with a strict policy, and once for all tabs is cheaper.
 */
import init, { annotate as annotateText } from '#core';
import { api } from '../shared/api';
import type { AnnotatedText } from '../shared/document';
import { Refusal } from '../shared/messages';

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

/** The core's answer for an article's text. Rejects with `no-wasm` where the browser does not let it run. */
export async function annotate(text: string): Promise<AnnotatedText> {
  try {
    await engine;
    return annotateText(text) as AnnotatedText;
  } catch (error) {
    // A core that failed once may be in any state: the next article gets a new one.
    engine = start();
    engine.catch(() => {});
    throw error;
  }
}
