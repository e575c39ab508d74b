import { asciiClasses, NAME, NAME_START, nameEnd } from './characters.js';
import { flat } from './flat.js';
import type { NamespaceScope, WrittenName } from './namespaces.js';

/** A Name [5] that occurs in a document: one object however often it occurs. */
export class KnownName {
  /** The prefix that it declares, as the name of an attribute: '' for `xmlns`, `a` for `xmlns:a`. */
  readonly declares: string | undefined;
  /** What it stood for as the name of an element or attribute when it was last met, and under which bindings. */
  element: WrittenName | undefined = undefined;
  elementScope: NamespaceScope | undefined = undefined;
  attribute: WrittenName | undefined = undefined;
  attributeScope: NamespaceScope | undefined = undefined;
  /** How many elements of the name are open. */
  open = 0;
  /** How many were closed by the end tag of an ancestor, whose own end tags may still come. */
  forced = 0;
  /** The name as if it had no prefix. */
  plain: WrittenName | undefined = undefined;

  constructor(
    readonly qname: string,
    readonly hash: number,
    /** Another of the same hash. */
    readonly next: KnownName | undefined,
    /** How many others of the same hash there are. */
    readonly rank: number,
  ) {
    this.declares =
      qname === 'xmlns'
        ? ''
        : qname.startsWith('xmlns:')
          ? qname.slice('xmlns:'.length)
          : undefined;
  }
}

const BUCKETS = 1024;
/** So many names of one hash are searched through; others are kept in a map, which nobody can make slow. */
const LONGEST_CHAIN = 8;

/**
 * The names of a document, found by the characters of its text without cutting them out: a document has few names, and
 * each of them often.
 */
export class NameTable {
  readonly #buckets: (KnownName | undefined)[] = new Array(BUCKETS).fill(undefined);
  readonly #others = new Map<string, KnownName>();
  /** Just after the name that was read last. */
  end = 0;

  /** The Name [5] that begins at an offset, or `undefined` where none does; `end` is set. */
  read(text: string, start: number): KnownName | undefined {
    const { length } = text;
    let at = start;
    let hash = 0;
    let wanted = NAME_START;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (code >= 128) return this.#readBeyondAscii(text, start);
      if (((asciiClasses[code] as number) & wanted) === 0) break;
      hash = (Math.imul(hash, 31) + code) | 0;
      wanted = NAME;
      at++;
    }
    this.end = at;
    if (at === start) return undefined;
    const first = this.#buckets[(hash ^ (hash >>> 10)) & (BUCKETS - 1)];
    for (let known = first; known !== undefined; known = known.next) {
      if (known.hash === hash && stands(known.qname, text, start, at)) return known;
    }
    return this.#add(text.slice(start, at), hash, first);
  }

  #readBeyondAscii(text: string, start: number): KnownName | undefined {
    this.end = nameEnd(text, start);
    return this.end === start ? undefined : this.#other(text.slice(start, this.end));
  }

  #add(qname: string, hash: number, first: KnownName | undefined): KnownName {
    const rank = first === undefined ? 0 : first.rank + 1;
    if (rank > LONGEST_CHAIN) return this.#other(qname);
    const known = new KnownName(flat(qname), hash, first, rank);
    this.#buckets[(hash ^ (hash >>> 10)) & (BUCKETS - 1)] = known;
    return known;
  }

  #other(qname: string): KnownName {
    let known = this.#others.get(qname);
    if (known === undefined) {
      known = new KnownName(flat(qname), 0, undefined, 0);
      this.#others.set(known.qname, known);
    }
    return known;
  }

  /** The known name that is written so. */
  of(qname: string): KnownName {
    return this.read(qname, 0) ?? this.#other(qname);
  }
}

function stands(name: string, text: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = 0; at < name.length; at++) {
    if (name.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}
