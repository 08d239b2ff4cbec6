// The background of the smallest marker: it must have compiled the core, as Sayso must, before it answers.
const api = globalThis.browser ?? globalThis.chrome;
const core = WebAssembly.compileStreaming(fetch(api.runtime.getURL('sayso.wasm')));

api.runtime.onMessage.addListener((text, _, answer) => {
  core.then(() => answer([...text.matchAll(/[“"][^”"]+[”"]/g)].map(({ 0: words, index }) => [index, words.length])));
  return true;
});

api.action.onClicked.addListener(({ id: tabId }) => {
  api.scripting.insertCSS({ target: { tabId }, files: ['marks.css'] });
  api.scripting.executeScript({ target: { tabId }, files: ['content.js'], injectImmediately: true });
});
