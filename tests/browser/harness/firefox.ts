/**
 * Firefox by WebDriver BiDi with access to the browser's own window, where the toolbar button is. Its action
 * there is a click, with all that it grants. What BiDi does not see, the popup, is reached from that window.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Driver, expression, type Media, OVERLAY, type Scope, sleep, until } from './driver';
import { findBrowser } from './find-browser';
import type { Options } from './launch';
import { openTab } from './open';

/** Colours of the reader's own are as far from each other as can be: where they are the theme's, contrast is wanted. */
const MEDIA: Readonly<Record<Media, Readonly<Record<string, number>>>> = {
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'forced-colors': { 'browser.display.document_color_use': 2 },
  'more-contrast': { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 1 },
  'reduced-motion': { 'ui.prefersReducedMotion': 1 },
};

export async function startFirefox(
  options: Options,
  prefs: Record<string, string | number | boolean> = {},
): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: !options.visible,
    defaultViewport: options.visible ? null : { width: 1280, height: 900 },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 0,
      // Else the clock steps by whole milliseconds.
      'privacy.reduceTimerPrecision': false,
      'browser.translations.enable': false,
      // The browser's own news for itself.
      'services.settings.server': 'data:,',
      ...(options.allowSites ? { 'extensions.webextOptionalPermissionPrompts': false } : {}),
      ...(options.withoutWasm
        ? { 'javascript.options.wasm': false, 'javascript.options.wasm_trustedprincipals': false }
        : {}),
      ...(options.downloads ? { 'browser.download.folderList': 2, 'browser.download.dir': options.downloads } : {}),
      ...options.proxy?.firefoxPrefs,
      ...(options.media ? MEDIA[options.media] : {}),
      ...prefs,
    },
    protocolTimeout: 120_000,
  });
}

/** The part of a BiDi answer that is used here. */
interface Answer {
  type?: string;
  contexts?: { context: string; url: string }[];
  context?: string;
  nodes?: { value?: { shadowRoot?: { sharedId: string } | null } }[];
  result?: { value?: unknown };
  data?: string;
  exceptionDetails?: { text: string };
}

export async function openFirefox(folder: string, options: Options): Promise<Driver> {
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  const gecko: string = manifest.browser_specific_settings.gecko.id;
  // Fixed before the start, so that the address of the extension's pages is known.
  const uuid = randomUUID();
  const base = `moz-extension://${uuid}/`;
  const browser = await startFirefox(options, { 'extensions.webextensions.uuids': JSON.stringify({ [gecko]: uuid }) });
  const id = await browser.installExtension(path.resolve(folder));

  // puppeteer has no words of its own for these, and keeps its connection to itself.
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: Answer }> };
  };
  const bidi = async (method: string, params: object): Promise<Answer> =>
    (await connection.send(method, params)).result;
  const value = (answer: Answer): string => {
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return answer.result?.value as string;
  };
  const evaluate = async (context: string, text: string): Promise<string> =>
    value(await bidi('script.evaluate', { expression: text, target: { context }, awaitPromise: true }));

  /** Runs in the browser's own window. */
  const chrome = async <A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> => {
    const { contexts } = await bidi('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = contexts?.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('Firefox has no window');
    return JSON.parse(await evaluate(window.context, expression(work, args)));
  };

  /** What the extension shows in a part of the window that is not the page. */
  const besideThePage = async (where: Place): Promise<Scope | null> => {
    const ready = async () =>
      (await chrome(isOpen, where)) &&
      (await chrome(runBeside, where, 'document.readyState').catch(() => '')) === 'complete';
    const found = await until(ready, { what: 'a popup', timeout: 5_000 }).catch(() => false);
    if (!found) return null;
    return { run: async (work, ...args) => JSON.parse(await chrome(runBeside, where, expression(work, args))) };
  };

  return {
    which: 'firefox',
    browser,
    base,
    open: (url) => openTab(browser, url),
    async click(page) {
      await page.bringToFront();
      await chrome(pressButton, id);
    },
    popup: () => besideThePage(POPUP),
    panel: () => besideThePage(SIDEBAR),
    async command(name, page) {
      await page.bringToFront();
      const key = manifest.commands[name].suggested_key.default.split('+');
      await chrome(pressKeys, key);
    },
    async extensionPage(name) {
      // The tab changes its process, for which page.goto() waits in vain.
      const { context } = await bidi('browsingContext.create', { type: 'tab' });
      if (!context) throw new Error('Firefox opened no tab');
      await bidi('browsingContext.navigate', { context, url: base + name, wait: 'none' });
      await until(
        async () =>
          (await evaluate(context, 'location.protocol + document.readyState').catch(() => '')) ===
          'moz-extension:complete',
        { what: name },
      );
      return {
        run: async (work, ...args) => JSON.parse(await evaluate(context, expression(work, args))),
        resize: async (width, height, scale = 1) => {
          await bidi('browsingContext.setViewport', { context, viewport: { width, height }, devicePixelRatio: scale });
        },
        picture: async () => {
          const { data } = await bidi('browsingContext.captureScreenshot', { context });
          return Buffer.from(data ?? '', 'base64');
        },
        close: async () => {
          await bidi('browsingContext.close', { context });
        },
      };
    },
    async overlay(page, work, ...args) {
      const context = contextOf(page);
      const { nodes } = await bidi('browsingContext.locateNodes', {
        context,
        locator: { type: 'css', value: OVERLAY },
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
      });
      const shadow = nodes?.[0]?.value?.shadowRoot;
      if (!shadow) return null;
      const answer = await bidi('script.callFunction', {
        functionDeclaration: `async (root, args) => JSON.stringify((await (${work})(root, ...JSON.parse(args))) ?? null)`,
        arguments: [{ sharedId: shadow.sharedId }, { type: 'string', value: JSON.stringify(args) }],
        target: { context },
        awaitPromise: true,
      });
      return JSON.parse(value(answer));
    },
    async stopBackground() {
      await chrome(terminateBackground, id);
      await sleep(50);
    },
    close: () => browser.close(),
  };
}

