/** The popup: a picture of the page's state with the switches that change it. */
import { api } from '../shared/api';
import { byId, translate } from '../shared/dom';
import { language, plural, t } from '../shared/i18n';
import { ask } from '../shared/messages';
import type { PageState } from '../shared/page-state';
import { DEFAULTS, stored } from '../shared/settings';
import { categorySwitches } from '../ui/category-switches';
import { voices } from '../ui/voices';
import { closed, closeWithPage, follow, hostOf, tab, tell } from './page';
import { siteChoice } from './site';

const LISTED_VOICES = 6;

document.documentElement.lang = language();
document.documentElement.dir = t('@@bidi_dir');
translate(t);
void closeWithPage();

const power = byId<HTMLInputElement>('power');
const start = byId<HTMLButtonElement>('start');
const categories = categorySwitches((category, on) => {
  void stored.change((now) => ({ ...now, categories: { ...now.categories, [category]: on } }));
});
byId('categories').append(categories.element);
const speakers = voices(LISTED_VOICES, (speaker) => tell('spotlight', { speaker }));
byId('voices').append(speakers.element);

let settings = DEFAULTS;
let state: PageState | null = null;
stored.watch((changed) => {
  settings = changed;
  draw();
});

follow((now) => {
  state = now;
  draw();
});
settings = await stored.read();
draw();
siteChoice(await hostOf(), settings, (mode) => {
  // Allowed at last: the page at hand is marked too.
  if (mode === 'always' && !state) void ask('start', { tab }).then(again, () => {});
});

power.onchange = () => tell('power', { on: power.checked });
byId('previous').onclick = () => tell('step', { by: -1 });
byId('next').onclick = () => tell('step', { by: 1 });
byId('options').onclick = () => {
  void api.runtime.openOptionsPage();
  window.close();
};
start.onclick = () => {
  if (state?.status === 'not-english') tell('anyway', {});
  else void ask('start', { tab }).then(again, () => {});
};

function again(): void {
  location.replace(`popup.html?tab=${tab}`);
}

function draw(): void {
  const status = state?.status ?? (closed ? 'closed' : 'idle');
  const marked = status === 'marked';
  byId('status').textContent =
    marked && state ? plural('status_marked', state.marks.length) : t(`status_${status.replace(/-/g, '_')}`);
  byId('progress').hidden = status !== 'reading';
  power.checked = state !== null && !['off', 'never'].includes(status);
  power.disabled = !state || status === 'never';
  start.hidden = !['idle', 'not-english'].includes(status);
  start.textContent = t(status === 'not-english' ? 'markAnyway' : 'markPage');
  byId('found').hidden = !marked;
  categories.show(settings, state?.counts);
  byId('who').hidden = !state?.speakers.length;
  if (state) speakers.show(state);
  for (const id of ['previous', 'next']) byId<HTMLButtonElement>(id).disabled = !state?.marks.length;
}
