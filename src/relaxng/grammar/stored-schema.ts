import { type Datatype, datatypeLibrary, type Parameter } from '../datatype-libraries/index.js';
import type { NameClass } from '../pattern/index.js';
import type { SimpleElement, SimplePattern } from './simple-form.js';
import type { SchemaPlace } from './syntax.js';

// A correct schema in the simple form as text and back, so that it need not be read, simplified and checked again.
// Places are left out: they are for what is wrong with a schema, and nothing is.

/** Changes with whatever is stored, or with what schemas are held to be correct. */
export const storedForm = 1;

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
  const stored: StoredSchema = { form: storedForm, datatypes, patterns, start: first };
  return JSON.stringify(stored);
}

const nowhere: SchemaPlace = { source: { file: '', text: '' }, span: { start: 0, end: 0 } };

/** The schema that a text stands for; `undefined` where it stands for none, or was stored in another form. */
export function restoreSchema(text: string): SimplePattern | undefined {
  try {
    const stored = JSON.parse(text) as StoredSchema;
    return stored.form === storedForm ? restore(stored) : undefined;
  } catch {
    // What cannot be read is as good as nothing stored.
    return undefined;
  }
}

function restore(stored: StoredSchema): SimplePattern | undefined {
  const datatypes = stored.datatypes.map(([library, name, parameters]) => {
    const found = datatypeLibrary(library)?.datatype(name, parameters);
    if (found === undefined) throw new Error(`no datatype ${name}`);
    return found;
  });
  const patterns: SimplePattern[] = [];
  const at = nowhere;
  const pattern = (number: number) => found(patterns, number);
  for (const one of stored.patterns) {
    switch (one[0]) {
      case 'choice':
      case 'group':
      case 'interleave':
        patterns.push({ kind: one[0], children: one[1].map(pattern), at });
        break;
      case 'oneOrMore':
      case 'list':
        patterns.push({ kind: one[0], content: pattern(one[1]), at });
        break;
      case 'data': {
        const except = one[2] === null ? undefined : pattern(one[2]);
        patterns.push({ kind: 'data', datatype: found(datatypes, one[1]), except, at });
        break;
      }
      case 'value': {
        const [, datatype, key, lexical, documentation] = one;
        patterns.push({
          kind: 'value',
          datatype: found(datatypes, datatype),
          key,
          lexical,
          documentation: documentation ?? undefined,
          at,
        });
        break;
      }
      case 'attribute':
        patterns.push({
          kind: 'attribute',
          nameClass: one[1],
          content: pattern(one[2]),
          documentation: one[3] ?? undefined,
          at,
        });
        break;
      case 'element':
        patterns.push({
          kind: 'element',
          nameClass: one[1],
          content: { kind: 'notAllowed', at },
          documentation: one[3] ?? undefined,
          at,
        });
        break;
      default:
        patterns.push({ kind: one[0], at });
    }
  }
  for (const [number, one] of stored.patterns.entries()) {
    const element = patterns[number];
    if (one[0] === 'element' && element?.kind === 'element') element.content = pattern(one[2]);
  }
  return patterns[stored.start];
}

function found<Item>(items: readonly Item[], number: number): Item {
  const item = items[number];
  if (item === undefined) throw new Error(`nothing is stored under ${number}`);
  return item;
}
