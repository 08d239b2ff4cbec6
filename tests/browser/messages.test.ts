/** Messages: what does not fit its schema or comes from the wrong place is not answered. No browser is needed. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type * as Senders from '../../extension/background/senders';
import type { AnnotatedText } from '../../extension/shared/document';
import { isPlace, PAGE_REQUESTS, type PageRequests, REQUESTS, type Requests } from '../../extension/shared/messages';
import { isPageState, type PageState } from '../../extension/shared/page-state';
import type * as Transport from '../../extension/shared/transport';

const DOCUMENT: AnnotatedText = {
  english: true,
  speakers: [{ id: 0, name: 'Ann Lee', role: 'mayor', kind: 'person', mentions: [[3, 10]] }],
  annotations: [
    {
      id: 0,
      category: 'direct',
      spans: [[12, 30]],
      cue: [31, 35],
      manner: 'speech',
      speaker: { id: 0, name: 'Ann Lee', mention: [3, 10] },
      confidence: 0.9,
    },
    {
      id: 1,
      category: 'contested',
      spans: [[12, 20]],
      cue: null,
      speaker: null,
      contest: { kind: 'denied', challenger: { id: null, name: 'article' }, evidence: [1, 2], counter: 0 },
      confidence: 1,
    },
  ],
};
const ARTICLE = { address: 'https://news.example/', title: 'A title', text: 'Some words.', document: DOCUMENT };
const STATE: PageState = {
  status: 'marked',
  extent: 'whole',
  host: 'news.example',
  title: 'A title',
  speakers: [{ id: 0, name: 'Ann Lee', role: null, kind: 'person', statements: 1, share: 1 }],
  marks: [{ id: 0, category: 'direct', contest: null, speaker: 0, text: 'words' }],
  counts: { direct: 1, mixed: 0, indirect: 0, contested: 0 },
  active: null,
  spotlight: 0,
};

/** One good message and one good answer of each kind. */
const GOOD: { [K in keyof Requests]: Requests[K] } = {
  annotate: { ask: { text: 'Some words.' }, answer: DOCUMENT },
  ready: { ask: { say: true }, answer: { notice: false } },
  story: { ask: {}, answer: true },
  frame: { ask: {}, answer: true },
  badge: { ask: { marks: 3 }, answer: true },
  write: { ask: { format: 'csv', article: ARTICLE }, answer: 'a,b' },
  start: { ask: { tab: 1 }, answer: true },
  search: { ask: { words: 'some words' }, answer: true },
};
const GOOD_OF_PAGES: { [K in keyof PageRequests]: PageRequests[K] } = {
  state: { ask: {}, answer: STATE },
  power: { ask: { on: null }, answer: STATE },
  anyway: { ask: {}, answer: STATE },
  spotlight: { ask: { speaker: 0 }, answer: STATE },
  step: { ask: { by: -1 }, answer: STATE },
  show: { ask: { mark: null }, answer: STATE },
  article: { ask: {}, answer: ARTICLE },
};

/** What no field may be. */
const WRONG: readonly unknown[] = [Number.NaN, -7.5, [{}], { toString: 'no' }, () => {}];
/** The only fields that may be missing. */
const MAY_BE_MISSING = ['manner', 'contest'];

/** Copies of a value, each with one part of it, however deep, wrong or missing. */
function* spoiled(value: unknown): Generator<[what: string, spoiled: unknown]> {
  for (const wrong of WRONG) yield [`is a wrong ${typeof wrong}`, wrong];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    const put = (changed: unknown): unknown =>
      Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed };
    for (const [what, changed] of spoiled(part)) yield [`${name} ${what}`, put(changed)];
    if (!MAY_BE_MISSING.includes(name)) yield [`${name} is missing`, put(undefined)];
  }
}

function rejectsAllButThis(check: (value: unknown) => boolean, good: unknown, what: string): void {
  assert.ok(check(good), what);
  for (const [how, bad] of spoiled(good)) {
    // Anything that is an object is a message without fields.
    if (Object.keys(good as object).length === 0 && typeof bad === 'object') continue;
    assert.ok(!check(bad), `${what}: ${how}`);
  }
}

