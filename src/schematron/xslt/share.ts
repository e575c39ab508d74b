import {
  queriesOf,
  queriesOfPattern,
  remarksOfCheck,
  type ScopedQuery,
  sharedLets,
} from '../schema/queries.js';
import type { Let, Pattern, Phase, Query, SchematronSchema } from '../schema/schema.js';
import type { Processor } from '../xpath/processor.js';
import { QueryError } from '../xpath/query.js';
import { isStandardFunction } from './standard-functions.js';

/** What of a schema is carried out by an XSLT processor; everything else is by the processor of XPath. */
export interface XsltShare {
  /** The numbers of its patterns. */
  readonly patterns: readonly number[];
  /** The variables of a document that only those patterns may name. */
  readonly lets: readonly string[];
}

/** How a schema is carried out, and what is wrong with its expressions. */
export interface Parting {
  /** Absent where nothing needs XSLT. */
  readonly xslt: XsltShare | undefined;
  readonly broken: readonly QueryError[];
}

/**
 * Parts a schema: a pattern needs XSLT when one of its expressions calls a function that only XSLT knows, names a
 * variable whose value needs it, or asks for a key that does; or when it holds instructions of XSLT.
 *
 * @param everything whether all patterns are to be carried out by XSLT, as far as their expressions are right
 */
export function partSchema(
  schema: SchematronSchema,
  processor: Processor,
  everything = false,
): Parting {
  const parting = new PartingOfSchema(schema, processor);
  const lets = parting.lets();
  const patterns = schema.patterns.flatMap((pattern, number) =>
    everything || parting.needsXslt(pattern) ? [number] : [],
  );
  return {
    xslt: patterns.length === 0 ? undefined : { patterns, lets },
    broken: parting.broken(),
  };
}

class PartingOfSchema {
  readonly #schema: SchematronSchema;
  readonly #processor: Processor;
  /** Variables that only XSLT knows. */
  readonly #variables: Set<string>;
  readonly #functions: ReadonlySet<string>;
  readonly #hasForeignKeys: boolean;
  /** What is wrong with expressions, by the variables that they may name. */
  readonly #errors = new Map<Query, Map<string, QueryError | undefined>>();

  constructor(schema: SchematronSchema, processor: Processor) {
    this.#schema = schema;
    this.#processor = processor;
    this.#variables = new Set(schema.declared.variables);
    this.#functions = new Set(schema.declared.functions);
    const keys = schema.declarations.filter(({ local }) => local === 'key');
    this.#hasForeignKeys =
      keys.length > schema.keys.length ||
      schema.declarations.some(({ library }) => library !== undefined) ||
      schema.keys.some(({ match, use }) => this.#isForXslt(match, []) || this.#isForXslt(use, []));
  }

  /** The variables of a document whose values need XSLT; from then on these are known as such. */
  lets(): readonly string[] {
    const { lets, phases } = this.#schema;
    const found: string[] = [];
    const known: string[] = [];
    const ofDocument: readonly Let[] = [
      ...lets,
      ...phases.flatMap((phase: Phase) => phase.lets),
      ...sharedLets(this.#schema),
    ];
    for (const { name, value, instructs } of ofDocument) {
      if (instructs === true || (value !== undefined && this.#isForXslt(value, known))) {
        found.push(name);
        this.#variables.add(name);
      }
      known.push(name);
    }
    return found;
  }

  needsXslt(pattern: Pattern): boolean {
    const outer = this.#outer();
    const lets = [...pattern.lets, ...pattern.rules.flatMap((rule) => rule.lets)];
    return (
      lets.some(({ instructs }) => instructs === true) ||
      pattern.rules.some(({ checks }) =>
        checks.some((check) =>
          [check, ...remarksOfCheck(this.#schema, check)].some(({ message }) =>
            message.some(({ kind }) => kind === 'instruction'),
          ),
        ),
      ) ||
      [...queriesOfPattern(this.#schema, pattern, outer)].some(({ query, variables }) =>
        this.#isForXslt(query, variables),
      )
    );
  }

  /** The expressions that neither of the two can carry out, as far as can be told without asking XSLT. */
  broken(): readonly QueryError[] {
    return [...queriesOf(this.#schema)].flatMap(({ query, variables }: ScopedQuery) => {
      if (this.#names(query)) return [];
      const error = this.#errorOf(query, variables);
      return error === undefined || this.#isKnownToXslt(error) ? [] : [error];
    });
  }

  #outer(): readonly string[] {
    const { lets, phases } = this.#schema;
    return [...lets, ...phases.flatMap((phase) => phase.lets), ...sharedLets(this.#schema)].map(
      ({ name }) => name,
    );
  }

  #isForXslt(query: Query, variables: readonly string[]): boolean {
    if (this.#names(query)) return true;
    const error = this.#errorOf(query, variables);
    return error !== undefined && this.#isKnownToXslt(error);
  }

  /** Whether an expression names what only XSLT knows. */
  #names({ text }: Query): boolean {
    for (const [, name = ''] of text.matchAll(/\$\s*([\p{L}_][\p{L}\p{N}_.·-]*)/gu))
      if (this.#variables.has(name)) return true;
    return (
      (this.#hasForeignKeys && /\bkey\s*\(/.test(text)) ||
      /\bnamespace\s*::|\/functions\/collation\/|\/xpath-functions\/collation/.test(text)
    );
  }

  #errorOf(query: Query, variables: readonly string[]): QueryError | undefined {
    let known = this.#errors.get(query);
    if (known === undefined) {
      known = new Map();
      this.#errors.set(query, known);
    }
    const scope = [...new Set([...variables, ...this.#variables])];
    const key = scope.join(' ');
    if (!known.has(key)) known.set(key, this.#check(query, scope));
    return known.get(key);
  }

  #check(query: Query, variables: readonly string[]): QueryError | undefined {
    try {
      this.#processor.check(query, variables);
      return undefined;
    } catch (error) {
      if (error instanceof QueryError) return error;
      throw error;
    }
  }

  #isKnownToXslt({ code, reason }: QueryError): boolean {
    // What the processor of XPath has no notion of, it says without a code.
    if (code === '') return true;
    if (code !== 'XPST0017') return false;
    const called = /Function (?:Q\{([^}]*)\}|([^:\s]+):)?(\S+) with arity of (\d+)/.exec(reason);
    if (called === null) return false;
    const [, uri, prefix, local = '', arity = ''] = called;
    const namespace =
      uri ?? (prefix === undefined ? undefined : this.#processor.namespaceOf(prefix)) ?? fn;
    return (
      isStandardFunction(namespace, local) ||
      this.#functions.has(`Q{${namespace}}${local}#${arity}`)
    );
  }
}

const fn = 'http://www.w3.org/2005/xpath-functions';
