import { type Datatype, datatypeLibrary, type Parameter } from '../datatype-libraries/index.js';
import type { NameClass } from '../pattern/index.js';
import { type IdentifierAttribute, identifierAttributes } from './identifier-attributes.js';
import type { SimpleData, SimpleElement, SimplePattern, SimpleValue } from './simple-form.js';
import type { SchemaPlace } from './syntax.js';

// A correct schema in the simple form as text and back, so that it need not be read, simplified and checked again.
// Places are left out: they are for what is wrong with a schema, and nothing is.

/** Changes with whatever is stored, or with what schemas are held to be correct. */
export const storedForm = 2;

type StoredDatatype = readonly [library: string, name: string, parameters: readonly Parameter[]];

/** A pattern by its kind, with other patterns, datatypes and texts by their numbers. */
type StoredPattern =
  | readonly ['empty' | 'text' | 'notAllowed']
  | readonly ['choice' | 'group' | 'interleave', readonly number[]]
  | readonly ['oneOrMore' | 'list', number]
  | readonly ['data', number, number | null]
  | readonly ['value', number, string, string, string | null]
  | readonly ['element' | 'attribute', NameClass, number, string | null];

interface StoredSchema {
  readonly form: number;
  readonly datatypes: readonly StoredDatatype[];
  /** Each after those that it holds, elements aside, whose content may come later. */
  readonly patterns: readonly StoredPattern[];
  readonly start: number;
  readonly identifiers: readonly IdentifierAttribute[];
}

/** A schema as text. */
export function storeSchema(start: SimplePattern): string {
  const datatypes: StoredDatatype[] = [];
  const datatypeNumbers = new Map<Datatype, number>();
  const patterns: StoredPattern[] = [];
  const numbers = new Map<SimplePattern, number>();
  const elements: { readonly number: number; readonly element: SimpleElement }[] = [];

  const datatype = (one: Datatype): number => {
    let number = datatypeNumbers.get(one);
    if (number === undefined) {
      const parameters = one.parameters.map(({ name, value }) => ({ name, value }));
      number = datatypes.push([one.library, one.name, parameters]) - 1;
      datatypeNumbers.set(one, number);
    }
    return number;
  };
  const pattern = (one: SimplePattern): number => {
    let number = numbers.get(one);
    if (number === undefined) {
      const stored = store(one);
      number = patterns.push(stored) - 1;
      numbers.set(one, number);
      if (one.kind === 'element') elements.push({ number, element: one });
    }
    return number;
  };
  const store = (one: SimplePattern): StoredPattern => {
    switch (one.kind) {
      case 'choice':
      case 'group':
      case 'interleave':
        return [one.kind, one.children.map(pattern)];
      case 'oneOrMore':
      case 'list':
        return [one.kind, pattern(one.content)];
      case 'data':
        return ['data', datatype(one.datatype), one.except ? pattern(one.except) : null];
      case 'value':
        return ['value', datatype(one.datatype), one.key, one.lexical, one.documentation ?? null];
      case 'attribute':
        return ['attribute', one.nameClass, pattern(one.content), one.documentation ?? null];
      case 'element':
        return ['element', one.nameClass, -1, one.documentation ?? null];
      default:
        return [one.kind];
    }
  };

  const first = pattern(start);
  for (let next = elements.shift(); next !== undefined; next = elements.shift()) {
    const { nameClass, content, documentation } = next.element;
    patterns[next.number] = ['element', nameClass, pattern(content), documentation ?? null];
  }
  const stored: StoredSchema = {
    form: storedForm,
    datatypes,
    patterns,
    start: first,
    identifiers: identifierAttributes(start),
  };
  return JSON.stringify(stored);
}

const nowhere: SchemaPlace = { source: { file: '', text: '' }, span: { start: 0, end: 0 } };

/** A schema as it was stored. */
export interface RestoredSchema {
  readonly start: SimplePattern;
  readonly identifiers: readonly IdentifierAttribute[];
}

