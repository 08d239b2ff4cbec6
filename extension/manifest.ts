/** The manifest of each browser, from one source. The version is the package's. */
import { version } from '../package.json';

export type Browser = 'chromium' | 'firefox';

const COMMON = {
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_description__',
  version,
  default_locale: 'en',
  icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
  // No host permission at install: a page is read when the reader clicks, or allowed its site.
  permissions: ['activeTab', 'scripting', 'storage', 'contextMenus', 'search'],
  optional_host_permissions: ['*://*/*'],
  // No default_popup: the first click on a page marks it, the next one opens the popup.
  action: {
    default_title: '__MSG_actionTitle__',
    default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
  },
  options_ui: { page: 'options.html', open_in_tab: true },
  commands: {
    'toggle-page': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_commandToggle__' },
    'next-mark': { suggested_key: { default: 'Alt+Period' }, description: '__MSG_commandNext__' },
    'open-panel': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandPanel__' },
    'previous-mark': { suggested_key: { default: 'Alt+Comma' }, description: '__MSG_commandPrevious__' },
  },
  // Nothing but our own files, and the core as WebAssembly: no connection leaves the extension.
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'",
  },
};

/** What a browser is given as `manifest.json`. */
export function manifest(browser: Browser): object {
  return browser === 'chromium'
    ? {
        ...COMMON,
        permissions: [...COMMON.permissions, 'sidePanel'],
        side_panel: { default_path: 'panel.html' },
        minimum_chrome_version: '128',
        background: { service_worker: 'background.js', type: 'module' },
      }
    : {
        ...COMMON,
        // Opened by the reader, not by the installation.
        sidebar_action: {
          default_panel: 'panel.html',
          default_title: '__MSG_name__',
          default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
          open_at_install: false,
        },
        background: { scripts: ['background.js'], type: 'module' },
        browser_specific_settings: {
          gecko: {
            id: 'sayso@sayso.invalid',
            strict_min_version: '146.0',
            data_collection_permissions: { required: ['none'] },
          },
        },
      };
}
