/** The options: what is marked, on which sites, and what is kept. */
import { api } from '../shared/api';
import { byId, h, translate } from '../shared/dom';
import { language, t } from '../shared/i18n';
import { originsOf, type Settings, stored, withSite } from '../shared/settings';
import { categorySwitches } from '../ui/category-switches';

document.documentElement.lang = language();
document.documentElement.dir = t('@@bidi_dir');
translate(t);

const attitudes = byId<HTMLInputElement>('attitudes');
const categories = categorySwitches((category, on) => {
  void stored.change((now) => ({ ...now, categories: { ...now.categories, [category]: on } }));
});
byId('categories').append(categories.element);
attitudes.onchange = () => void stored.change((now) => ({ ...now, attitudes: attitudes.checked }));
byId('reset').onclick = async () => {
  const { sites } = await stored.read();
  await Promise.all(Object.keys(sites).map(forget));
  await api.storage.local.clear();
  byId('done').textContent = t('resetDone');
};

stored.watch(draw);
draw(await stored.read());
await drawShortcuts();

function draw(settings: Settings): void {
  categories.show(settings.categories);
  attitudes.checked = settings.attitudes;
  const sites = Object.entries(settings.sites).sort(([a], [b]) => a.localeCompare(b));
  byId('no-sites').hidden = sites.length > 0;
  byId('sites').replaceChildren(
    ...sites.map(([host, mode]) =>
      h(
        'li',
        {},
        h('span', { class: 'host' }, host),
        h('span', { class: 'mode' }, t(mode === 'always' ? 'siteAlways' : 'siteNever')),
        h(
          'button',
          { class: 'button', type: 'button', 'aria-label': t('removeSite', host), onclick: () => void forget(host) },
          t('remove'),
        ),
      ),
    ),
  );
}

/** Forgets a site, and gives back the permission to read it. */
async function forget(host: string): Promise<void> {
  await stored.change((now) => withSite(now, host, null));
  await api.permissions.remove({ origins: originsOf(host) }).catch(() => false);
}

async function drawShortcuts(): Promise<void> {
  const commands = await api.commands.getAll();
  byId('shortcuts').replaceChildren(
    ...commands
      .filter(({ description }) => description)
      .flatMap(({ description, shortcut }) => [
        h('dt', {}, description ?? ''),
        h('dd', {}, shortcut || t('shortcutNone')),
      ]),
  );
}
