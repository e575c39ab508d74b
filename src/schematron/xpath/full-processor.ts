import type { Options } from 'fontoxpath';
import type { Query } from '../schema/schema.js';
import { viewFacade } from './facade.js';
import { fontoxpath } from './fontoxpath.js';
import { functionNamespace, nameOfOwn, registerFunctions } from './functions.js';
import { QueryError, type Surroundings, type Variables } from './query.js';
import type { ViewNode } from './view.js';

/** Evaluates expressions by fontoxpath, which knows nearly all of XPath 3.1. */
export class FullProcessor {
  readonly #options: Options;

  constructor(
    namespaceNamed: (prefix: string) => string | undefined,
    readonly surroundings: Surroundings,
  ) {
    registerFunctions();
    const namespaceOf = (prefix: string): string | null =>
      prefix === '' ? null : (namespaceNamed(prefix) ?? null);
    this.#options = {
      language: fontoxpath().evaluateXPath.XPATH_3_1_LANGUAGE,
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

  boolean(query: Query, node: ViewNode, variables: Variables): boolean {
    return this.#evaluate(query, node, (options) =>
      fontoxpath().evaluateXPathToBoolean(query.text, node, viewFacade, variables, options),
    );
  }

  /** The nodes that an expression leads to. */
  nodes(query: Query, node: ViewNode, variables: Variables): readonly ViewNode[] {
    return this.#evaluate(
      query,
      node,
      (options) =>
        fontoxpath().evaluateXPathToNodes(
          query.text,
          node,
          viewFacade,
          variables,
          options,
        ) as unknown as ViewNode[],
    );
  }

  /** The items of its value, each as a text. */
  strings(query: Query, node: ViewNode, variables: Variables): readonly string[] {
    const text = `(${query.text}) ! string(.)`;
    return this.#evaluate(query, node, (options) =>
      fontoxpath().evaluateXPathToStrings(text, node, viewFacade, variables, options),
    );
  }

  /** The value of a variable, to be passed to other expressions. */
  value(query: Query, node: ViewNode, variables: Variables): unknown {
    return this.#evaluate(query, node, (options) => {
      const kept = typed(query, node, variables, options);
      return kept ?? sequence(evaluateAll(query.text, node, variables, options));
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
      fontoxpath().evaluateXPathToBoolean(text, null, viewFacade, known, options),
    );
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
      throw queryError(query, error, current);
    }
  }
}

function evaluateAll(
  text: string,
  node: ViewNode | undefined,
  variables: Variables,
  options: Options,
): readonly unknown[] {
  const { evaluateXPath, ReturnType } = fontoxpath();
  return evaluateXPath(text, node, viewFacade, variables, ReturnType.ALL_RESULTS, options);
}

/** Items as a sequence of XPath: by itself, an array would become an array of XPath. */
function sequence(items: readonly unknown[]): unknown {
  return fontoxpath().createTypedValueFactory('item()*')([...items] as never, viewFacade);
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
  return fontoxpath().createTypedValueFactory(`xs:${type}`)(lexical as string, viewFacade);
}

function queryError(query: Query, error: unknown, node: ViewNode | undefined): QueryError {
  if (error instanceof QueryError) return error;
  const { message } = error as Error;
  const said = message.replace(/^[\s\S]*?\n\nError: /, '').split('\n')[0] ?? message;
  const [, code = '', reason = said] = /^(?:Error: )?([A-Z]{4}\d{4})[:,]?\s*(.*)$/.exec(said) ?? [];
  // What is wrong with an expression itself is wrong everywhere.
  const at = code.startsWith('XPST') ? undefined : node;
  return new QueryError(query, plain(reason, code), code, at);
}

/** What the processor says, shortened where it lists all that may follow. */
function plain(reason: string, code: string): string {
  if (code === 'XPST0003') return 'it is not an expression of XPath';
  return reason.replace(/\s+/g, ' ').replace(/\.$/, '');
}
