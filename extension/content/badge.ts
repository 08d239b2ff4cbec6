/** The number of marks on the toolbar button, for readers who want it there. */
import type { SettingsStore } from '../shared/settings';
import { ask } from '../shared/transport';
import type { Session } from './session';

/** Keeps the number right until the signal. Returns what tells it anew, to a browser that has forgotten it. */
export async function keepBadge(session: Session, settings: SettingsStore, ends: AbortSignal): Promise<() => void> {
  let wanted = false;
  let told: number | null = null;
  const tell = (): void => {
    const marks = wanted && session.status === 'marked' ? session.shown.length : null;
    if (marks === told) return;
    told = marks;
    ask('badge', { marks }).catch(() => {});
  };
  const use = ({ badge }: { badge: boolean }): void => {
    wanted = badge;
    tell();
  };
  const stops = [settings.watch(use), session.onChange((change) => change === 'marks' && tell())];
  ends.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  // Where storage is broken there is none.
  await settings.read().then(use, () => {});
  return () => {
    told = null;
    tell();
  };
}
