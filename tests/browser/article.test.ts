/**
 * The article finder on pages of our own, in both browsers: just the text that the page marks as story by
 * `data-story`, on live nodes, story by story, and nothing of the page touched.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { before, test } from 'node:test';
import { build } from 'esbuild';
import { startChromium } from './harness/chromium';
import { OWN_PAGES, pagesIn } from './harness/corpus';
import { BOTH } from './harness/driver';
import { startFirefox } from './harness/firefox';
import { serve } from './harness/server';

/** Found text and text that is marked as story, by story; words only. */
interface Outcome {
  readonly found: readonly string[];
  readonly meant: readonly string[];
  readonly live: boolean;
  readonly untouched: boolean;
  readonly title: string | undefined;
  readonly siteName: string | undefined;
  readonly published: string | null | undefined;
}

const PAGES = pagesIn(OWN_PAGES).filter(({ id }) => id.startsWith('finder-'));
let finder = '';

before(async () => {
  const { outputFiles } = await build({
    entryPoints: [path.resolve('extension/content/article/find.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'finder',
  });
  finder = outputFiles[0]?.text ?? '';
});

/** Runs in the page. */
const OUTCOME = `(() => {
  const before = document.documentElement.outerHTML;
  const article = finder.findArticle(document);
  const words = (texts) => texts.map((text) => text.data).join(' ').replace(/\\s+/g, ' ').trim();
  const numbers = new Set([...document.querySelectorAll('[data-story]')].map((element) => element.dataset.story));
  const meant = [...numbers].map((number) => {
    const texts = [];
    for (const element of document.querySelectorAll('[data-story="' + number + '"]')) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('.sr-only')) texts.push(walker.currentNode);
    }
    return words(texts);
  });
  return {
    found: (article?.stories ?? []).map(words),
    meant,
    live: (article?.texts ?? []).every((text) => text.isConnected && text.parentElement.checkVisibility()),
    untouched: document.documentElement.outerHTML === before,
    title: article?.title,
    siteName: article?.siteName,
    published: article?.published,
  };
})()`;

for (const which of BOTH) {
  test(`${PAGES.length} pages in ${which}: the story, the whole story and nothing but the story`, async () => {
    assert.equal(PAGES.length, 4);
    const server = await serve();
    const browser = await (which === 'firefox' ? startFirefox({}) : startChromium({}));
    try {
      for (const saved of PAGES) {
        const page = await browser.newPage();
        await page.goto(server.url(saved, 'quiet'));
        await page.evaluate(`${finder}; globalThis.finder = finder;`);
        const outcome = (await page.evaluate(OUTCOME)) as Outcome;
        assert.deepEqual(outcome.found, outcome.meant, saved.id);
        assert.ok(outcome.meant.length > 0 && outcome.live && outcome.untouched, saved.id);
        if (saved.id === 'finder-town') {
          assert.match(outcome.title ?? '', /^Old mill to become a school/);
          assert.equal(outcome.siteName, 'The Weir Valley Courier');
          assert.equal(outcome.published, '2025-03-04T07:30:00Z');
        }
        await page.close();
      }
    } finally {
      await browser.close();
      await server.close();
    }
  });
}
