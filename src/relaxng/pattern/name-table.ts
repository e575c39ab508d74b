import { flat, type Name } from '../../xml/index.js';

/** An expanded name with a number, by which what follows from it is looked up fast. */
export interface NumberedName {
  readonly ns: string;
  readonly local: string;
  readonly number: number;
  /** The table that it is of. */
  readonly by: object;
}

/** When there are more names than this, they are forgotten, so that memory does not grow with what documents use. */
const namesKept = 20_000;

/** Names by number. No number is given twice: a name that was forgotten gets another. */
export class NameTable {
  #byNamespace = new Map<string, Map<string, NumberedName>>();
  #size = 0;
  #numbers = 0;
  /** Stands for the names of the table since it last forgot. */
  #mark = {};

  /** A name in a document. The parser makes one object of a name that stands again and again. */
  of(name: Name): NumberedName {
    const { noted } = name;
    if (noted !== undefined && noted.by === this.#mark) return noted as NumberedName;
    const numbered = this.get(name.namespace, name.local);
    name.noted = numbered;
    return numbered;
  }

  get(ns: string, local: string): NumberedName {
    let locals = this.#byNamespace.get(ns);
    if (locals === undefined) {
      locals = new Map();
      this.#byNamespace.set(ns, locals);
    }
    let name = locals.get(local);
    if (name === undefined) {
      if (this.#size >= namesKept) {
        this.#byNamespace = new Map();
        this.#size = 0;
        this.#mark = {};
        return this.get(ns, local);
      }
      this.#size++;
      name = { ns: flat(ns), local: flat(local), number: this.#numbers++, by: this.#mark };
      locals.set(name.local, name);
    }
    return name;
  }
}
