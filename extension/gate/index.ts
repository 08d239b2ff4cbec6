/**
 * What runs by itself on the sites that the reader allowed: has the reader script brought in as soon as there is
 * something to read, and is next to nothing on a page that has no story.
 */
import { Pace } from '../content/pace';
import { ask } from '../shared/transport';
import { mayHaveStory } from './prose';

const world = globalThis as { saysoGate?: boolean; saysoReader?: unknown };

if (!world.saysoGate && !world.saysoReader) {
  world.saysoGate = true;
  watch();
}

function watch(): void {
  const ends = new AbortController();
  const look = (): void => {
    // A click may have brought the reader in before.
    if (!world.saysoReader && !mayHaveStory(document)) return;
    ends.abort();
    observer.disconnect();
    pace.stop();
    if (!world.saysoReader) ask('story', {}).catch(() => {});
  };
  const pace = new Pace(look);
  const observer = new MutationObserver(() => pace.soon());
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  // A frame that was there from the first may have its story later.
  const loaded = ({ target }: Event): void => {
    if (target instanceof HTMLIFrameElement) pace.soon();
  };
  document.addEventListener('load', loaded, { capture: true, signal: ends.signal });
  look();
}
