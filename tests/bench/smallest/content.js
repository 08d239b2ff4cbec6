// The content script of the smallest marker: all text of the page there, ranges of quotation marks back.
(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  let text = '';
  while (walker.nextNode()) {
    texts.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  const quotations = new Highlight();
  let at = 0;
  const place = (offset) => {
    while (at + 1 < texts.length && texts[at + 1].start <= offset) at++;
    return [texts[at].node, offset - texts[at].start];
  };
  for (const [start, length] of await api.runtime.sendMessage(text)) {
    const [startContainer, startOffset] = place(start);
    const [endContainer, endOffset] = place(start + length - 1);
    quotations.add(new StaticRange({ startContainer, startOffset, endContainer, endOffset: endOffset + 1 }));
  }
  CSS.highlights.set('smallest', quotations);
})();
