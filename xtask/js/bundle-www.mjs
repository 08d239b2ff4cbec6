// Bundles the playground into dist/www: static files, to be served by anything.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { paletteSheets } from './typescript.mjs';

const root = path.join(import.meta.dirname, '../..');
const from = (/** @type {string} */ name) => path.join(root, name);
const out = from('dist/www');

await rm(out, { recursive: true, force: true });
await mkdir(path.join(out, 'samples'), { recursive: true });
await build({
  entryPoints: { playground: from('www/index.ts') },
  outdir: out,
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  target: ['chrome128', 'firefox146'],
  logLevel: 'warning',
});

const files = {
  'www/index.html': 'index.html',
  'www/playground.css': 'playground.css',
  'extension/ui/base.css': 'base.css',
  'extension/ui/voices.css': 'voices.css',
  'extension/icons/32.png': 'icon.png',
  'target/core/sayso_bg.wasm': 'sayso.wasm',
};
for (const [source, name] of Object.entries(files)) await cp(from(source), path.join(out, name));
for (const [name, text] of await paletteSheets(root)) await writeFile(path.join(out, name), text);
for (const { file } of JSON.parse(await readFile(from('www/samples.json'), 'utf8'))) {
  await cp(from(`tests/pages/${file}.html`), path.join(out, `samples/${file}.html`));
}