/**
 * The schema that a text stands for; `undefined` where it stands for none, or was stored in another form. What an
 * element holds is restored when somebody looks into it: a document has few of the elements that a schema knows.
 */
export function restoreSchema(text: string): RestoredSchema | undefined {
  try {
    const stored = JSON.parse(text) as StoredSchema;
    if (stored.form !== storedForm) return undefined;
    const { identifiers, start } = stored;
    return { identifiers, start: new Restoration(stored).pattern(start) };
  } catch {
    // What cannot be read is as good as nothing stored.
    return undefined;
  }
}

class Restoration {
  readonly #stored: StoredSchema;
  readonly #patterns: (SimplePattern | undefined)[] = [];
  readonly #datatypes: (Datatype | undefined)[] = [];

  constructor(stored: StoredSchema) {
    this.#stored = stored;
  }

  pattern(number: number): SimplePattern {
    let pattern = this.#patterns[number];
    if (pattern === undefined) {
      pattern = this.#restore(found(this.#stored.patterns, number));
      this.#patterns[number] = pattern;
    }
    return pattern;
  }

  datatype(number: number): Datatype {
    let datatype = this.#datatypes[number];
    if (datatype === undefined) {
      const [library, name, parameters] = found(this.#stored.datatypes, number);
      datatype = datatypeLibrary(library)?.datatype(name, parameters);
      if (datatype === undefined) throw new Error(`no datatype ${name}`);
      this.#datatypes[number] = datatype;
    }
    return datatype;
  }

  #restore(stored: StoredPattern): SimplePattern {
    const at = nowhere;
    switch (stored[0]) {
      case 'choice':
      case 'group':
      case 'interleave':
        return { kind: stored[0], children: stored[1].map((child) => this.pattern(child)), at };
      case 'oneOrMore':
      case 'list':
        return { kind: stored[0], content: this.pattern(stored[1]), at };
      case 'data':
        return new RestoredData(this, stored[1], stored[2]);
      case 'value': {
        const [, datatype, key, lexical, documentation] = stored;
        return new RestoredValue(this, datatype, key, lexical, documentation ?? undefined);
      }
      case 'attribute': {
        const [kind, nameClass, content, documentation] = stored;
        return {
          kind,
          nameClass,
          content: this.pattern(content),
          documentation: documentation ?? undefined,
          at,
        };
      }
      case 'element': {
        const [, nameClass, content, documentation] = stored;
        return new RestoredElement(this, nameClass, content, documentation ?? undefined);
      }
      default:
        return { kind: stored[0], at };
    }
  }
}

class RestoredElement implements SimpleElement {
  readonly kind = 'element';
  readonly at = nowhere;

  constructor(
    readonly restoration: Restoration,
    readonly nameClass: NameClass,
    readonly number: number,
    readonly documentation: string | undefined,
  ) {}

  get content(): SimplePattern {
    return this.restoration.pattern(this.number);
  }
}

class RestoredData implements SimpleData {
  readonly kind = 'data';
  readonly at = nowhere;

  constructor(
    readonly restoration: Restoration,
    readonly number: number,
    readonly excepted: number | null,
  ) {}

  get datatype(): Datatype {
    return this.restoration.datatype(this.number);
  }

  get except(): SimplePattern | undefined {
    return this.excepted === null ? undefined : this.restoration.pattern(this.excepted);
  }
}

class RestoredValue implements SimpleValue {
  readonly kind = 'value';
  readonly at = nowhere;

  constructor(
    readonly restoration: Restoration,
    readonly number: number,
    readonly key: string,
    readonly lexical: string,
    readonly documentation: string | undefined,
  ) {}

  get datatype(): Datatype {
    return this.restoration.datatype(this.number);
  }
}

function found<Item>(items: readonly Item[], number: number): Item {
  const item = items[number];
  if (item === undefined) throw new Error(`nothing is stored under ${number}`);
  return item;
}
