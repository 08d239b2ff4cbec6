/** Acts some time after a change, and ever less often while changes keep coming. No timer runs while nothing happens. */

/** Quiet time after a change, in ms; doubles up to the longest. */
const SHORTEST = 300;
const LONGEST = 20_000;
/** A page that was left alone for so long is young again, in ms. */
const CALM = 60_000;

export class Pace {
  readonly #act: () => void;
  #wait = SHORTEST;
  #last = -CALM;
  #timer: number | undefined;

  constructor(act: () => void) {
    this.#act = act;
  }

  /** Something changed. */
  soon(): void {
    if (this.#timer !== undefined) return;
    const now = performance.now();
    this.#wait = now - this.#last > CALM ? SHORTEST : Math.min(LONGEST, this.#wait * 2);
    this.#timer = window.setTimeout(() => {
      this.#timer = undefined;
      this.#last = performance.now();
      this.#act();
    }, this.#wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
