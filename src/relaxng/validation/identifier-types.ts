import type { Name } from '../../xml/index.js';
import { attributesWithin, type IdentifierType, identifierType } from '../grammar/index.js';
import { contains } from '../pattern/index.js';
import { nameKey, type Schema } from './schema.js';

/** The type of an attribute name wherever it stands, or that it depends on the element. */
type ByName = IdentifierType | 'by element';

const typesOf = new WeakMap<Schema, IdentifierTypes>();

/**
 * Which attributes of a schema have the type ID, IDREF or IDREFS, of XML Schema or of DTDs. In most schemas the name
 * of the attribute says it, as `xml:id` does in TEI.
 */
export class IdentifierTypes {
  static of(schema: Schema): IdentifierTypes {
    let types = typesOf.get(schema);
    if (types === undefined) {
      types = new IdentifierTypes(schema);
      typesOf.set(schema, types);
    }
    return types;
  }

  readonly #byName = new Map<string, ByName>();
  readonly #byElement = new Map<string, IdentifierType | undefined>();
  readonly #locals = new Set<string>();
  readonly #schema: Schema;

  private constructor(schema: Schema) {
    this.#schema = schema;
    for (const { ns, local, type } of schema.identifiers) {
      this.#byName.set(nameKey(ns, local), type);
      this.#locals.add(local);
    }
  }

  /** Whether some attribute of this local name has such a type on some element. */
  mayHave(local: string): boolean {
    return this.#locals.has(local);
  }

  /** The type of an attribute on an element; none where the schema gives it several. */
  of(element: Name, attribute: Name): IdentifierType | undefined {
    const name = nameKey(attribute.namespace, attribute.local);
    const type = this.#byName.get(name);
    if (type !== 'by element') return type;
    const key = `${nameKey(element.namespace, element.local)} ${name}`;
    if (!this.#byElement.has(key)) this.#byElement.set(key, this.#onElement(element, attribute));
    return this.#byElement.get(key);
  }

  #onElement(element: Name, attribute: Name): IdentifierType | undefined {
    const types = new Set<IdentifierType | undefined>();
    for (const { nameClass, content } of this.#schema.index.simple) {
      if (!contains(nameClass, element.namespace, element.local)) continue;
      for (const { nameClass: attributes, content: value } of attributesWithin(content, false)) {
        if (contains(attributes, attribute.namespace, attribute.local))
          types.add(identifierType(value));
      }
    }
    const [type] = types;
    return types.size === 1 ? type : undefined;
  }
}
