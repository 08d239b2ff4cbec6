/** Automated accessibility checks by axe-core (https://github.com/dequelabs/axe-core). */
import { readFileSync } from 'node:fs';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/**
 * What axe finds wrong with the document where this runs, one line for each element. It is sent as text, as any
 * function is that a test runs in a browser, with all of axe in it.
 */
export const axe: () => Promise<string[]> = Object.assign(async () => [], {
  toString: () => `async () => {
    const module = undefined, define = undefined;
    ${AXE};
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ': ' + failureSummary.replace(/\\s+/g, ' ')));
  }`,
});
