/**
 * Shows the extension on a sample article: node run.mjs chromium|firefox [visible]
 *
 * With a display the browser stays open for the reader. Without, this clicks the toolbar button, prints who
 * says what, and saves a picture.
 */
import path from 'node:path';
import { OWN_PAGES } from '../../tests/browser/harness/corpus';
import type { Which } from '../../tests/browser/harness/driver';
import { launch } from '../../tests/browser/harness/launch';
import { waitForMarks } from '../../tests/browser/harness/marks';
import { serve } from '../../tests/browser/harness/server';
import { Observer } from '../../tests/browser/harness/state';

const SAMPLE = { id: 'harbour-deal', file: path.join(OWN_PAGES, 'harbour-deal.html') };

const which = process.argv[2] as Which;
const visible = process.argv[3] === 'visible';
const server = await serve();
const driver = await launch(which, { visible });

if (visible) {
  const page = await driver.open(server.url(SAMPLE));
  console.log(
    'Click the Sayso button in the toolbar (behind the puzzle piece, if it is not there). Close the window to end.',
  );
  await new Promise((closed) => page.browser().once('disconnected', closed));
} else {
  const observer = await Observer.open(driver);
  const page = await driver.open(server.url(SAMPLE));
  await driver.click(page);
  await waitForMarks(page, 20_000);
  const { marks, speakers } = await observer.settled();
  for (const { speaker, text } of marks) {
    console.log(`${speakers.find(({ id }) => id === speaker)?.name ?? '(not named)'} → ${text}`);
  }
  const file = path.resolve('target', `sayso-${which}.png`);
  await page.screenshot({ path: file as `${string}.png`, fullPage: true });
  console.log(`${marks.length} marks; picture: ${file}`);
  await driver.close();
}
await server.close();
