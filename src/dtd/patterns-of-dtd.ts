import {
  bareContext,
  datatypeLibrary,
  type SimpleElement,
  type SimplePattern,
  simpleForm,
  xmlSchemaDatatypes,
} from '../relaxng/index.js';
import type { AttributeDefinition, Dtd, DtdPlace, ElementDeclaration, Particle } from './dtd.js';

/**
 * A DTD as a RELAX NG schema in simple form, in which names are those that stand in the tags: a DTD knows prefixes, and
 * no namespaces.
 *
 * @param root the name that the DOCTYPE gives; any element may be the root where there is none
 */
export function patternsOfDtd(dtd: Dtd, root: string | undefined): SimplePattern {
  return new Conversion(dtd).start(root);
}

class Conversion {
  readonly #elements = new Map<string, SimpleElement>();

  constructor(dtd: Dtd) {
    for (const declaration of dtd.elements.values()) {
      const { name, at } = declaration;
      this.#elements.set(name, {
        kind: 'element',
        nameClass: { kind: 'name', ns: '', local: name },
        content: { kind: 'empty', at },
        documentation: undefined,
        at,
      });
    }
    for (const declaration of dtd.elements.values()) {
      const element = this.#elements.get(declaration.name);
      if (element === undefined) continue;
      const { at } = declaration;
      const attributes = dtd.attributes.get(declaration.name)?.values() ?? [];
      element.content = simpleForm.group(
        'group',
        [...[...attributes].filter(isNoNamespace).map(attribute), this.#content(declaration)],
        at,
      );
    }
  }

  start(root: string | undefined): SimplePattern {
    const all = [...this.#elements.values()];
    const first = all[0];
    const named = root === undefined ? undefined : this.#elements.get(root);
    if (named !== undefined && first !== undefined)
      return simpleForm.choice([named, unmatched(all, first.at)], first.at);
    // Of a root that is not declared, the DTD allows nothing.
    if (first === undefined || root !== undefined) return { kind: 'notAllowed', at: nowhere };
    return simpleForm.choice(all, first.at);
  }

  #content({ content, at }: ElementDeclaration): SimplePattern {
    switch (content.kind) {
      case 'empty':
        return { kind: 'empty', at };
      case 'any':
        return mixed([...this.#elements.values()], at);
      case 'mixed':
        return mixed(
          content.names.map((name) => this.#named(name, at)),
          at,
        );
      case 'children':
        return this.#particle(content.particle, at);
    }
  }

  /** An element that is not declared may be named, and cannot be there (XML 1.0, sections 3.2 and 3). */
  #named(name: string, at: DtdPlace): SimplePattern {
    return this.#elements.get(name) ?? { kind: 'notAllowed', at };
  }

  #particle({ content, occurs }: Particle, at: DtdPlace): SimplePattern {
    const once =
      content.kind === 'name'
        ? this.#named(content.name, at)
        : content.kind === 'choice'
          ? simpleForm.choice(
              content.particles.map((one) => this.#particle(one, at)),
              at,
            )
          : simpleForm.group(
              'group',
              content.particles.map((one) => this.#particle(one, at)),
              at,
            );
    switch (occurs) {
      case '':
        return once;
      case '?':
        return optional(once, at);
      case '+':
        return simpleForm.repeated('oneOrMore', once, at);
      case '*':
        return optional(simpleForm.repeated('oneOrMore', once, at), at);
    }
  }
}

/**
 * An element that no name matches. What stands in it is part of the schema, and no document has it: so elements that are
 * declared, and cannot come to stand below the root, are told from those that are not declared.
 */
function unmatched(elements: readonly SimpleElement[], at: DtdPlace): SimpleElement {
  return {
    kind: 'element',
    nameClass: { kind: 'choice', choices: [] },
    content: simpleForm.choice(elements, at),
    documentation: undefined,
    at,
  };
}

const nowhere: DtdPlace = { source: { file: '', text: '' }, span: { start: 0, end: 0 } };

function optional(pattern: SimplePattern, at: DtdPlace): SimplePattern {
  return simpleForm.choice([pattern, { kind: 'empty', at }], at);
}

function mixed(elements: readonly SimplePattern[], at: DtdPlace): SimplePattern {
  const several = simpleForm.repeated('oneOrMore', simpleForm.choice(elements, at), at);
  return simpleForm.group('interleave', [{ kind: 'text', at }, optional(several, at)], at);
}

/** What declares namespaces is no attribute for who reads a document with namespaces. */
function isNoNamespace({ name }: AttributeDefinition): boolean {
  return !/^xmlns(?::|$)/.test(name);
}

function attribute(definition: AttributeDefinition): SimplePattern {
  const { name, isRequired, at } = definition;
  const pattern = simpleForm.attribute({
    kind: 'attribute',
    nameClass: { kind: 'name', ns: '', local: name },
    content: value(definition),
    documentation: undefined,
    at,
  });
  return isRequired ? pattern : optional(pattern, at);
}

/** What a value may be (section 3.3.1). */
function value({ type, fixed, at }: AttributeDefinition): SimplePattern {
  if (fixed !== undefined) return literal(fixed, type === 'CDATA' ? 'string' : 'token', at);
  if (typeof type === 'object') {
    return simpleForm.choice(
      type.values.map((one) => literal(one, 'token', at)),
      at,
    );
  }
  if (type === 'CDATA') return { kind: 'text', at };
  const datatype = datatypeLibrary(xmlSchemaDatatypes)?.datatype(datatypeOf(type), []);
  if (datatype === undefined) throw new Error(`There is no datatype ${type}.`);
  return simpleForm.data({ kind: 'data', datatype, except: undefined, at });
}

/** That an entity is declared is looked at apart: a datatype does not know the DTD. */
function datatypeOf(type: Exclude<AttributeDefinition['type'], object>): string {
  return type === 'ENTITY' ? 'NCName' : type === 'ENTITIES' ? 'NMTOKENS' : type;
}

function literal(lexical: string, type: 'string' | 'token', at: DtdPlace): SimplePattern {
  const datatype = datatypeLibrary('')?.datatype(type, []);
  const key = datatype?.key(lexical, bareContext);
  if (datatype === undefined || key === undefined) throw new Error(`There is no datatype ${type}.`);
  return { kind: 'value', datatype, lexical, key, documentation: undefined, at };
}
