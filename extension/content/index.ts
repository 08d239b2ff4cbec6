/** The content script: a reader for this page, worked by messages from the popup and the background. */
import { api, connected } from '../shared/api';
import type { AnnotatedText } from '../shared/document';
import { t } from '../shared/i18n';
import { PAGE_REQUESTS, type PageRequests, PLACE_PORT, type Place, STATE_PORT } from '../shared/messages';
import type { PageState } from '../shared/page-state';
import { stored } from '../shared/settings';
import { statusText } from '../shared/status-text';
import { ask, isOurs, listen, Refusal } from '../shared/transport';
import { findArticle } from './article/find';
import { keepBadge } from './badge';
import { dismissals } from './dismissed';
import { isReadHere, storyFrame } from './frames';
import { watchPlace } from './place';
import { Reader } from './reader';

/** What a second injection into the same page finds. */
interface Running {
  /** Goes on after a click on the toolbar button; false if the extension behind it is gone. */
  again(): boolean;
}

/** Asks the core; once more where the background was stopped before it could answer. */
async function annotate(text: string): Promise<AnnotatedText> {
  try {
    return await ask('annotate', { text });
  } catch (error) {
    if (!(error instanceof Refusal && error.failure === 'gone' && connected())) throw error;
    return ask('annotate', { text });
  }
}

const world = globalThis as { saysoReader?: Running };

if (!world.saysoReader?.again() && isReadHere()) world.saysoReader = run();

function run(): Running {
  const reader = new Reader({
    annotate,
    find: findArticle,
    settings: stored,
    dismissals,
    search: (words) => void ask('search', { words }).catch(() => {}),
  });
  const { session } = reader;
  // All that follows is done while the core is at work: in Firefox each first use of an API costs milliseconds.
  const started = reader.start();
  const ends = new AbortController();

  const ports = new Set<chrome.runtime.Port>();
  const connect = (port: chrome.runtime.Port): void => {
    if (!port.sender || !isOurs(port.sender)) return;
    if (port.name === PLACE_PORT) {
      const stop = watchPlace(
        () => reader.place(),
        (mark) => port.postMessage({ mark } satisfies Place),
      );
      port.onDisconnect.addListener(stop);
      ends.signal.addEventListener('abort', stop);
    }
    if (port.name !== STATE_PORT) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.postMessage(session.state());
  };
  api.runtime.onConnect.addListener(connect);
  let telling = false;
  session.onChange(() => {
    if (telling || ports.size === 0) return;
    telling = true;
    queueMicrotask(() => {
      telling = false;
      const state = session.state();
      for (const port of ports) port.postMessage(state);
    });
  });

  const then = (act: () => void) => (): PageState => {
    act();
    return session.state();
  };
  const silence = listen<PageRequests>(
    {
      state: () => session.state(),
      power: ({ on }) => then(() => session.power(on))(),
      anyway: then(() => session.markAnyway()),
      spotlight: ({ speaker }) => then(() => session.setSpotlight(speaker))(),
      step: ({ by }) => reader.step(by),
      show: ({ mark }) => then(() => (mark === null ? reader.close() : reader.open(mark, true)))(),
      article: () => session.article(),
    },
    PAGE_REQUESTS,
    (_, sender) => isOurs(sender),
  );

  /** Tells the background that the toolbar button is to open the popup; says what there is to say. */
  const announce = async (): Promise<void> => {
    const say = session.status !== 'marked' && session.status !== 'off';
    const { notice } = await ask('ready', { say });
    if (notice) reader.notice({ text: statusText(session.status, session.shown.length), close: t('close') });
  };

  /** An update or a removal of the extension cuts this script off: take the marks away and say so, once. */
  const leaveIfCut = (): boolean => {
    if (connected()) return false;
    silenceAll();
    reader.dispose();
    reader.notice(updated);
    return true;
  };
  // Read while the extension can still be asked for it.
  const updated = { text: t('status_updated'), close: t('close') };
  const silenceAll = (): void => {
    ends.abort();
    try {
      api.runtime.onConnect.removeListener(connect);
      silence();
    } catch {
      // The API is gone, and the listeners with it.
    }
  };
  const look = (): void => void leaveIfCut();
  session.onChange(() => session.status === 'failed' && look());
  document.addEventListener('visibilitychange', look, { signal: ends.signal });
  window.addEventListener('focus', look, { signal: ends.signal });
  window.addEventListener('click', look, { capture: true, passive: true, signal: ends.signal });
  // Back from the back/forward cache: the button of this tab has forgotten its popup.
  window.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted || leaveIfCut()) return;
      announce().catch(() => {});
      void badge.then((tell) => tell());
    },
    { signal: ends.signal },
  );

  let handing = false;
  /** Leaves the page to a reader in the frame that has its story, if one has; tells whether. */
  const handOver = async (): Promise<boolean> => {
    if (ends.signal.aborted || session.status !== 'no-article' || window !== window.top) return false;
    if (!storyFrame(document)) return false;
    handing = true;
    silenceAll();
    reader.dispose();
    for (const port of ports) port.disconnect();
    // The script is brought into this page, too, which it is to find taken care of.
    await ask('frame', {}).finally(() => {
      handing = false;
    });
    return true;
  };
  const opened = (event: Event): void => {
    if (event.target instanceof HTMLIFrameElement) handOver().catch(() => {});
  };
  document.addEventListener('load', opened, { capture: true, signal: ends.signal });

  const badge = keepBadge(session, stored, ends.signal);
  started.then(async () => (await handOver()) || announce()).catch(() => leaveIfCut());

  return {
    again() {
      if (handing) return true;
      if (!connected() || ends.signal.aborted) return false;
      if (session.status === 'off') session.power(true);
      announce().catch(() => {});
      return true;
    },
  };
}
