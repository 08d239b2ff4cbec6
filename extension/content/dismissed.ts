/** What the reader answered with "not this": kept on this device, by a hash of the words, the last 500. */
import { api } from '../shared/api';

const KEY = 'dismissed';
const MOST = 500;

/** 53-bit hash of a text (cyrb53, public domain): the words themselves are not kept. */
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

export interface Dismissals {
  read(): Promise<ReadonlySet<string>>;
  /** Adds (or with `undo` takes back) the words of a mark. */
  set(text: string, undo?: boolean): Promise<ReadonlySet<string>>;
}

export const dismissals: Dismissals = {
  async read() {
    const kept: unknown = (await api.storage.local.get(KEY))[KEY];
    return new Set(Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string') : []);
  },
  async set(text, undo = false) {
    const all = new Set(await this.read());
    all.delete(hash(text));
    if (!undo) all.add(hash(text));
    const kept = [...all].slice(-MOST);
    await api.storage.local.set({ [KEY]: kept });
    return new Set(kept);
  },
};
