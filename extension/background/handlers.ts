/** One handler for each request to the background. */
import { api } from '../shared/api';
import type { Handlers, Requests } from '../shared/messages';
import { annotate } from './engine';
import { read, wasAsked } from './inject';
import { offerPopup, openPopup } from './toolbar';

export const handlers: Handlers<Requests> = {
  annotate: ({ text }) => annotate(text),

  async ready({ say }, { tab }) {
    if (tab?.id === undefined) return { notice: false };
    await offerPopup(tab.id);
    if (!wasAsked(tab.id) || !say) return { notice: false };
    return { notice: !(tab.active && (await openPopup())) };
  },

  async start({ tab }) {
    const { url } = await api.tabs.get(tab);
    await read(tab, url);
    return true;
  },

  async search({ words }) {
    await api.search.query({ text: words, disposition: 'NEW_TAB' });
    return true;
  },
};

/** Content scripts of pages ask for annotations and say that they are ready; only our own pages start a tab. */
export const mayAsk = (kind: keyof Requests, { tab, url }: chrome.runtime.MessageSender): boolean =>
  kind === 'start' ? url?.startsWith(api.runtime.getURL('')) === true : tab !== undefined;
