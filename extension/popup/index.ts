/** The popup: a picture of the page's state with the switches that change it. */
import { api } from '../shared/api';
import { byId } from '../shared/dom';
import { t } from '../shared/i18n';
import type { PageState } from '../shared/page-state';
import { openPanel } from '../shared/panel';
import { DEFAULTS, stored } from '../shared/settings';
import { extentText, statusText } from '../shared/status-text';
import { ask } from '../shared/transport';
import { categorySwitches } from '../ui/category-switches';
import { keepButtons } from '../ui/keep';
import { localize } from '../ui/localize';
import { conditionOf, follow, tell } from '../ui/page';
import { voices } from '../ui/voices';
import { siteChoice } from './site';
import { closeWithPage, foundClosed, hostOf, tab } from './tab';

const LISTED_VOICES = 6;
/** A page that has not answered after so many ms is drawn as one that is being read. */
const PATIENCE = 40;

localize();
void closeWithPage();

const power = byId<HTMLInputElement>('power');
const start = byId<HTMLButtonElement>('start');
const categories = categorySwitches((category, on) => {
  stored.change((now) => ({ ...now, categories: { ...now.categories, [category]: on } })).catch(notSaved);
});
byId('categories').append(categories.element);
const speakers = voices(LISTED_VOICES, (speaker) => tell(tab, 'spotlight', { speaker }));
byId('voices').append(speakers.element);
byId('keep').append(keepButtons(() => tab));

/** Undefined until the page has answered; null where there is no reader in it. */
let state: PageState | null | undefined;
let closed = foundClosed;
const answered = new Promise<void>((done) => {
  follow(tab, (now) => {
    state = now;
    done();
    if (!document.body.hidden) draw();
  });
  setTimeout(done, closed ? 0 : PATIENCE);
});
const [first, host] = await Promise.all([stored.read().catch(() => DEFAULTS), hostOf(), answered]);
let settings = first;
stored.watch((changed) => {
  settings = changed;
  draw();
});
await siteChoice(host, first, (mode) => {
  // Allowed at last: the page at hand is marked too.
  if (mode === 'always' && !state) void read();
});
// Nothing is shown before all of it is known.
draw();
document.body.hidden = false;
performance.mark('shown', { detail: conditionOf(state, closed) });

power.onchange = () => tell(tab, 'power', { on: power.checked });
byId('previous').onclick = () => tell(tab, 'step', { by: -1 });
byId('next').onclick = () => tell(tab, 'step', { by: 1 });
byId('options').onclick = () => {
  void api.runtime.openOptionsPage();
  window.close();
};
byId('panel').onclick = () => {
  openPanel(tab).then(
    () => window.close(),
    () => {},
  );
};
start.onclick = () => {
  if (state?.status === 'not-english') tell(tab, 'anyway', {});
  else void read();
};

/** Has the page read, as a click on the toolbar button does; it tells of itself from then on. */
async function read(): Promise<void> {
  closed = !(await ask('start', { tab }).catch(() => false));
  draw();
}

/** Storage is full or broken: what was chosen goes back to what is in force. */
function notSaved(): void {
  draw();
  byId('status').textContent = t('notSaved');
}

function draw(): void {
  const condition = conditionOf(state, closed);
  const marked = condition === 'marked';
  byId('status').textContent = statusText(condition, state?.marks.length ?? 0);
  byId('extent').textContent = state ? extentText(state) : '';
  byId('progress').hidden = condition !== 'reading';
  power.checked = Boolean(state) && condition !== 'off' && condition !== 'never';
  power.disabled = !state || condition === 'never';
  start.hidden = condition !== 'idle' && condition !== 'not-english';
  start.textContent = t(condition === 'not-english' ? 'markAnyway' : 'markPage');
  byId('found').hidden = !marked;
  categories.show(settings, state?.counts);
  byId('who').hidden = !state?.speakers.length;
  if (state) speakers.show(state);
  byId('keeping').hidden = !state?.marks.length;
  for (const id of ['previous', 'next']) byId<HTMLButtonElement>(id).disabled = !state?.marks.length;
}