describe('the schema of messages', () => {
  it('lets good messages and answers through, and none with a part that is wrong or missing', () => {
    for (const kind of Object.keys(GOOD) as (keyof Requests)[]) {
      rejectsAllButThis(REQUESTS[kind].ask, GOOD[kind].ask, `${kind}, asked`);
      rejectsAllButThis(REQUESTS[kind].answer, GOOD[kind].answer, `${kind}, answered`);
    }
    for (const kind of Object.keys(GOOD_OF_PAGES) as (keyof PageRequests)[]) {
      rejectsAllButThis(PAGE_REQUESTS[kind].ask, GOOD_OF_PAGES[kind].ask, `${kind}, asked of a page`);
      rejectsAllButThis(PAGE_REQUESTS[kind].answer, GOOD_OF_PAGES[kind].answer, `${kind}, answered by a page`);
    }
    rejectsAllButThis(isPageState, STATE, 'state, told');
    rejectsAllButThis(isPlace, { mark: 3 }, 'place, told');
  });

  it('knows sizes and names', () => {
    const { annotate, write, search } = REQUESTS;
    assert.ok(!annotate.ask({ text: 'x'.repeat(3_000_000) }));
    assert.ok(!search.ask({ words: '' }) && !search.ask({ words: 'x'.repeat(501) }));
    assert.ok(!write.ask({ format: 'exe', article: ARTICLE }));
    assert.ok(!PAGE_REQUESTS.step.ask({ by: 2 }));
    assert.ok(!isPageState({ ...STATE, status: 'fine' }));
    const [first] = DOCUMENT.annotations;
    for (const wrong of [{ spans: [[5, 5]] }, { spans: [[5, 4]] }, { spans: [[1, 2, 3]] }, { confidence: 1.5 }]) {
      assert.ok(!annotate.answer({ ...DOCUMENT, annotations: [{ ...first, ...wrong }] }), JSON.stringify(wrong));
    }
  });
});

describe('the senders of messages', () => {
  const ID = 'sayso';
  const OURS = `ext://${ID}/`;
  const popup = { id: ID, url: `${OURS}popup.html` };
  const ourTab = { id: ID, url: `${OURS}options.html`, tab: { id: 1 } };
  const contentScript = { id: ID, url: 'https://news.example/', tab: { id: 2 } };
  const likeOurs = { id: ID, url: `https://news.example/?${OURS}`, tab: { id: 2 } };
  const stranger = { id: 'another', url: `${OURS}popup.html` };

  type Listener = (message: unknown, sender: unknown, respond: (reply: unknown) => void) => boolean;
  const listeners: Listener[] = [];
  let sent: unknown;
  let transport: typeof Transport;
  let senders: typeof Senders;
  before(async () => {
    // The two read the browser's API when they are loaded.
    Object.assign(globalThis, {
      chrome: {
        runtime: {
          id: ID,
          getURL: (path: string) => OURS + path,
          sendMessage: async () => sent,
          onMessage: { addListener: (listener: Listener) => listeners.push(listener), removeListener: () => {} },
        },
      },
    });
    transport = await import('../../extension/shared/transport');
    senders = await import('../../extension/background/senders');
  });

  /** The reply to a message, or 'none'. */
  const reply = (message: unknown, sender: unknown): Promise<unknown> =>
    new Promise((done) => {
      if (!listeners.at(-1)?.(message, sender, done)) done('none');
    });

  it('are answered what they may ask, and nothing else', async () => {
    const handlers = Object.fromEntries(Object.keys(GOOD).map((kind) => [kind, () => kind]));
    transport.listen(handlers as unknown as Transport.Handlers<Requests>, REQUESTS, senders.mayAsk);
    const may: Record<keyof Requests, unknown[]> = {
      annotate: [contentScript, likeOurs, ourTab],
      ready: [contentScript, likeOurs, ourTab],
      story: [contentScript, likeOurs, ourTab],
      frame: [contentScript, likeOurs, ourTab],
      badge: [contentScript, likeOurs, ourTab],
      search: [contentScript, likeOurs, ourTab],
      start: [popup, ourTab],
      write: [popup, ourTab],
    };
    for (const [kind, { ask }] of Object.entries(GOOD)) {
      for (const sender of [popup, ourTab, contentScript, likeOurs, stranger]) {
        const expected = may[kind as keyof Requests].includes(sender) ? { ok: kind } : 'none';
        assert.deepEqual(await reply({ ...ask, kind }, sender), expected, `${kind} from ${JSON.stringify(sender)}`);
      }
    }
  });

  it('are not answered what is no message', async () => {
    for (const message of [null, undefined, 'state', 3, [], {}, { kind: 3 }, { kind: 'toString' }, { kind: 'own' }]) {
      assert.equal(await reply(message, popup), 'none', JSON.stringify(message));
    }
    assert.equal(await reply({ kind: 'start', tab: '1' }, popup), 'none');
  });

  it('reach a page from our own pages alone', () => {
    assert.deepEqual(
      [popup, ourTab, contentScript, likeOurs, stranger].map((sender) => transport.isOurs(sender as never)),
      [true, true, false, false, false],
    );
  });

  it('are told of a failure by name; an answer of another shape is one', async () => {
    const failure = async (reply: unknown): Promise<unknown> => {
      sent = reply;
      return transport.ask('start', { tab: 1 }).catch((error) => error.failure);
    };
    assert.equal(await failure({ ok: true }), true);
    assert.equal(await failure(undefined), 'gone');
    assert.equal(await failure({ failure: 'no-wasm' }), 'no-wasm');
    for (const wrong of [{ ok: 'yes' }, {}, { failure: 'else' }, 'ok', 7]) assert.equal(await failure(wrong), 'failed');
  });
});
