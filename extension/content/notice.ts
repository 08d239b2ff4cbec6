/** A few words in a corner of the window, where the popup cannot open to say them. */
import { h } from '../shared/dom';
import type { Overlay } from './overlay';
import { themes } from './theme';

/** The words of a notice; given, since they cannot be asked for any more once the extension is gone. */
export interface NoticeText {
  readonly text: string;
  readonly close: string;
  /** Something that can be done about it. */
  readonly action?: { readonly name: string; readonly go: () => void };
}

/** Shows a text until the reader closes it. Returns what closes it. */
export function notice(overlay: Overlay, { text, close: closeName, action }: NoticeText): () => void {
  const close = () => box.remove();
  const act = () => {
    close();
    action?.go();
  };
  const theme = themes()(document.body);
  const box = h(
    'div',
    { class: `notice ${theme}`, popover: 'manual', role: 'status', dir: 'auto' },
    h('p', {}, text),
    action && h('button', { class: 'tool', type: 'button', onclick: act }, action.name),
    h('button', { class: 'tool icon', type: 'button', 'aria-label': closeName, onclick: close }, '×'),
  );
  overlay.add(box);
  box.showPopover();
  return close;
}
