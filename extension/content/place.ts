/** Tells which mark the reader has scrolled to, as long as somebody wants to know. */
export function watchPlace(place: () => number | null, tell: (mark: number | null) => void): () => void {
  let last: number | null | undefined;
  let frame = 0;
  const look = (): void => {
    frame = 0;
    const now = place();
    if (now !== last) tell(now);
    last = now;
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(look);
  };
  document.addEventListener('scroll', soon, { capture: true, passive: true });
  look();
  return () => {
    document.removeEventListener('scroll', soon, { capture: true });
    cancelAnimationFrame(frame);
  };
}
