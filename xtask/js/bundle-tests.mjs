// Bundles each tests/browser/*.test.ts into one module in the folder that is given.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const source = path.join(import.meta.dirname, '../../tests/browser');
const tests = (await readdir(source)).filter((name) => name.endsWith('.test.ts'));
await build({
  entryPoints: tests.map((name) => path.join(source, name)),
  outdir: process.argv[2] ?? '',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
