/** What a page without a story pays on a site that is marked without a click, in Chromium, which alone counts it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OWN_PAGES } from '../browser/harness/corpus';
import { type Closable, sleep, until } from '../browser/harness/driver';
import { launch } from '../browser/harness/launch';
import { serve } from '../browser/harness/server';
import { metric } from './cost';

export interface Idle {
  readonly page: string;
  /** Time of the page's main thread for a load, in ms, on a site that is not allowed, and on the same when it is. */
  readonly bare: readonly number[];
  readonly allowed: readonly number[];
}

const PAGES = {
  'a page to sign in': '<!doctype html><title>Sign in</title><h1>Sign in</h1><form><input><button>Go</button></form>',
  'a front page': readFileSync(path.join(OWN_PAGES, 'front-page.html'), 'utf8'),
};
/** By turns, so that both fare alike. */
const TURNS = 10;
const LOADS = 9;
/** How long a load is watched, in ms. */
const WATCHED = 700;

export async function idle(): Promise<Idle[]> {
  const server = await serve();
  const driver = await launch('chromium', { allowSites: true });
  const inside = await driver.extensionPage('options.html');
  const found: Idle[] = [];
  for (const [name, html] of Object.entries(PAGES)) {
    const times: [number[], number[]] = [[], []];
    const page = await driver.open(server.html(html, 'strict'));
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    for (let turn = 0; turn < TURNS; turn++) {
      const allowed = turn % 2;
      await allow(inside, allowed === 1);
      for (let load = 0; load <= LOADS; load++) {
        await page.reload();
        await sleep(WATCHED);
        // The first after a change has more to do.
        if (load > 0) times[allowed]?.push((await metric(session, 'TaskDuration')) * 1000);
      }
    }
    await page.close();
    found.push({ page: name, bare: times[0], allowed: times[1] });
  }
  await driver.close();
  await server.close();
  return found;
}

/** Chooses for the server's site, as the reader does in the popup. */
async function allow(inside: Closable, always: boolean): Promise<void> {
  await inside.run(
    async (mode) => {
      const { settings } = await chrome.storage.local.get<{ settings?: object }>('settings');
      await chrome.storage.local.set({ settings: { ...settings, sites: mode ? { '127.0.0.1': mode } : {} } });
    },
    always ? 'always' : '',
  );
  const registered = () => inside.run(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  await until(async () => (await registered()) === Number(always), { what: 'the registration' });
}
