/** Opens a browser with the extension, headless and with an empty profile. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openChromium } from './chromium';
import type { Driver, Media, Which } from './driver';
import { openFirefox } from './firefox';
import type { RefusingProxy } from './proxy';

export interface Options {
  /** The unpacked extension; `dist/<browser>` unless given. */
  readonly folder?: string;
  /** What stands between the browser and all other machines. */
  readonly proxy?: RefusingProxy;
  /**
   * Answers the extension's requests for host permissions on 127.0.0.1 with yes. Firefox has a setting for it;
   * Chromium's prompt cannot be answered by a driver, so there a copy of the extension has the permission from
   * the start, and a request for it is granted without a prompt.
   */
  readonly allowSites?: boolean;
  /** A browser whose owner switched WebAssembly off. */
  readonly withoutWasm?: boolean;
  /** A browser whose storage is full: what a page's content script would keep is refused. */
  readonly fullStorage?: boolean;
  /** Changes files of a copy of the extension, by name. */
  readonly edit?: Readonly<Record<string, (source: string) => string>>;
  /** The folder where files are saved. */
  readonly downloads?: string;
  /** A browser whose reader asked for this. */
  readonly media?: Media;
  /** In a window that can be seen. */
  readonly visible?: boolean;
}

/** What a content script finds in place of the browser's API where storage is full. */
const FULL_STORAGE = `{
  const { runtime, i18n, storage } = globalThis.browser ?? globalThis.chrome;
  const set = () => Promise.reject(new Error('QuotaExceededError'));
  const local = { get: (keys) => storage.local.get(keys), set };
  globalThis.browser = { runtime, i18n, storage: { local, onChanged: storage.onChanged } };
}
`;

export async function launch(which: Which, options: Options = {}): Promise<Driver> {
  const { allowSites = false, fullStorage = false, edit = {}, folder = path.resolve('dist', which) } = options;
  const open = which === 'firefox' ? openFirefox : openChromium;
  const permitted = allowSites && which === 'chromium';
  const edits = new Map(Object.entries(edit));
  if (permitted) {
    edits.set('manifest.json', (source) =>
      JSON.stringify({ ...JSON.parse(source), host_permissions: ['*://127.0.0.1/*'] }),
    );
  }
  if (fullStorage) edits.set('content.js', (source) => FULL_STORAGE + source);
  if (edits.size === 0) return open(folder, options);
  const copy = await mkdtemp(path.join(tmpdir(), 'sayso-'));
  await cp(folder, copy, { recursive: true });
  for (const [name, change] of edits) {
    const file = path.join(copy, name);
    const source = await readFile(file, 'utf8');
    const changed = change(source);
    if (changed === source) throw new Error(`${name} has nothing to change`);
    await writeFile(file, changed);
  }
  const driver = await open(copy, options);
  const close = async (): Promise<void> => {
    await driver.close();
    await rm(copy, { recursive: true });
  };
  return { ...driver, close };
}
