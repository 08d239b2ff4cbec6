/** One handler for each request to the background. */
import { api } from '../shared/api';
import type { Requests } from '../shared/messages';
import type { Handlers } from '../shared/transport';
import { annotate, write } from './engine';
import { inject, read, wasAsked } from './inject';
import { offerPopup, openPopup, showBadge } from './toolbar';

export const handlers: Handlers<Requests> = {
  annotate: ({ text }) => annotate(text),

  async ready({ say }, { tab }) {
    if (tab?.id === undefined) return { notice: false };
    await offerPopup(tab.id);
    if (!wasAsked(tab.id) || !say) return { notice: false };
    return { notice: !(tab.active && (await openPopup())) };
  },

  async story(_, { tab, frameId }) {
    if (tab?.id !== undefined && frameId === 0) await inject({ tabId: tab.id });
    return true;
  },

  async frame(_, { tab, frameId }) {
    if (tab?.id !== undefined && frameId === 0) await inject({ tabId: tab.id, allFrames: true });
    return true;
  },

  async badge({ marks }, { tab }) {
    if (tab?.id !== undefined) await showBadge(tab.id, marks);
    return true;
  },

  write: ({ format, article }) => write(format, article),

  async start({ tab }) {
    const { url } = await api.tabs.get(tab);
    return read(tab, url);
  },

  async search({ words }) {
    await api.search.query({ text: words, disposition: 'NEW_TAB' });
    return true;
  },
};
