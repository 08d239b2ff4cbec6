/** When pages of this site are marked: on a click, always, or never. */
import { api } from '../shared/api';
import { byId } from '../shared/dom';
import { t } from '../shared/i18n';
import { originsOf, type Settings, type SiteMode, stored, withSite } from '../shared/settings';

/** Shows the choice for a host and carries it out. */
export async function siteChoice(
  host: string,
  settings: Settings,
  marksWanted: (mode: SiteMode | null) => void,
): Promise<void> {
  if (!host) return;
  const field = byId('site');
  byId('site-name').textContent = t('thisSiteNamed', host);
  const inputs = [...field.querySelectorAll<HTMLInputElement>('input')];
  const select = (now: Settings): void => {
    for (const input of inputs) input.checked = input.value === (now.sites[host] ?? 'click');
  };
  // The browser's question closes the popup that asked it: whoever said no there is told when it opens again.
  const refused = settings.sites[host] === 'always' && !(await api.permissions.contains({ origins: originsOf(host) }));
  select(refused ? withSite(settings, host, null) : settings);
  if (refused) byId('site-note').textContent = t('siteRefused');
  field.hidden = false;
  stored.watch(select);
  for (const input of inputs) {
    input.onchange = () =>
      choose(input.value).catch(() => {
        select(settings);
        byId('site-note').textContent = t('notSaved');
      });
  }

  async function choose(value: string): Promise<void> {
    const mode = value === 'always' || value === 'never' ? value : null;
    // Asked before anything is awaited: the browser shows its question only for the click itself. The choice
    // is kept meanwhile, since the question may close this popup; the background carries it out either way.
    const allowed = mode === 'always' ? api.permissions.request({ origins: originsOf(host) }) : Promise.resolve(true);
    const kept = stored.change((now) => withSite(now, host, mode));
    byId('site-note').textContent = '';
    const granted = await allowed.catch(() => false);
    await kept;
    if (!granted) {
      await stored.change((now) => withSite(now, host, null));
      byId('site-note').textContent = t('siteRefused');
      return;
    }
    if (mode !== 'always') await api.permissions.remove({ origins: originsOf(host) }).catch(() => false);
    marksWanted(mode);
  }
}
