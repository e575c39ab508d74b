import type { Query } from '../schema/schema.js';
import { FullProcessor } from './full-processor.js';
import {
  type Items,
  isNode,
  NotPlain,
  type PlainExpression,
  type PlainOutside,
  plainExpression,
  textOfItem,
} from './plain/index.js';
import { type Surroundings, type Variables, wellKnownPrefixes } from './query.js';
import { ViewDocument, type ViewNode } from './view.js';

/** The plain expressions of a schema, by their text, since prefixes are its own; `null` for those that are not plain. */
const plainExpressions = new WeakMap<object, Map<string, PlainExpression | null>>();

/** A variable whose value was plain: what full expressions are to be given in its place is reckoned when one asks. */
class PlainValue {
  #full: unknown;

  constructor(
    readonly items: Items,
    readonly reckon: () => unknown,
  ) {}

  get full(): unknown {
    this.#full ??= this.reckon();
    return this.#full;
  }
}

/**
 * Evaluates the expressions of a schema, in XPath 3.1: the versions before it mean the same but for rare corners. Plain
 * expressions are functions of JavaScript; all others, and all errors, are left to fontoxpath.
 */
export class Processor {
  #fullProcessor: FullProcessor | undefined;
  readonly #plain: Map<string, PlainExpression | null>;

  constructor(
    readonly namespaces: Readonly<Record<string, string>>,
    readonly surroundings: Surroundings,
  ) {
    this.#plain = plainExpressions.get(namespaces) ?? new Map();
    plainExpressions.set(namespaces, this.#plain);
  }

  namespaceOf(prefix: string): string | undefined {
    return this.namespaces[prefix] ?? wellKnownPrefixes[prefix];
  }

  get #full(): FullProcessor {
    this.#fullProcessor ??= new FullProcessor(
      (prefix) => this.namespaceOf(prefix),
      this.surroundings,
    );
    return this.#fullProcessor;
  }

  boolean(query: Query, node: ViewNode, variables: Variables): boolean {
    return (
      this.#plainly(query, variables, ({ truth }, outside) => truth(node, outside(node))) ??
      this.#full.boolean(query, node, full(variables))
    );
  }

  /**
   * Truth values of an expression, those of one context after those of the other; `undefined` where they cannot be asked
   * for all at once.
   */
  booleansAt(
    query: Query,
    contexts: readonly ViewNode[],
    variables: Variables,
  ): readonly boolean[] | undefined {
    return this.#plainly(query, variables, ({ items }, outside) =>
      contexts.flatMap((node) => items(node, outside(node)) as readonly boolean[]),
    );
  }

  /** The nodes that an expression leads to from each of some nodes; one may be told twice. */
  nodesFrom(query: Query, points: readonly ViewNode[], variables: Variables): readonly ViewNode[] {
    return (
      this.#plainly(query, variables, ({ items }, outside) =>
        points.flatMap((node) => nodesIn(items(node, outside(node)))),
      ) ?? points.flatMap((node) => this.#full.nodes(query, node, full(variables)))
    );
  }

  /** The nodes that an expression leads to. */
  nodes(query: Query, node: ViewNode, variables: Variables): readonly ViewNode[] {
    return (
      this.#plainly(query, variables, ({ items }, outside) =>
        nodesIn(items(node, outside(node))),
      ) ?? this.#full.nodes(query, node, full(variables))
    );
  }

  /** The value of an expression as text, its items parted by spaces. */
  string(query: Query, node: ViewNode, variables: Variables): string {
    return this.strings(query, node, variables).join(' ');
  }

  strings(query: Query, node: ViewNode, variables: Variables): readonly string[] {
    return (
      this.#plainly(query, variables, ({ items }, outside) =>
        items(node, outside(node)).map(textOfItem),
      ) ?? this.#full.strings(query, node, full(variables))
    );
  }

  /** The value of a variable, to be passed to other expressions. */
  value(query: Query, node: ViewNode, variables: Variables): unknown {
    // Whoever evaluates one variable after the other adds to them.
    const known = { ...variables };
    const reckon = () => this.#full.value(query, node, full(known));
    const items = this.#plainly(query, variables, (plain, outside) =>
      plain.items(node, outside(node)),
    );
    return items === undefined ? reckon() : new PlainValue(items, reckon);
  }

  /**
   * Whether an expression is one, and all that it names is known.
   *
   * @throws QueryError where it is not
   */
  check(query: Query, variables: readonly string[]): void {
    this.#full.check(query, variables);
  }

  /** The answer of a plain expression; `undefined` where it is none, or has no plain answer. */
  #plainly<Answer>(
    { text }: Query,
    variables: Variables,
    ask: (plain: PlainExpression, outside: (current: ViewNode) => PlainOutside) => Answer,
  ): Answer | undefined {
    let plain = this.#plain.get(text);
    if (plain === undefined) {
      plain = plainExpression(text, (prefix) => this.namespaceOf(prefix)) ?? null;
      this.#plain.set(text, plain);
    }
    if (plain === null) return undefined;
    const { surroundings } = this;
    const variable = (name: string): Items => plainValue(variables[name]);
    try {
      return ask(plain, (current) => ({ current, surroundings, variable }));
    } catch (error) {
      if (error instanceof NotPlain) return undefined;
      throw error;
    }
  }
}

function nodesIn(items: Items): readonly ViewNode[] {
  if (!items.every(isNode)) throw new NotPlain();
  return items as readonly ViewNode[];
}

function plainValue(value: unknown): Items {
  if (value instanceof PlainValue) return value.items;
  if (value instanceof ViewDocument) return [value];
  throw new NotPlain();
}

/** Variables as full expressions take them. */
function full(variables: Variables): Variables {
  const entries = Object.entries(variables);
  if (!entries.some(([, value]) => value instanceof PlainValue)) return variables;
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value instanceof PlainValue ? value.full : value]),
  );
}
