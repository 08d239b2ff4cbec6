/**
 * Chromium by its own protocol, over a pipe: only there do the commands for extensions answer.
 * `Extensions.triggerAction` is a click on the toolbar button, with all that it grants.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page, type Protocol, type Target } from 'puppeteer-core';
import { type Driver, expression, type Media, OVERLAY, type Scope, sleep, until } from './driver';
import { findBrowser } from './find-browser';
import type { Options } from './launch';
import { openTab } from './open';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-features=OptimizationHints,MediaRouter',
];

const FEATURES: Readonly<Record<Media, Protocol.Emulation.MediaFeature>> = {
  dark: { name: 'prefers-color-scheme', value: 'dark' },
  'forced-colors': { name: 'forced-colors', value: 'active' },
  'more-contrast': { name: 'prefers-contrast', value: 'more' },
  'reduced-motion': { name: 'prefers-reduced-motion', value: 'reduce' },
};

const WELCOME = 'welcome.html';

export async function startChromium(options: Options): Promise<Browser> {
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: findBrowser('chromium'),
    headless: !options.visible,
    pipe: true,
    enableExtensions: [],
    defaultViewport: options.visible ? null : { width: 1280, height: 900 },
    args: [...FLAGS, ...(options.withoutWasm ? ['--js-flags=--jitless'] : []), ...(options.proxy?.chromiumArgs ?? [])],
    protocolTimeout: 120_000,
  });
}

export async function openChromium(folder: string, options: Options): Promise<Driver> {
  const browser = await startChromium(options);
  const id = await browser.installExtension(path.resolve(folder));
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error(`Chromium did not take the extension in ${folder}`);
  const base = `chrome-extension://${id}/`;
  const isWorker = (target: Target): boolean => target.type() === 'service_worker' && target.url().startsWith(base);

  // A click before the service worker is active is lost.
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  if (manifest.background) {
    const target = await browser.waitForTarget(isWorker, { timeout: 10_000 });
    const worker = await target.worker();
    await until(async () => (await worker?.evaluate('registration.active?.state')) === 'activated', {
      what: 'the service worker',
    });
  }
  if (existsSync(path.join(folder, WELCOME))) {
    // The page that welcomes a reader would be in front of the one that a test opens.
    const welcome = await browser.waitForTarget((target) => target.url() === base + WELCOME, { timeout: 10_000 });
    await (await welcome.page())?.close();
  }

  // The extension's pages that are tabs: no popup, though the address may be its.
  const tabs = new WeakSet<Target>();

  const besideThePage = async (name: string): Promise<Scope | null> => {
    const isIt = (target: Target): boolean => target.url().startsWith(base + name) && !tabs.has(target);
    // The address is known before the page is there: what runs until then is thrown away with the empty one.
    const here = (address: string) => location.href.startsWith(address) && document.readyState === 'complete';
    const ready = async (): Promise<Page | null> => {
      // The newest: one that was closed may still be counted, and is never ready.
      const page = await browser.targets().filter(isIt).at(-1)?.asPage();
      return page && (await page.evaluate(here, base + name)) ? page : null;
    };
    const page = await until(() => ready().catch(() => null), { what: name, timeout: 5_000 }).catch(() => null);
    return page && scope(page);
  };

  if (options.downloads) {
    const session = await browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: options.downloads });
  }

  const prepare = async (page: Page): Promise<void> => {
    if (!options.media) return;
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [FEATURES[options.media]] });
  };

  return {
    which: 'chromium',
    browser,
    base,
    open: (url) => openTab(browser, url, { prepare }),
    async click(page) {
      await page.bringToFront();
      await page.triggerExtensionAction(extension);
    },
    popup: () => besideThePage('popup.html'),
    panel: () => besideThePage('panel.html'),
    async command(name, page) {
      await page.bringToFront();
      const target = browser.targets().find(isWorker);
      if (!target) throw new Error('the service worker does not run');
      // No driver reaches the browser's own shortcuts: the event is given to the worker as one of a key.
      const session = await target.createCDPSession();
      const { exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `chrome.tabs.query({ active: true }).then(([tab]) => chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab))`,
        awaitPromise: true,
        userGesture: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    },
    async extensionPage(name) {
      const page = await browser.newPage();
      tabs.add(page.target());
      await prepare(page);
      await page.goto(base + name);
      return {
        ...scope(page),
        resize: (width, height, scale = 1) => page.setViewport({ width, height, deviceScaleFactor: scale }),
        picture: () => page.screenshot(),
        close: () => page.close(),
      };
    },
    overlay: inOverlay,
    async stopBackground() {
      const target = browser.targets().find(isWorker);
      if (!target) return;
      await (await target.worker())?.close();
      // A page that waited for it may have started the next one by then.
      await until(async () => !browser.targets().includes(target), { what: 'the service worker to stop' });
      // The browser still counts it as running for a moment, and would lose an event.
      await sleep(50);
    },
    close: () => browser.close(),
  };
}

function scope(page: Page): Scope {
  return {
    async run(work, ...args) {
      return JSON.parse((await page.evaluate(expression(work, args))) as string);
    },
  };
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

const inOverlay: Driver['overlay'] = async (page, work, ...args) => {
  const known = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, known);
  const session = await known;
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const shadow = findOverlay(root)?.shadowRoots?.[0];
  if (!shadow) return null;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: `async (root, args) => JSON.stringify((await (${work})(root, ...JSON.parse(args))) ?? null)`,
    objectId: object.objectId as string,
    arguments: [{ objectId: object.objectId as string }, { value: JSON.stringify(args) }],
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return JSON.parse(result.value);
};

function findOverlay(node: Protocol.DOM.Node): Protocol.DOM.Node | null {
  if (node.localName === OVERLAY) return node;
  for (const child of node.children ?? []) {
    const found = findOverlay(child);
    if (found) return found;
  }
  return null;
}
