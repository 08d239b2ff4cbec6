/** The options: what is marked and how it looks, on which sites, and what is kept. */
import { api } from '../shared/api';
import { CATEGORIES } from '../shared/document';
import { byId, h } from '../shared/dom';
import { t } from '../shared/i18n';
import { PALETTES } from '../shared/palettes';
import { CERTAINTIES, DEFAULTS, LABEL_MODES, originsOf, type Settings, stored, withSite } from '../shared/settings';
import { categorySwitches } from '../ui/category-switches';
import { localize } from '../ui/localize';
import { choice } from './choice';
import { load, save } from './file';

localize();

const attitudes = byId<HTMLInputElement>('attitudes');
const badge = byId<HTMLInputElement>('badge');
const read = (): Promise<Settings> => stored.read().catch(() => DEFAULTS);
const keep = (edit: (now: Settings) => Settings): Promise<unknown> =>
  stored.change(edit).catch(async () => {
    draw(await read());
    say('notSaved');
  });
const change = (some: Partial<Settings>): void => void keep((now) => ({ ...now, ...some }));
const categories = categorySwitches(
  (category, on) => void keep((now) => ({ ...now, categories: { ...now.categories, [category]: on } })),
);
byId('categories').append(categories.element);
attitudes.onchange = () => change({ attitudes: attitudes.checked });
const certainty = choice(
  'certainty',
  CERTAINTIES,
  (value) => [t(`certainty_${value}`)],
  (value) => change({ certainty: value }),
);
const palette = choice(
  'palette',
  PALETTES,
  (value) => [
    t(`palette_${value}`),
    h(
      'span',
      { class: 'sample', 'data-palette': value, 'aria-hidden': 'true' },
      ...CATEGORIES.map((category) => h('span', { class: `kind ${category}` }, t(`category_${category}`))),
    ),
  ],
  (value) => change({ palette: value }),
);
const labels = choice(
  'labels',
  LABEL_MODES,
  (value) => [t(`labels_${value}`)],
  (value) => change({ labels: value }),
);
badge.onchange = () => change({ badge: badge.checked });
const linesOnly = byId<HTMLInputElement>('lines-only');
linesOnly.onchange = () => change({ linesOnly: linesOnly.checked });

const say = (key: string): void => {
  byId('done').textContent = t(key);
};
const file = byId<HTMLInputElement>('file');
byId('export').onclick = () => void save();
byId('import').onclick = () => file.click();
file.onchange = () => {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  load(chosen).then(
    () => say('importDone'),
    () => say('importFailed'),
  );
  file.value = ''; // the same file may be chosen again
};
byId('reset').onclick = () => {
  reset().then(
    () => say('resetDone'),
    () => say('notSaved'),
  );
};

async function reset(): Promise<void> {
  const { sites } = await stored.read();
  await Promise.all(Object.keys(sites).map(forget));
  await api.storage.local.clear();
}

stored.watch(draw);
draw(await read());
await drawShortcuts();

function draw(settings: Settings): void {
  categories.show(settings);
  attitudes.checked = settings.attitudes;
  certainty.show(settings.certainty);
  palette.show(settings.palette);
  linesOnly.checked = settings.linesOnly;
  labels.show(settings.labels);
  byId('palette').dataset.style = settings.linesOnly ? 'line' : 'fill';
  badge.checked = settings.badge;
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
  await keep((now) => withSite(now, host, null));
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
