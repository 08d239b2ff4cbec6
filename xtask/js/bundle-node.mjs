// Bundles TypeScript programs for Node: node bundle-node.mjs OUT FILE…
// Each FILE becomes one module in the folder OUT, which must lie in the repository, where its packages are.
import { build } from 'esbuild';

const [out = '', ...files] = process.argv.slice(2);
await build({
  entryPoints: files,
  outdir: out,
  outExtension: { '.js': '.mjs' },
  entryNames: '[name]',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
