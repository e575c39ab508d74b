import type { Name, SourceText, XmlElement } from '../../xml/index.js';
import type { State } from '../pattern/index.js';

/** A child element that has gone by: what is kept of it when it is closed. */
export interface Sibling {
  readonly qname: string;
  /** Where its start tag begins. */
  readonly start: number;
  /** Set where it stands in another source than its parent. */
  readonly source: SourceText | undefined;
}

/** A name of children. */
export interface NameMet {
  readonly name: Name;
  readonly count: number;
  /** What could come before the first of them; `undefined` where nothing is known. */
  readonly before: State | undefined;
}

/** So many names of children of one element are told apart, so that memory does not grow with its length. */
const namesCounted = 1000;
/** Among more names than these, a map finds one. */
const namesCompared = 8;

/** The child elements of an element so far: how many of each name, and where the first of each stands. */
export class ChildrenMet {
  #names: Name[] = [];
  readonly #counts: number[] = [];
  readonly #starts: number[] = [];
  readonly #sources: (SourceText | undefined)[] = [];
  readonly #states: (State | undefined)[] = [];
  #distinct = 0;
  /** Where among the names each stands, when they are many. */
  #places: Map<string, number> | undefined;
  #all = 0;
  #last: Name | undefined;
  /** Where among the names that of the last child, or of the next, stands. */
  #place = -1;

  /** Forgets all, for another element. */
  clear(): void {
    if (this.#distinct > namesCompared) this.#names = [];
    this.#distinct = 0;
    this.#places = undefined;
    this.#all = 0;
    this.#last = undefined;
  }

  /** How many there are. */
  get all(): number {
    return this.#all;
  }

  /** How many there are of the name of the next; `undefined` where there are more names than are told apart. */
  ask(name: Name): number | undefined {
    if (this.#last !== name) this.#place = this.#find(name);
    if (this.#place !== -1) return this.#counts[this.#place];
    return this.#distinct < namesCounted ? 0 : undefined;
  }

  first(name: Name): Sibling | undefined {
    const place = this.#find(name);
    if (place === -1) return undefined;
    const start = this.#starts[place] ?? 0;
    return { qname: written(this.#names[place] ?? name), start, source: this.#sources[place] };
  }

  /** The names there are so far, in the order in which they first came. */
  *names(): IterableIterator<NameMet> {
    for (let place = 0; place < this.#distinct; place++)
      yield {
        name: this.#names[place] as Name,
        count: this.#counts[place] as number,
        before: this.#states[place],
      };
  }

  /**
   * The child whose name was asked about last.
   *
   * @param before what could come before it; `undefined` where nothing is known
   */
  add({ name, start, source }: XmlElement, before: State | undefined): void {
    this.#all++;
    this.#last = name;
    if (this.#place === -1) {
      if (this.#distinct === namesCounted) return;
      this.#place = this.#distinct++;
      this.#names[this.#place] = name;
      this.#counts[this.#place] = 0;
      this.#starts[this.#place] = start;
      this.#sources[this.#place] = source;
      this.#states[this.#place] = before;
      if (this.#distinct > namesCompared) this.#index(this.#place);
    }
    (this.#counts[this.#place] as number)++;
  }

  #find(name: Name): number {
    if (this.#places !== undefined) return this.#places.get(key(name)) ?? -1;
    for (let place = 0; place < this.#distinct; place++) {
      const other = this.#names[place];
      if (other === name) return place;
      if (other?.local === name.local && other.namespace === name.namespace) return place;
    }
    return -1;
  }

  #index(place: number): void {
    if (this.#places === undefined) {
      this.#places = new Map();
      for (let at = 0; at < place; at++) this.#places.set(key(this.#names[at] as Name), at);
    }
    this.#places.set(key(this.#names[place] as Name), place);
  }
}

function key({ namespace, local }: Name): string {
  return `{${namespace}}${local}`;
}

export function siblingOf({ qname, start, source }: XmlElement): Sibling {
  return { qname, start, source };
}

function written({ prefix, local }: Name): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}
