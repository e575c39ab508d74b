/** Cells of the shared memory: how many documents have been claimed, and the first one that failed. */
const claimed = 0;
const failed = 1;
const cells = 2;

/**
 * Who judges which document: threads claim one after the other from a list that all of them share, so that none waits
 * while there is something left. The largest come first, lest one of them be begun when all else is done.
 *
 * When a document makes the whole run fail, those after it are not begun any more; those before it are, since the
 * first failure in the order of the documents is told, whoever meets one first.
 */
export class Claims {
  readonly #cells: Int32Array;
  readonly #order: Int32Array;

  /** @param memory what `shared` made, here or in another thread */
  constructor(readonly memory: SharedArrayBuffer) {
    this.#cells = new Int32Array(memory, 0, cells);
    this.#order = new Int32Array(memory, cells * Int32Array.BYTES_PER_ELEMENT);
  }

  /** @param sizes of the documents, in bytes */
  static of(sizes: readonly number[]): Claims {
    const bytes = (cells + sizes.length) * Int32Array.BYTES_PER_ELEMENT;
    const claims = new Claims(new SharedArrayBuffer(bytes));
    const order = sizes.map((_, index) => index);
    order.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
    claims.#order.set(order);
    claims.#cells[failed] = sizes.length;
    return claims;
  }

  /** The number of the next document, or `undefined` when all are claimed. */
  next(): number | undefined {
    for (;;) {
      const at = Atomics.add(this.#cells, claimed, 1);
      const index = this.#order[at];
      if (index === undefined) {
        // Nobody counts on, however often it is asked.
        Atomics.store(this.#cells, claimed, this.#order.length);
        return undefined;
      }
      if (index < Atomics.load(this.#cells, failed)) return index;
    }
  }

  /** Tells all threads that a document has failed. */
  fail(index: number): void {
    for (let before = Atomics.load(this.#cells, failed); index < before; ) {
      const found = Atomics.compareExchange(this.#cells, failed, before, index);
      if (found === before) return;
      before = found;
    }
  }
}
