/** Clicks on marks, and the mark under the mouse. Marks are no elements: the page's own events are looked at. */
import type { Mark } from './marks';

export interface PointerActions {
  /** The mark at a point of the window. */
  at(x: number, y: number): Mark | null;
  hover(mark: Mark | null): void;
  /** A plain click on a mark, or on none. */
  click(mark: Mark | null): void;
  /** Whether an event belongs to our own elements. */
  ours(event: Event): boolean;
}

/** What a click is meant for, if it is not meant for the text. */
const CONTROLS =
  'a[href],button,input,select,textarea,label,summary,video,audio,[contenteditable],[role="button"],[role="link"]';

const isControl = (target: EventTarget): boolean => target instanceof Element && target.matches(CONTROLS);

/** Listens until the function that it returns is called. */
export function watchPointer(actions: PointerActions): () => void {
  const ends = new AbortController();
  const options = { capture: true, passive: true, signal: ends.signal };
  let frame = 0;
  let hovered: Mark | null = null;
  const hover = (mark: Mark | null): void => {
    if (mark !== hovered) actions.hover(mark);
    hovered = mark;
  };

  window.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || actions.ours(event)) return;
      const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      const reading = plain && !event.composedPath().some(isControl) && (getSelection()?.isCollapsed ?? true);
      actions.click(reading ? actions.at(event.clientX, event.clientY) : null);
    },
    options,
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (frame || event.pointerType !== 'mouse') return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        hover(actions.ours(event) ? null : actions.at(event.clientX, event.clientY));
      });
    },
    options,
  );
  document.addEventListener('pointerleave', () => hover(null), options);
  return () => {
    ends.abort();
    cancelAnimationFrame(frame);
  };
}
