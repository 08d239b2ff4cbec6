/** Opening a tab, the same in both browsers. */
import type { Browser, Page } from 'puppeteer-core';

/** What Firefox's driver says when it refuses to go to an address for reasons of its own; the next try is taken. */
const REFUSED = /Address rejected/;
const TRIES = 3;

/** Opens a tab in front and waits until it has loaded. */
export async function openTab(
  browser: Browser,
  url: string,
  { timeout = 30_000, prepare }: { timeout?: number; prepare?: (page: Page) => Promise<void> } = {},
): Promise<Page> {
  const page = await browser.newPage();
  await prepare?.(page);
  for (let tries = 1; ; tries++) {
    try {
      await page.goto(url, { waitUntil: 'load', timeout });
      break;
    } catch (error) {
      if (tries === TRIES || !REFUSED.test(String(error))) {
        await page.close();
        throw error;
      }
    }
  }
  await page.bringToFront();
  return page;
}
