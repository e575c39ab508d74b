import type { SharedStrings } from './shared-strings.js';

/**
 * Plain data as numbers and a list of strings: what a thread has found in many documents says much the same of the
 * same files, and each string is sent, and kept, once.
 *
 * Each value is one number, whose last three bits say what it is, followed by the values in it.
 */
export interface PackedValues {
  readonly numbers: Int32Array<ArrayBuffer>;
  readonly strings: readonly string[];
  /** The names of the properties of objects. */
  readonly shapes: readonly (readonly string[])[];
  /** Numbers that are not whole, or too large to stand with a kind beside them. */
  readonly wide: readonly number[];
}

const kindBits = 3;
const kindMask = (1 << kindBits) - 1;

const kinds = {
  constant: 0,
  whole: 1,
  wide: 2,
  text: 3,
  list: 4,
  object: 5,
  map: 6,
  set: 7,
} as const;

const constants: readonly unknown[] = [undefined, null, true, false];

/** The largest number that stands with its kind in 32 bits. */
const largest = 2 ** (31 - kindBits) - 1;

/** The properties that objects have in one order, as a tree: from each to what may follow it. */
class Shape {
  readonly next = new Map<string, Shape>();
  index: number | undefined;
}

/** Packs values one after the other. */
export class Packer {
  #numbers: number[] = [];
  readonly #strings = new Map<string, number>();
  readonly #noProperties = new Shape();
  readonly #shapes: (readonly string[])[] = [];
  readonly #wide: number[] = [];

  /** What has been packed, in the order of its packing. */
  get packed(): PackedValues {
    return {
      numbers: Int32Array.from(this.#numbers),
      strings: [...this.#strings.keys()],
      shapes: this.#shapes,
      wide: this.#wide,
    };
  }

  /**
   * Packs a value: a text, number, boolean, null or undefined, or a list, object, map or set of such.
   *
   * @throws TypeError when it is, or holds, something else
   */
  add(value: unknown): void {
    if (typeof value === 'string') this.#put(kinds.text, this.#text(value));
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'object' && value !== null) this.#compound(value);
    else {
      const index = constants.indexOf(value);
      if (index === -1) throw new TypeError(`A ${typeof value} is no plain data.`);
      this.#put(kinds.constant, index);
    }
  }

  #number(value: number): void {
    // Minus zero is not whole here: it would lose its sign.
    if (Number.isInteger(value) && Math.abs(value) <= largest && !Object.is(value, -0))
      this.#put(kinds.whole, value);
    else this.#put(kinds.wide, this.#wide.push(value) - 1);
  }

  #compound(value: object): void {
    if (Array.isArray(value)) {
      this.#put(kinds.list, value.length);
      for (const item of value) this.add(item);
    } else if (value instanceof Map) {
      this.#put(kinds.map, value.size);
      for (const [key, item] of value) {
        this.add(key);
        this.add(item);
      }
    } else if (value instanceof Set) {
      this.#put(kinds.set, value.size);
      for (const item of value) this.add(item);
    } else this.#object(value as Readonly<Record<string, unknown>>);
  }

  #object(value: Readonly<Record<string, unknown>>): void {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null)
      throw new TypeError('An object of a class is no plain data.');
    const names = Object.keys(value);
    let shape = this.#noProperties;
    for (const name of names) {
      let next = shape.next.get(name);
      if (next === undefined) {
        next = new Shape();
        shape.next.set(name, next);
      }
      shape = next;
    }
    shape.index ??= this.#shapes.push(names) - 1;
    this.#put(kinds.object, shape.index);
    for (const name of names) this.add(value[name]);
  }

  #text(text: string): number {
    let index = this.#strings.get(text);
    if (index === undefined) {
      index = this.#strings.size;
      this.#strings.set(text, index);
    }
    return index;
  }

  #put(kind: number, number: number): void {
    this.#numbers.push((number << kindBits) | kind);
  }
}

/** Gives values that were packed, one after the other. */
export class Unpacker {
  readonly #packed: PackedValues;
  readonly #strings: readonly string[];
  #at = 0;

  /** @param shared where equal strings of all that is unpacked meet */
  constructor(packed: PackedValues, shared: SharedStrings) {
    this.#packed = packed;
    this.#strings = packed.strings.map((text) => shared.share(text));
  }

  get isDone(): boolean {
    return this.#at >= this.#packed.numbers.length;
  }

  /** The next value, which is made when somebody asks for it: packed it takes a fraction of the memory. */
  later(): () => unknown {
    const at = this.#at;
    this.#skip();
    return () => {
      this.#at = at;
      return this.next();
    };
  }

  /** Passes over the next value. */
  #skip(): void {
    for (let left = 1; left > 0; left--) {
      const number = this.#packed.numbers[this.#at++] ?? 0;
      const value = number >> kindBits;
      const kind = number & kindMask;
      if (kind === kinds.object) left += this.#packed.shapes[value]?.length ?? 0;
      else if (kind === kinds.map) left += 2 * value;
      else if (kind === kinds.list || kind === kinds.set) left += value;
    }
  }

  /**
   * The next value.
   *
   * @throws RangeError when there is none
   */
  next(): unknown {
    const number = this.#packed.numbers[this.#at++];
    if (number === undefined) throw new RangeError('The packed values end too early.');
    const value = number >> kindBits;
    switch (number & kindMask) {
      case kinds.constant:
        return constants[value];
      case kinds.whole:
        return value;
      case kinds.wide:
        return this.#packed.wide[value];
      case kinds.text:
        return this.#strings[value];
      case kinds.list:
        return this.#list(value);
      case kinds.object:
        return this.#object(this.#packed.shapes[value] ?? []);
      case kinds.map:
        return this.#map(value);
      default:
        return new Set(this.#list(value));
    }
  }

  #list(length: number): unknown[] {
    const list: unknown[] = [];
    for (let at = 0; at < length; at++) list.push(this.next());
    return list;
  }

  #map(size: number): Map<unknown, unknown> {
    const map = new Map<unknown, unknown>();
    for (let at = 0; at < size; at++) {
      const key = this.next();
      map.set(key, this.next());
    }
    return map;
  }

  #object(names: readonly string[]): unknown {
    const object: Record<string, unknown> = {};
    for (const name of names) {
      if (name === '__proto__') own(object, name, this.next());
      else object[name] = this.next();
    }
    return object;
  }
}

/** Gives an object a property of a name that an assignment would understand otherwise. */
function own(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
