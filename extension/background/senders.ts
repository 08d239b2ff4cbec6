/** Who may ask the background for what. */
import type { Requests } from '../shared/messages';
import { isOurs } from '../shared/transport';

/** What only our own pages ask for; all else comes from the content scripts of pages. */
const OURS: ReadonlySet<keyof Requests> = new Set(['start', 'write']);

export const mayAsk = (kind: keyof Requests, sender: chrome.runtime.MessageSender): boolean =>
  OURS.has(kind) ? isOurs(sender) : sender.tab !== undefined;
