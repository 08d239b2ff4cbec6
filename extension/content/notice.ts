/** A few words in a corner of the window, where the popup cannot open to say them. */
import { h } from '../shared/dom';
import { t } from '../shared/i18n';
import type { Overlay } from './overlay';
import { themes } from './theme';

/** Shows a text until the reader closes it. Returns what closes it. */
export function notice(overlay: Overlay, text: string): () => void {
  const close = () => box.remove();
  const theme = themes()(document.body);
  const box = h(
    'div',
    { class: `notice ${theme}`, popover: 'manual', role: 'status' },
    h('p', {}, text),
    h('button', { class: 'tool icon', type: 'button', 'aria-label': t('close'), onclick: close }, '×'),
  );
  overlay.add(box);
  box.showPopover();
  return close;
}
