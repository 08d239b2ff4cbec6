/** Where the browsers are: from the variables CHROMIUM and FIREFOX, else on PATH. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Which } from './driver';

const PROGRAMS: Record<Which, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

export function findBrowser(which: Which): string {
  const given = process.env[which.toUpperCase()];
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = PROGRAMS[which].flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync);
  if (!found) throw new Error(`${which} is not on PATH; give it by ${which.toUpperCase()}`);
  return found;
}
