/**
 * The background: a service worker in Chromium, an event page in Firefox. Either is stopped when idle, so
 * every listener is added at once when the script starts, and nothing that matters is kept in memory.
 */
import './engine';
import { api } from '../shared/api';
import { REQUESTS } from '../shared/messages';
import { listen } from '../shared/transport';
import { createMenu, onCommand, onMenu } from './commands';
import { handlers } from './handlers';
import { read } from './inject';
import { mayAsk } from './senders';
import { syncSites } from './sites';

api.action.onClicked.addListener((tab) => {
  if (tab.id !== undefined) void read(tab.id, tab.url);
});
api.commands.onCommand.addListener((command, tab) => void onCommand(command, tab));
api.contextMenus.onClicked.addListener(onMenu);
listen(handlers, REQUESTS, mayAsk);

api.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.settings) void syncSites();
});
api.runtime.onStartup.addListener(() => void syncSites());
api.permissions.onAdded.addListener(() => void syncSites());
api.permissions.onRemoved.addListener(() => void syncSites());

api.runtime.onInstalled.addListener(({ reason, ...more }) => {
  createMenu();
  void syncSites();
  // Firefox tells when it is loaded for a while only, by a developer or a test: nobody is to be welcomed.
  if (reason === 'install' && !('temporary' in more && more.temporary)) void api.tabs.create({ url: 'welcome.html' });
});