const contextOf = (page: Page): string => (page.mainFrame() as unknown as { _id: string })._id;

// The functions below run in the browser's own window, with names that only live there.
declare const ChromeUtils: { importESModule(url: string): Record<string, never> };
declare const WebExtensionPolicy: {
  getByID(id: string): { extension: { terminateBackground(options: object): Promise<void> } };
};

declare const Components: {
  classes: Record<string, { createInstance(type: unknown): TextInput }>;
  interfaces: Record<string, unknown>;
};
interface TextInput {
  beginInputTransactionForTests(window: Window): void;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}

/** The browser element of an open popup or sidebar. */
interface PopupBrowser extends Element {
  contentDocument?: Document | null;
  currentURI?: { spec: string };
  messageManager: {
    loadFrameScript(url: string, delayed: boolean): void;
    addMessageListener(name: string, listener: (message: { data: string }) => void): void;
  };
}

async function pressButton(id: string): Promise<void> {
  // A reader who goes to another page leaves an open popup by that; here it would take the click to be its own.
  const panel = document
    .querySelector('browser.webextension-popup-browser')
    ?.closest<Element & { hidePopup(): void }>('panel');
  if (panel) {
    const hidden = new Promise((done) => panel.addEventListener('popuphidden', done, { once: true }));
    panel.hidePopup();
    await hidden;
  }
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  ) as unknown as {
    ExtensionParent: {
      apiManager: {
        global: { browserActionFor(extension: unknown): { triggerAction(window: Window): Promise<void> } };
      };
    };
  };
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

/** Presses and releases keys as a keyboard does: first those that are held. */
function pressKeys(keys: string[]): void {
  const input = Components.classes['@mozilla.org/text-input-processor;1']?.createInstance(
    Components.interfaces.nsITextInputProcessor,
  );
  if (!input) throw new Error('Firefox has no way to press keys');
  input.beginInputTransactionForTests(window);
  const names: Record<string, [key: string, code: string, keyCode: number]> = {
    Alt: ['Alt', 'AltLeft', 18],
    Shift: ['Shift', 'ShiftLeft', 16],
    Period: ['.', 'Period', 190],
    Comma: [',', 'Comma', 188],
  };
  const events = keys.map((name) => {
    const [key, code, keyCode] = names[name] ?? [name, `Key${name}`, name.charCodeAt(0)];
    return new KeyboardEvent('', { key, code, keyCode });
  });
  for (const event of events) input.keydown(event);
  for (const event of events.reverse()) input.keyup(event);
}

/** The element that holds an extension's page: in the window itself, or in a frame of it. */
interface Place {
  readonly frame?: string;
  readonly browser: string;
}
const POPUP: Place = { browser: 'browser.webextension-popup-browser' };
const SIDEBAR: Place = { frame: '#sidebar', browser: '#webext-panels-browser' };

function isOpen({ frame, browser }: Place): boolean {
  const within = frame ? document.querySelector<PopupBrowser>(frame)?.contentDocument : document;
  const found = within?.querySelector<PopupBrowser>(browser);
  return found?.currentURI?.spec.startsWith('moz-extension:') ?? false;
}

/** Runs an expression that gives text, in the process of the extension's page, whatever its own policy says. */
function runBeside({ frame, browser }: Place, text: string): Promise<string> {
  const within = frame ? document.querySelector<PopupBrowser>(frame)?.contentDocument : document;
  const popup = within?.querySelector<PopupBrowser>(browser);
  if (!popup) throw new Error('it is not open');
  const name = `sayso-test-${Math.random()}`;
  const script = `(async () => {
    const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    // As if a reader had done it: some calls are allowed only then.
    const input = content.windowUtils.setHandlingUserInput(true);
    let reply;
    try {
      const answer = Cu.evalInSandbox(${JSON.stringify(text)}, sandbox);
      input.destruct();
      reply = { ok: await answer };
    } catch (error) {
      reply = { error: String(error) };
    }
    sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify(reply));
  })()`;
  return new Promise((done, fail) => {
    popup.messageManager.addMessageListener(name, ({ data }) => {
      const { ok, error } = JSON.parse(data);
      if (error) fail(new Error(error));
      else done(ok);
    });
    // A popup that is closing, or still changing its process, never answers.
    setTimeout(() => fail(new Error('the popup does not answer')), 2_000);
    popup.messageManager.loadFrameScript(`data:application/javascript,${encodeURIComponent(script)}`, false);
  });
}

async function terminateBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
}
