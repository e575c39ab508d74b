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
  #lastStart = 0;
  #lastSource: SourceText | undefined;

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

  get last(): Sibling | undefined {
    return (
      this.#last && {
        qname: written(this.#last),
        start: this.#lastStart,
        source: this.#lastSource,
      }
    );
  }

  /** How many there are of a name; `undefined` where there are more names than are told apart. */
  count(name: Name): number | undefined {
    if (this.#last === name) return this.#counts[this.#found];
    const place = this.#find(name);
    if (place !== -1) return this.#counts[place];
    return this.#distinct < namesCounted ? 0 : undefined;
  }

  first(name: Name): Sibling | undefined {
    const place = this.#find(name);
    if (place === -1) return undefined;
    const start = this.#starts[place] ?? 0;
    return { qname: written(this.#names[place] ?? name), start, source: this.#sources[place] };
  }

  /** The names there are so far, in the order in which they first came, with what could come before the first of each. */
  *firsts(): IterableIterator<{ readonly name: Name; readonly before: State | undefined }> {
    for (let place = 0; place < this.#distinct; place++)
      yield { name: this.#names[place] as Name, before: this.#states[place] };
  }

  /** @param before what could come before it; `undefined` where nothing is known */
  add({ name, start, source }: XmlElement, before: State | undefined): void {
    this.#all++;
    let place = this.#last === name ? this.#found : this.#find(name);
    this.#last = name;
    this.#lastStart = start;
    this.#lastSource = source;
    if (place === -1 && this.#distinct < namesCounted) {
      place = this.#distinct++;
      this.#names[place] = name;
      this.#counts[place] = 0;
      this.#starts[place] = start;
      this.#sources[place] = source;
      this.#states[place] = before;
      if (this.#distinct > namesCompared) this.#index(place);
    }
    if (place !== -1) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#found = place;
  }

  /** Where among the names that of the last child stands. */
  #found = -1;

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
