/**
 * The panel: what is marked on the page in front, as a list beside it. It goes with the reader from tab to tab and
 * up and down the page, and is the way through the marks for whoever does not see them.
 */
import { byId } from '../shared/dom';
import { t } from '../shared/i18n';
import type { PageState } from '../shared/page-state';
import { DEFAULTS, type Settings, stored } from '../shared/settings';
import { extentText, statusText } from '../shared/status-text';
import { keepButtons } from '../ui/keep';
import { localize } from '../ui/localize';
import { conditionOf, follow, tell } from '../ui/page';
import { MarkList } from './list';
import { watchPlace } from './place';
import { isClosed, watchTab } from './tab';

localize();

let tab = -1;
/** Undefined until the page has answered; null where there is no reader in it. */
let state: PageState | null | undefined;
let closed = false;
let settings: Settings = await stored.read().catch(() => DEFAULTS);

const list = new MarkList(byId('list'), {
  show: (mark) => tell(tab, 'show', { mark }),
  leave: () => tell(tab, 'show', { mark: null }),
});
byId('keep').append(keepButtons(() => tab));

const orders = [...document.querySelectorAll<HTMLInputElement>('#order input')];
for (const input of orders) {
  input.onchange = () =>
    stored
      .change((now) => ({ ...now, order: input.value === 'speaker' ? 'speaker' : 'text' }))
      .catch(() => {
        draw();
        byId('status').textContent = t('notSaved');
      });
}
stored.watch((changed) => {
  settings = changed;
  draw();
});

let leave = (): void => {};
watchTab((now) => {
  leave();
  tab = now;
  state = undefined;
  closed = false;
  let stopPlace = (): void => {};
  const stopState = follow(now, (changed) => {
    if (!state && changed) {
      stopPlace();
      stopPlace = watchPlace(now, (mark) => list.arrive(mark));
    }
    state = changed;
    if (changed === null) void seeWhetherClosed(now);
    else draw();
  });
  leave = () => {
    stopState();
    stopPlace();
  };
});

/** A page that cannot be read is said to be one at once, not first taken for one that was not read yet. */
async function seeWhetherClosed(asked: number): Promise<void> {
  const found = await isClosed(asked);
  if (asked !== tab || state !== null) return;
  closed = found;
  draw();
}

function draw(): void {
  const condition = conditionOf(state, closed);
  const marked = state?.status === 'marked' ? state : null;
  byId('title').textContent = state?.title || t('panelTitle');
  byId('status').textContent = condition === 'idle' ? t('panelIdle') : statusText(condition, state?.marks.length ?? 0);
  byId('extent').textContent = state ? extentText(state) : '';
  byId('progress').hidden = condition !== 'reading';
  byId('order').hidden = !marked?.marks.length;
  byId('keeping').hidden = !marked?.marks.length;
  for (const input of orders) input.checked = input.value === settings.order;
  list.draw(marked, settings.order);
}
