// Bundles extension/ into dist/chromium and dist/firefox.
//
// Each folder of extension/ that has an index.ts becomes one script of the folder's name: popup/index.ts
// → popup.js. HTML and CSS files keep their names and lie beside it; icons and _locales stay folders.
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { readabilityWithoutMarkup } from './readability.mjs';
import { importTypeScript, paletteSheets } from './typescript.mjs';

const root = path.join(import.meta.dirname, '../..');
const source = path.join(root, 'extension');
const core = path.join(root, 'target/core');

// The oldest browsers that we support.
const target = { chromium: 'chrome128', firefox: 'firefox146' };

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, charset: 'utf8', legalComments: 'inline', logLevel: 'warning', absWorkingDir: root };

const names = (await readdir(source, { recursive: true })).sort();
const scripts = names.filter((name) => name.endsWith(`${path.sep}index.ts`)).map((name) => path.dirname(name));
const sheets = names.filter((name) => name.endsWith('.css'));
const pages = names.filter((name) => name.endsWith('.html'));

const injected = new Set(['content', 'gate']);

const palettes = await paletteSheets(root);
const manifest = await importTypeScript(path.join(source, 'manifest.ts'));

for (const [browser, oldest] of Object.entries(target)) {
  const out = path.join(root, 'dist', browser);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const name of scripts) {
    await build({
      ...common,
      entryPoints: { [name]: path.join(source, name, 'index.ts') },
      outdir: out,
      target: oldest,
      // what is injected into a page is a classic script, all else are modules
      format: injected.has(name) ? 'iife' : 'esm',
      // and read anew for each page: a third of it is indentation and comments, which take 4 ms of a click
      minifyWhitespace: injected.has(name),
      define: { BROWSER: JSON.stringify(browser) },
      plugins: [readabilityWithoutMarkup],
    });
  }
  for (const name of sheets) {
    await build({
      ...common,
      entryPoints: [path.join(source, name)],
      outdir: out,
      entryNames: '[name]',
      target: oldest,
    });
  }
  for (const [name, text] of palettes) await writeFile(path.join(out, name), text);
  for (const name of pages) await cp(path.join(source, name), path.join(out, path.basename(name)));
  for (const folder of ['icons', '_locales']) {
    // Not what the icons are drawn from, nor with.
    const filter = (/** @type {string} */ file) => !/\.(svg|mjs)$/.test(file);
    await cp(path.join(source, folder), path.join(out, folder), { recursive: true, filter });
  }
  await cp(path.join(core, 'sayso_bg.wasm'), path.join(out, 'sayso.wasm'));
  await writeFile(path.join(out, 'manifest.json'), `${JSON.stringify(manifest.manifest(browser), null, 2)}\n`);
}
