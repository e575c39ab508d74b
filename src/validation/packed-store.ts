import { Packer, Unpacker } from './packed-values.js';
import type { SharedStrings } from './shared-strings.js';

/** Values that share the strings, and the memory, that they are packed into. */
const together = 64;

/** Keeps plain data packed, until somebody asks for it. Nothing of what it was made of is kept with it. */
export class PackedStore {
  readonly #strings: SharedStrings;
  #packer = new Packer();
  #waiting: { later?: () => unknown }[] = [];

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  /** @returns what gives the value, made anew each time */
  add(value: unknown): () => unknown {
    const slot: { later?: () => unknown } = {};
    this.#packer.add(value);
    this.#waiting.push(slot);
    if (this.#waiting.length >= together) this.#pack();
    return () => {
      if (slot.later === undefined) this.#pack();
      return slot.later?.();
    };
  }

  #pack(): void {
    const unpacker = new Unpacker(this.#packer.packed, this.#strings);
    for (const slot of this.#waiting) slot.later = unpacker.later();
    this.#packer = new Packer();
    this.#waiting = [];
  }
}
