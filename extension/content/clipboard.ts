/**
 * Puts text on the clipboard, called while a click is handled. Pages without a secure connection have no
 * `navigator.clipboard`, and some forbid it by their policy; the older command still works there.
 */
export async function copy(text: string): Promise<void> {
  if (!navigator.clipboard) return copyByCommand(text);
  await navigator.clipboard.writeText(text).catch(() => copyByCommand(text));
}

function copyByCommand(text: string): void {
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', give, { capture: true, once: true });
  const done = document.execCommand('copy');
  window.removeEventListener('copy', give, { capture: true });
  if (!done) throw new Error('the browser does not copy');
}
