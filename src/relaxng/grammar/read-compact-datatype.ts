import type { Datatype, Parameter, ValueContext } from '../datatype-libraries/index.js';
import type { CompactAnnotationReader, CompactAnnotations } from './compact-annotations.js';
import type { CompactCursor } from './compact-cursor.js';
import type { CompactDeclarations } from './compact-declarations.js';
import type { CompactToken } from './compact-tokens.js';
import { findDatatype, findValue } from './constraints.js';
import type { PatternSyntax, SchemaPlace } from './syntax.js';

type PlacedParameter = Parameter & { readonly at: SchemaPlace };

/** Reads datatypes and values in the compact syntax. */
export class CompactDatatypeReader {
  readonly #context: ValueContext;

  /** @param exception reads what a datatype excepts, behind its sign */
  constructor(
    readonly cursor: CompactCursor,
    readonly declarations: CompactDeclarations,
    readonly annotations: CompactAnnotationReader,
    readonly exception: () => PatternSyntax,
  ) {
    this.#context = {
      namespace: (prefix) => declarations.lookUp(prefix),
      unparsedEntity: () => false,
    };
  }

  /** datatypeName with a value, or with parameters and an exception. */
  data(annotations: CompactAnnotations): PatternSyntax {
    const { cursor } = this;
    const name = cursor.next();
    const { at } = name;
    if (cursor.peek().kind === 'literal') return this.value(name, annotations, at);
    const parameters = cursor.acceptSymbol('{') ? this.#parameters() : [];
    const except = cursor.acceptSymbol('-') ? this.exception() : undefined;
    const datatype = this.#datatype(name, parameters);
    return datatype === undefined
      ? { kind: 'notAllowed', at }
      : { kind: 'data', datatype, except, at };
  }

  /** (name "=" literal)* "}" */
  #parameters(): PlacedParameter[] {
    const { cursor } = this;
    const parameters: PlacedParameter[] = [];
    for (;;) {
      this.#refuseElement(this.annotations.initial(), 'a parameter');
      if (cursor.acceptSymbol('}')) return parameters;
      const parameter = cursor.expectName('The name of a parameter');
      cursor.expectSymbol('=', `after the parameter ${parameter.text}`);
      const value = cursor.literal('The value of the parameter').text;
      parameters.push({ name: parameter.text, value, at: parameter.at });
    }
  }

  /** A literal, of the datatype that was named before it, or a token (4.4). */
  value(
    name: CompactToken | undefined,
    annotations: CompactAnnotations,
    at: SchemaPlace,
  ): PatternSyntax {
    this.#refuseElement(annotations, 'a value');
    const literal = this.cursor.literal('The value').text;
    const datatype = this.#datatype(name, []);
    if (datatype === undefined) return { kind: 'notAllowed', at };
    const key = findValue(this.cursor.problems, at, datatype, literal, this.#context);
    const { documentation } = annotations;
    return key === undefined
      ? { kind: 'notAllowed', at }
      : { kind: 'value', datatype, lexical: literal, key, documentation, at };
  }

  #refuseElement(annotations: CompactAnnotations, what: string): void {
    if (annotations.element !== undefined)
      this.cursor.problems.report(
        annotations.element.at,
        'compact 5.2',
        `An element cannot annotate ${what}, which holds text alone.`,
        'Write it after the construct, behind >>.',
      );
  }

  #datatype(
    name: CompactToken | undefined,
    parameters: readonly PlacedParameter[],
  ): Datatype | undefined {
    const { problems } = this.cursor;
    if (name === undefined)
      return findDatatype(problems, this.cursor.peek().at, '', 'token', parameters);
    const colon = name.text.indexOf(':');
    if (colon === -1) return findDatatype(problems, name.at, '', name.text, parameters);
    const library = this.declarations.libraryOf(name.text.slice(0, colon), name);
    return library === undefined
      ? undefined
      : findDatatype(problems, name.at, library, name.text.slice(colon + 1), parameters);
  }
}
