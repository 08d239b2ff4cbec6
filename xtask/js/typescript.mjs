// Runs TypeScript of the extension while it is built: what is written from it has one source.
import { build } from 'esbuild';

/**
 * The exports of a module.
 *
 * @param {string} file
 */
export async function importTypeScript(file) {
  const options = /** @type {const} */ ({
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
  });
  const result = await build({ entryPoints: [file], ...options, logLevel: 'warning' });
  const code = result.outputFiles[0]?.text ?? '';
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/**
 * The sheets that are written from the palettes, by name.
 *
 * @param {string} root
 * @returns {Promise<[string, string][]>}
 */
export async function paletteSheets(root) {
  const { pageSheet, sampleSheet } = await importTypeScript(`${root}/extension/shared/palettes.ts`);
  return [
    ['marks.css', pageSheet()],
    ['kinds.css', sampleSheet()],
  ];
}
