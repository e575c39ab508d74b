import fontoxpath, { type Options } from 'fontoxpath';
import type { Key, Query, SchemaPlace } from '../schema/schema.js';
import { viewFacade } from './facade.js';
import { functionNamespace, nameOfOwn, registerFunctions } from './functions.js';
import { withIndexedElements } from './indexed-elements.js';
import type { ViewDocument, ViewNode } from './view.js';

/** Prefixes that expressions may use without declaring them, as processors of Schematron have it. */
export const wellKnownPrefixes: Readonly<Record<string, string>> = {
  xs: 'http://www.w3.org/2001/XMLSchema',
  fn: 'http://www.w3.org/2005/xpath-functions',
  map: 'http://www.w3.org/2005/xpath-functions/map',
  array: 'http://www.w3.org/2005/xpath-functions/array',
  math: 'http://www.w3.org/2005/xpath-functions/math',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

const wellKnown = new Map(Object.entries(wellKnownPrefixes));

/** An expression that is not one, or that cannot be evaluated where it is asked. */
export class QueryError extends Error {
  constructor(
    readonly query: Query,
    /** The processor's own words, without its code. */
    readonly reason: string,
    /** The error code of XPath, `XPST0003`; empty where it gives none. */
    readonly code: string,
  ) {
    super(`${query.text}: ${reason}`);
  }

  get at(): SchemaPlace {
    return this.query.at;
  }
}

/** The values of variables by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** What expressions may ask for besides their context node. */
export interface Surroundings {
  /** The keys of the schema. */
  readonly keys: readonly Key[];
  /** The document at an address relative to a node; `undefined` where there is none. */
  readonly open: (address: string, from: ViewNode) => ViewDocument | undefined;
  /** The address of the document that a node stands in. */
  readonly addressOf: (node: ViewNode) => string | undefined;
}

/** Evaluates the expressions of a schema, in XPath 3.1: the versions before it mean the same but for rare corners. */
export class Processor {
  readonly #options: Options;
  readonly #texts: PreparedTexts;

  constructor(
    readonly namespaces: Readonly<Record<string, string>>,
    readonly surroundings: Surroundings,
  ) {
    registerFunctions();
    this.#texts = preparedTexts.get(namespaces) ?? { alone: new Map(), each: new Map() };
    preparedTexts.set(namespaces, this.#texts);
    const namespaceOf = (prefix: string): string | null =>
      prefix === '' ? null : (this.namespaceOf(prefix) ?? null);
    this.#options = {
      language: fontoxpath.evaluateXPath.XPATH_3_1_LANGUAGE,
      namespaceResolver: namespaceOf,
      functionNameResolver: ({ prefix, localName }, arity) => {
        if (prefix === '' || prefix === 'fn') {
          const own = nameOfOwn(localName, arity);
          return {
            localName,
            namespaceURI: own ? functionNamespace : 'http://www.w3.org/2005/xpath-functions',
          };
        }
        return { localName, namespaceURI: namespaceOf(prefix) ?? '' };
      },
    };
  }

  namespaceOf(prefix: string): string | undefined {
    return this.namespaces[prefix] ?? wellKnown.get(prefix);
  }

  boolean(query: Query, node: ViewNode, variables: Variables): boolean {
    return this.#evaluate(query, node, (options) =>
      fontoxpath.evaluateXPathToBoolean(
        this.#prepared(query.text),
        node,
        viewFacade,
        variables,
        options,
      ),
    );
  }

  /** Truth values of an expression, those of one context after those of the other. */
  booleansAt(
    query: Query,
    contexts: readonly ViewNode[],
    variables: Variables,
  ): readonly boolean[] {
    return this.#atEach(query, contexts, variables, (text, node, known, options) =>
      evaluateAll(text, node, known, options),
    ) as readonly boolean[];
  }

  /** The nodes that an expression leads to from each of some nodes; one may be told twice. */
  nodesFrom(query: Query, points: readonly ViewNode[], variables: Variables): readonly ViewNode[] {
    return this.#atEach(query, points, variables, (text, node, known, options) =>
      fontoxpath.evaluateXPathToNodes(text, node, viewFacade, known, options),
    ) as unknown as readonly ViewNode[];
  }

  /** The nodes that an expression leads to. */
  nodes(query: Query, node: ViewNode, variables: Variables): readonly ViewNode[] {
    return this.#evaluate(
      query,
      node,
      (options) =>
        fontoxpath.evaluateXPathToNodes(
          this.#prepared(query.text),
          node,
          viewFacade,
          variables,
          options,
        ) as unknown as ViewNode[],
    );
  }

  /** The value of an expression as text, its items parted by spaces. */
  string(query: Query, node: ViewNode, variables: Variables): string {
    return this.strings(query, node, variables).join(' ');
  }

  strings(query: Query, node: ViewNode, variables: Variables): readonly string[] {
    const text = `(${this.#prepared(query.text)}) ! string(.)`;
    return this.#evaluate(query, node, (options) =>
      fontoxpath.evaluateXPathToStrings(text, node, viewFacade, variables, options),
    );
  }

  /** The value of a variable, to be passed to other expressions. */
  value(query: Query, node: ViewNode, variables: Variables): unknown {
    return this.#evaluate(query, node, (options) => {
      const kept = typed(query, node, variables, options);
      return kept ?? sequence(evaluateAll(this.#prepared(query.text), node, variables, options));
    });
  }

  /**
   * Whether an expression is one, and all that it names is known.
   *
   * @throws QueryError where it is not
   */
  check(query: Query, variables: readonly string[]): void {
    const known = Object.fromEntries(variables.map((name) => [name, null]));
    const text = `count(function() { ${query.text}\n }) = 1`;
    this.#evaluate(query, undefined, (options) =>
      fontoxpath.evaluateXPathToBoolean(text, null, viewFacade, known, options),
    );
  }

  /** Evaluates an expression with each of some nodes as its context, in one go. */
  #atEach<Value>(
    query: Query,
    nodes: readonly ViewNode[],
    variables: Variables,
    evaluate: (
      text: string,
      node: ViewNode | undefined,
      variables: Variables,
      options: Options,
    ) => Value,
  ): Value {
    const { each } = this.#texts;
    let text = each.get(query.text);
    if (text === undefined) {
      text = `for $${nodeVariable} in $${nodesVariable} return $${nodeVariable} ! (${this.#prepared(query.text)}\n)`;
      each.set(query.text, text);
    }
    const whole = text;
    return this.#evaluate(query, nodes[0], (options) =>
      evaluate(whole, nodes[0], { ...variables, [nodesVariable]: sequence(nodes) }, options),
    );
  }

  /** An expression as it is evaluated. */
  #prepared(text: string): string {
    const { alone } = this.#texts;
    let prepared = alone.get(text);
    if (prepared === undefined) {
      prepared = withIndexedElements(text, (prefix) => this.namespaceOf(prefix));
      alone.set(text, prepared);
    }
    return prepared;
  }

  #evaluate<Value>(
    query: Query,
    current: ViewNode | undefined,
    evaluate: (options: Options) => Value,
  ): Value {
    const context = { current, processor: this };
    try {
      return evaluate({ ...this.#options, currentContext: context });
    } catch (error) {
      throw queryError(query, error);
    }
  }
}

/** Expressions as they are evaluated, by those that are written: at one node, and at each of some. */
interface PreparedTexts {
  readonly alone: Map<string, string>;
  readonly each: Map<string, string>;
}

/** Those of a schema, by its prefixes. */
const preparedTexts = new WeakMap<object, PreparedTexts>();

const nodesVariable = 'imprimatur-nodes';
const nodeVariable = 'imprimatur-node';

const allResults = fontoxpath.ReturnType.ALL_RESULTS;

function evaluateAll(
  text: string,
  node: ViewNode | undefined,
  variables: Variables,
  options: Options,
): readonly unknown[] {
  return fontoxpath.evaluateXPath(text, node, viewFacade, variables, allResults, options);
}

const sequenceOf = fontoxpath.createTypedValueFactory('item()*');

/** Items as a sequence of XPath: by itself, an array would become an array of XPath. */
function sequence(items: readonly unknown[]): unknown {
  return sequenceOf([...items] as never, viewFacade);
}

/** Atomic types whose values lose their type when they leave the processor. */
const fragile = [
  'date',
  'dateTime',
  'time',
  'duration',
  'QName',
  'gYear',
  'gYearMonth',
  'gMonth',
  'gMonthDay',
  'gDay',
];

/** A value of one of the fragile types, made anew as such; `undefined` where the value is none. */
function typed(query: Query, node: ViewNode, variables: Variables, options: Options): unknown {
  if (!/\bxs:|date|time|duration|QName/i.test(query.text)) return undefined;
  const text = `let $v := (${query.text}) return if (count($v) = 1 and not($v instance of node())) then (${fragile
    .map(
      (type) =>
        `if ($v instance of Q{http://www.w3.org/2001/XMLSchema}${type}) then "${type}" else `,
    )
    .join('')}"") else ""`;
  const [type] = evaluateAll(text, node, variables, options);
  if (typeof type !== 'string' || type === '') return undefined;
  const [lexical] = evaluateAll(`string(${query.text})`, node, variables, options);
  return fontoxpath.createTypedValueFactory(`xs:${type}`)(lexical as string, viewFacade);
}

function queryError(query: Query, error: unknown): QueryError {
  if (error instanceof QueryError) return error;
  const { message } = error as Error;
  const said = message.replace(/^[\s\S]*?\n\nError: /, '').split('\n')[0] ?? message;
  const [, code = '', reason = said] = /^(?:Error: )?([A-Z]{4}\d{4})[:,]?\s*(.*)$/.exec(said) ?? [];
  return new QueryError(query, plain(reason, code), code);
}

/** What the processor says, shortened where it lists all that may follow. */
function plain(reason: string, code: string): string {
  if (code === 'XPST0003') return 'it is not an expression of XPath';
  return reason.replace(/\s+/g, ' ').replace(/\.$/, '');
}
