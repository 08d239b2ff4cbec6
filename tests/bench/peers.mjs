/**
 * What a developer would take for the text of an article in a browser, each as its own README uses it, and
 * Sayso. One bundle of this runs in Node and in a page.
 */
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import init, { annotate } from '../../target/core/sayso.js';

/** Each: `start` once, then `run` for every article; it gives the number of things found. */
export const peers = {
  Sayso: {
    does: 'quotes, reported speech, contested claims, their speakers',
    start: (wasm) => init({ module_or_path: wasm }),
    run: (text) => annotate(text).annotations.length,
  },
  'wink-nlp': {
    does: 'sentences, parts of speech, entities',
    start() {
      this.wink = winkNLP(model, ['sbd', 'pos', 'ner']);
    },
    run(text) {
      const document = this.wink.readDoc(text);
      return document.sentences().out().length + document.entities().out().length;
    },
  },
  compromise: {
    does: 'quotations, people',
    start() {},
    run(text) {
      const document = nlp(text);
      return document.quotations().json().length + document.people().json().length;
    },
  },
};

/** Times one peer: first on texts that it has to get warm on, then on articles that are new to it. */
export async function time(name, wasm, warming, articles) {
  const peer = peers[name];
  const clock = async (work) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const start = await clock(() => peer.start(wasm));
  const warmUp = [];
  for (const text of warming) warmUp.push(await clock(() => peer.run(text)));
  const fresh = [];
  for (const text of articles) fresh.push(await clock(() => peer.run(text)));
  return { start, first: warmUp[0], fresh, all: [...warmUp, ...fresh].reduce((sum, ms) => sum + ms, 0) };
}
