// Renders icon.svg to the sizes that browsers want. Run by hand after a change: node extension/icons/draw.mjs
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { launch } from 'puppeteer-core';

const here = import.meta.dirname;
const svg = await readFile(path.join(here, 'icon.svg'), 'utf8');
const browser = await launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: path.join(here, `${size}.png`), omitBackground: true });
}
await browser.close();
