import type { Name } from '../../xml/index.js';
import { compatibilityDatatypes, xmlSchemaDatatypes } from '../datatype-libraries/index.js';
import type { SimpleAttribute, SimplePattern } from '../grammar/index.js';
import { contains } from '../pattern/index.js';
import { nameKey, type Schema } from './schema.js';

/** What an attribute is for identifiers (RELAX NG DTD Compatibility, section 5): it gives one, or points to some. */
export type IdentifierType = 'ID' | 'IDREF' | 'IDREFS';

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
    const untyped = new Set<string>();
    for (const { nameClass, content } of attributesWithin(schema.start, true)) {
      // Only an attribute with one name can have such a type (section 5).
      if (nameClass.kind !== 'name') continue;
      const key = nameKey(nameClass.ns, nameClass.local);
      const type = identifierType(content);
      if (type === undefined) untyped.add(key);
      else {
        const before = this.#byName.get(key) ?? type;
        this.#byName.set(key, before === type ? type : 'by element');
        this.#locals.add(nameClass.local);
      }
    }
    for (const key of untyped) if (this.#byName.has(key)) this.#byName.set(key, 'by element');
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

function identifierType(content: SimplePattern): IdentifierType | undefined {
  if (content.kind !== 'data') return undefined;
  const { library, name } = content.datatype;
  if (library !== xmlSchemaDatatypes && library !== compatibilityDatatypes) return undefined;
  return name === 'ID' || name === 'IDREF' || name === 'IDREFS' ? name : undefined;
}

/** The attributes that a pattern mentions, each once; those of the elements in it too, if wanted. */
function* attributesWithin(
  pattern: SimplePattern,
  intoElements: boolean,
): IterableIterator<SimpleAttribute> {
  const seen = new Set<SimplePattern>();
  const waiting: SimplePattern[] = [pattern];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'attribute') yield next;
    else if ('children' in next) waiting.push(...next.children);
    else if (next.kind === 'oneOrMore') waiting.push(next.content);
    else if (next.kind === 'element' && intoElements) waiting.push(next.content);
  }
}
