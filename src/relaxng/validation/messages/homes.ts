import type { SimpleElement, SimplePattern } from '../../grammar/index.js';
import { contains, listedNames } from '../../pattern/index.js';
import type { ExpandedName } from '../mistake.js';
import type { Schema } from '../schema.js';

/** Where a schema has elements and attributes; what has been asked is kept with the schema. */
export class Homes {
  static readonly #of = new WeakMap<Schema, Homes>();

  static of(schema: Schema): Homes {
    let homes = Homes.#of.get(schema);
    if (homes === undefined) {
      homes = new Homes(schema);
      Homes.#of.set(schema, homes);
    }
    return homes;
  }

  readonly #answers = new Map<string, readonly ExpandedName[]>();

  private constructor(readonly schema: Schema) {}

  /** The elements that may hold an element of a name. */
  ofElement(name: ExpandedName): readonly ExpandedName[] {
    return this.#ask('element', name);
  }

  /** The elements that may bear an attribute of a name. */
  ofAttribute(name: ExpandedName): readonly ExpandedName[] {
    return this.#ask('attribute', name);
  }

  #ask(kind: 'element' | 'attribute', { ns, local }: ExpandedName): readonly ExpandedName[] {
    const key = `${kind} {${ns}}${local}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      const has = holder(kind, ns, local);
      const names = new Map<string, ExpandedName>();
      for (const element of this.schema.index.simple) {
        if (!has(element.content)) continue;
        for (const name of namesOf(element)) names.set(`{${name.ns}}${name.local}`, name);
      }
      answer = [...names.values()];
      this.#answers.set(key, answer);
    }
    return answer;
  }
}

function namesOf(element: SimpleElement): ExpandedName[] {
  return [...listedNames(element.nameClass)].map(({ ns, local }) => ({ ns, local }));
}

/** Tells whether a pattern has an element or attribute of a name in it, and not only by a name left open. */
function holder(
  kind: 'element' | 'attribute',
  ns: string,
  local: string,
): (pattern: SimplePattern) => boolean {
  const known = new Map<SimplePattern, boolean>();
  const has = (pattern: SimplePattern): boolean => {
    let answer = known.get(pattern);
    if (answer === undefined) {
      if (pattern.kind === kind)
        answer =
          contains(pattern.nameClass, ns, local) && !listedNames(pattern.nameClass).next().done;
      else if ('children' in pattern) answer = pattern.children.some(has);
      else answer = pattern.kind === 'oneOrMore' && has(pattern.content);
      known.set(pattern, answer);
    }
    return answer;
  };
  return has;
}
