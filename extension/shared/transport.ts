/** How messages are sent, received and answered. What does not fit its schema is not used, on either side. */
import { api } from './api';
import { fields, oneOf } from './check';
import {
  type Answer,
  type Ask,
  PAGE_REQUESTS,
  type PageRequests,
  REQUESTS,
  type Requests,
  type Schema,
} from './messages';

/** What a request may come back with instead of an answer. */
const FAILURES = ['no-wasm', 'failed', 'gone'] as const;
export type Failure = (typeof FAILURES)[number];
export type Reply<T> = { readonly ok: T } | { readonly failure: Failure };
const isFailure = fields<{ failure: Failure }>({ failure: oneOf(...FAILURES) });

/** A failure that the other side is told about by name. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure);
  }
}

export type Handlers<M> = {
  [K in keyof M]: (ask: Ask<M, K>, sender: chrome.runtime.MessageSender) => Answer<M, K> | Promise<Answer<M, K>>;
};

/** Whether a message or a port comes from a page of our own or from the background, not from a page's content script. */
export const isOurs = ({ id, tab, url }: chrome.runtime.MessageSender): boolean =>
  id === api.runtime.id && (!tab || url?.startsWith(api.runtime.getURL('')) === true);

/** Answers messages by one handler per kind. Whatever does not fit its schema is dropped unanswered. */
export function listen<M>(
  handlers: Handlers<M>,
  schema: Schema<M>,
  allowed: (kind: keyof M, sender: chrome.runtime.MessageSender) => boolean,
): () => void {
  const listener = (
    message: unknown,
    sender: chrome.runtime.MessageSender,
    respond: (reply: Reply<unknown>) => void,
  ): boolean => {
    if (typeof message !== 'object' || message === null) return false;
    const { kind, ...ask } = message as Record<string, unknown>;
    if (typeof kind !== 'string' || !Object.hasOwn(schema, kind)) return false;
    const name = kind as keyof M;
    if (sender.id !== api.runtime.id || !allowed(name, sender) || !schema[name].ask(ask)) return false;
    Promise.resolve()
      .then(() => handlers[name](ask as Ask<M, keyof M>, sender))
      .then(
        (ok) => respond({ ok }),
        (error: unknown) => respond({ failure: error instanceof Refusal ? error.failure : 'failed' }),
      );
    return true;
  };
  api.runtime.onMessage.addListener(listener);
  return () => api.runtime.onMessage.removeListener(listener);
}

/** Sends at once, not a moment later: what a caller does next may take its time. */
async function open<M, K extends keyof M>(
  schema: Schema<M>,
  kind: K,
  send: () => Promise<unknown>,
): Promise<Answer<M, K>> {
  let reply: unknown;
  try {
    reply = await send();
  } catch {
    // Nobody is there to answer.
  }
  if (reply === undefined || reply === null) throw new Refusal('gone');
  if (isFailure(reply)) throw new Refusal(reply.failure);
  const { ok } = reply as { ok?: unknown };
  if (!schema[kind].answer(ok)) throw new Refusal('failed');
  return ok;
}

/** Asks the background. Rejects with a {@link Refusal}. */
export function ask<K extends keyof Requests>(kind: K, body: Ask<Requests, K>): Promise<Answer<Requests, K>> {
  return open(REQUESTS, kind, () => api.runtime.sendMessage({ ...(body as object), kind }));
}

/** Asks the reader of a tab, in whichever frame it is: there is one. Rejects with a {@link Refusal}: `gone` where there is none. */
export function askPage<K extends keyof PageRequests>(
  tab: number,
  kind: K,
  body: Ask<PageRequests, K>,
): Promise<Answer<PageRequests, K>> {
  return open(PAGE_REQUESTS, kind, () => api.tabs.sendMessage(tab, { ...(body as object), kind }));
}
