import { compatibilityDatatypes, xmlSchemaDatatypes } from '../datatype-libraries/index.js';
import type { SimpleAttribute, SimplePattern } from './simple-form.js';

/** What an attribute is for identifiers (RELAX NG DTD Compatibility, section 5): it gives one, or points to some. */
export type IdentifierType = 'ID' | 'IDREF' | 'IDREFS';

/** The name of an attribute that has such a type somewhere: which wherever it stands, or that the element decides. */
export interface IdentifierAttribute {
  readonly ns: string;
  readonly local: string;
  readonly type: IdentifierType | 'by element';
}

/** The attributes of a schema that have the type ID, IDREF or IDREFS, of XML Schema or of DTDs. */
export function identifierAttributes(start: SimplePattern): readonly IdentifierAttribute[] {
  const typed = new Map<string, IdentifierAttribute>();
  const untyped = new Set<string>();
  for (const { nameClass, content } of attributesWithin(start, true)) {
    // Only an attribute with one name can have such a type (section 5).
    if (nameClass.kind !== 'name') continue;
    const { ns, local } = nameClass;
    const key = `{${ns}}${local}`;
    const type = identifierType(content);
    if (type === undefined) untyped.add(key);
    else {
      const before = typed.get(key)?.type ?? type;
      typed.set(key, { ns, local, type: before === type ? type : 'by element' });
    }
  }
  return [...typed].map(([key, attribute]) =>
    untyped.has(key) ? { ...attribute, type: 'by element' } : attribute,
  );
}

/** The type that the content of an attribute gives it. */
export function identifierType(content: SimplePattern): IdentifierType | undefined {
  if (content.kind !== 'data') return undefined;
  const { library, name } = content.datatype;
  if (library !== xmlSchemaDatatypes && library !== compatibilityDatatypes) return undefined;
  return name === 'ID' || name === 'IDREF' || name === 'IDREFS' ? name : undefined;
}

/** The attributes that a pattern mentions, each once; those of the elements in it too, if wanted. */
export function* attributesWithin(
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
