/**
 * The extension API under one name. Firefox's `browser` and Chromium's `chrome` agree on everything used
 * here, promises included, so that no polyfill is needed.
 */
export const api: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? globalThis.chrome;

/**
 * Whether this script still belongs to a running extension. Content scripts outlive an update or a removal
 * of their extension; every call to its API then throws.
 */
export function connected(): boolean {
  try {
    return Boolean(api?.runtime?.id);
  } catch {
    return false;
  }
}
