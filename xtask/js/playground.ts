/**
 * Serves the playground: node playground.mjs chromium|firefox [visible]
 *
 * With a display it opens in a browser. Without, this prints who says what, and saves a picture.
 */
import path from 'node:path';
import { startChromium } from '../../tests/browser/harness/chromium';
import { startFirefox } from '../../tests/browser/harness/firefox';
import { waitForMarks } from '../../tests/browser/harness/marks';
import { serveFolder } from '../../tests/browser/harness/static';

const which = process.argv[2];
const visible = process.argv[3] === 'visible';
const server = await serveFolder(path.resolve('dist/www'));
const browser = await (which === 'firefox' ? startFirefox({ visible }) : startChromium({ visible }));
const page = await browser.newPage();
await page.goto(server.base);
if (visible) {
  console.log(`The playground is on ${server.base}. Close the window to end.`);
  await new Promise((closed) => browser.once('disconnected', closed));
} else {
  for (const { look, text } of await waitForMarks(page, 20_000)) console.log(`${look}: ${text}`);
  const file = path.resolve('target/sayso-www.png');
  await page.screenshot({ path: file as `${string}.png` });
  console.log(`picture: ${file}`);
  await browser.close();
}
await server.close();
