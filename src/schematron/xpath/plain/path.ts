import type { ViewNode } from '../view.js';
import { type Axis, axes, kindTest, type NodeTest, nameTest } from './axes.js';
import { type Focus, nodeOf, ofItems, type Plain, withItem } from './focus.js';
import { asksForPosition, callOf } from './functions.js';
import { type Items, isNode, NotPlain, none, ordered, rootOf } from './items.js';
import { type Token, tokensOf } from './tokens.js';

const end: Token = { kind: 'end', text: '' };

/** Words that are no names of functions (XPath 3.1, A.3). */
const reserved = new Set([
  'if',
  'switch',
  'typeswitch',
  'item',
  'element',
  'attribute',
  'function',
  'map',
  'array',
  'document-node',
  'schema-element',
  'schema-attribute',
  'namespace-node',
  'empty-sequence',
]);

/** A step of a path: from a node to others, or to whatever an expression has for its value there. */
interface Step {
  readonly items: (focus: Focus) => Items;
  /** Whether its nodes come in document order, each once, from one node. */
  readonly mayBeNumber: boolean;
}

/** Reads the paths of expressions (XPath 3.1, 3.3); what stands in brackets is read by whoever extends it. */
export abstract class PathReader {
  readonly #tokens: readonly Token[];
  readonly #namespaceOf: (prefix: string) => string | undefined;
  #at = 0;
  /** The variables that are bound where it reads, the innermost last. */
  readonly #scope: { readonly name: string; readonly place: number }[] = [];
  #places = 0;
  #asksForPosition = false;

  /** @throws NotPlain where it has pieces that plain expressions have not */
  constructor(expression: string, namespaceOf: (prefix: string) => string | undefined) {
    this.#tokens = tokensOf(expression);
    this.#namespaceOf = namespaceOf;
  }

  abstract expression(): Plain;
  protected abstract single(): Plain;

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  protected peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? end;
  }

  protected next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  #is(kind: Token['kind'], text: string): boolean {
    const token = this.peek();
    return token.kind === kind && token.text === text;
  }

  protected takes(kind: Token['kind'], text: string): boolean {
    const is = this.#is(kind, text);
    if (is) this.#at++;
    return is;
  }

  protected expect(kind: Token['kind'], text: string): void {
    if (!this.takes(kind, text)) throw new NotPlain();
  }

  /** `$name` */
  protected variableName(): string {
    this.expect('sign', '$');
    const { kind, text } = this.next();
    if (kind !== 'name' || /[:*]/.test(text)) throw new NotPlain();
    return text;
  }

  protected bind(name: string): number {
    const place = this.#places++;
    this.#scope.push({ name, place });
    return place;
  }

  protected unbind(): void {
    this.#scope.pop();
  }

  /** PathExpr */
  protected path(): Plain {
    let path: Step | undefined;
    if (this.takes('sign', '/')) {
      path = { items: (focus) => [rootOf(nodeOf(focus))], mayBeNumber: false };
      if (!this.#beginsStep()) return ofItems(path.items, false);
      path = joined(path, this.#step());
    } else if (this.#is('sign', '//')) {
      path = { items: (focus) => [rootOf(nodeOf(focus))], mayBeNumber: false };
    } else path = this.#step();
    for (;;) {
      if (this.takes('sign', '/')) path = joined(path, this.#step());
      else if (this.takes('sign', '//')) path = this.#below(path);
      else break;
    }
    return ofItems(path.items, path.mayBeNumber);
  }

  #beginsStep(): boolean {
    const { kind, text } = this.peek();
    if (kind === 'name' || kind === 'axis') return true;
    return kind === 'sign' && ['.', '..', '@', '*', '(', '$'].includes(text);
  }

  /** What stands after `//`: the same as `descendant` where nothing counts among siblings. */
  #below(path: Step): Step {
    const at = this.#at;
    const places = this.#places;
    const { kind } = this.peek();
    if (kind === 'name' || this.#is('sign', '*')) {
      const step = this.#axisStep('child', 'descendant');
      if (step !== undefined) return joined(path, step);
      this.#at = at;
      this.#places = places;
    }
    const all = axes['descendant-or-self'] as Axis;
    return joined(joined(path, walking(all, anything, [])), this.#step());
  }

  #step(): Step {
    const { kind, text } = this.peek();
    if (kind === 'axis') {
      this.next();
      return this.#axisStep(text) as Step;
    }
    if (this.takes('sign', '@')) return this.#axisStep('attribute') as Step;
    if (this.takes('sign', '..')) return walking(axes.parent as Axis, anything, this.#predicates());
    const isCall = kind === 'name' && this.peek(1).kind === 'sign' && this.peek(1).text === '(';
    if (
      this.#is('sign', '*') ||
      (kind === 'name' && !(isCall && kindTest(text, undefined) === undefined))
    )
      return this.#axisStep('child') as Step;
    return this.#filter();
  }

  /**
   * A node test and its predicates.
   *
   * @param instead the axis to walk along where no predicate asks for a position
   * @returns `undefined` where one does, and there is another axis
   */
  #axisStep(name: string, instead?: string): Step | undefined {
    const axis = Object.hasOwn(axes, name) ? axes[name] : undefined;
    if (axis === undefined) throw new NotPlain();
    const walked = instead === undefined ? axis : (axes[instead] as Axis);
    const test = this.#nodeTest(walked);
    const asked = this.#asksForPosition;
    this.#asksForPosition = false;
    const predicates = this.#predicates();
    const counts = this.#asksForPosition || predicates.some(({ mayBeNumber }) => mayBeNumber);
    this.#asksForPosition = asked;
    if (counts && instead !== undefined) return undefined;
    return walking(walked, test, predicates);
  }

  #nodeTest(axis: Axis): NodeTest {
    const { kind, text } = this.next();
    if (kind === 'sign' && text === '*') return nameTest(undefined, undefined, axis);
    if (kind !== 'name') throw new NotPlain();
    if (this.takes('sign', '(')) {
      const target = this.#is('sign', ')') ? undefined : this.next();
      if (
        target !== undefined &&
        ((target.kind !== 'name' && target.kind !== 'text') || text !== 'processing-instruction')
      )
        throw new NotPlain();
      this.expect('sign', ')');
      const test = kindTest(text, target?.text);
      if (test === undefined) throw new NotPlain();
      return test;
    }
    const [first = '', second] = text.split(':');
    if (second === undefined) return nameTest('', first, axis);
    if (first === '*') return nameTest(undefined, second, axis);
    const namespace = this.#namespaceOf(first);
    if (namespace === undefined) throw new NotPlain();
    return nameTest(namespace, second === '*' ? undefined : second, axis);
  }

  #predicates(): readonly Plain[] {
    const predicates: Plain[] = [];
    while (this.takes('sign', '[')) {
      predicates.push(this.expression());
      this.expect('sign', ']');
    }
    return predicates;
  }

  /** PostfixExpr: something that is no walk along an axis, and predicates. */
  #filter(): Step {
    const primary = this.#primary();
    const predicates = this.#predicates();
    if (predicates.length === 0) return primary;
    return {
      items: (focus) => filtered(focus, primary.items(focus), predicates),
      mayBeNumber: primary.mayBeNumber,
    };
  }

  #primary(): Plain {
    const { kind, text } = this.next();
    if (kind === 'text') return constant(text);
    if (kind === 'number') return constant(Number(text));
    if (kind === 'name') {
      if (!this.takes('sign', '(') || reserved.has(text)) throw new NotPlain();
      return this.#call(text.replace(/^fn:/, ''));
    }
    if (kind !== 'sign') throw new NotPlain();
    if (text === '.')
      return ofItems(({ item }) => {
        if (item === undefined) throw new NotPlain();
        return [item];
      });
    if (text === '$') {
      this.#at--;
      return this.#variable(this.variableName());
    }
    if (text !== '(') throw new NotPlain();
    if (this.takes('sign', ')')) return ofItems(() => none, false);
    const inner = this.expression();
    this.expect('sign', ')');
    return inner;
  }

  #call(name: string): Plain {
    const given: Plain[] = [];
    if (!this.takes('sign', ')')) {
      do given.push(this.single());
      while (this.takes('sign', ','));
      this.expect('sign', ')');
    }
    if (asksForPosition(name)) this.#asksForPosition = true;
    return callOf(name, given);
  }

  #variable(name: string): Plain {
    const bound = this.#scope.findLast((one) => one.name === name);
    if (bound === undefined) return ofItems(({ outside }) => outside.variable(name));
    const { place } = bound;
    return ofItems(({ outside }) => outside.bound[place] ?? none);
  }
}

const anything: NodeTest = { passes: () => true };

function constant(value: string | number): Plain {
  const items = [value];
  return ofItems(() => items, typeof value === 'number');
}

/** A walk along an axis, with predicates that count in its direction (XPath 3.1, 3.3.3). */
function walking({ walk, isReverse }: Axis, test: NodeTest, predicates: readonly Plain[]): Step {
  return {
    mayBeNumber: false,
    items: (focus) => {
      const walked = walk(nodeOf(focus), test);
      const found = predicates.length === 0 ? walked : filtered(focus, walked, predicates);
      return isReverse && found.length > 1 ? [...found].reverse() : found;
    },
  };
}

/** The items of which each predicate holds; where it is a number, the one at that position. */
function filtered(focus: Focus, items: Items, predicates: readonly Plain[]): Items {
  let left = items;
  for (const predicate of predicates) {
    if (left.length === 0) return left;
    const { length } = left;
    left = left.filter((item, index) => {
      const there = withItem(focus, item, index + 1, length);
      if (!predicate.mayBeNumber) return predicate.truth(there);
      const value = predicate.items(there);
      const [first] = value;
      if (typeof first !== 'number') return predicate.truth(there);
      if (value.length > 1) throw new NotPlain();
      return first === index + 1;
    });
  }
  return left;
}

/** One step after the other: nodes in document order, each once, or whatever else there is, as it comes. */
function joined(first: Step, second: Step): Step {
  return {
    mayBeNumber: second.mayBeNumber,
    items: (focus) => {
      const from = first.items(focus);
      if (from.length === 1 && isNode(from[0])) {
        const only = second.items(withItem(focus, from[0]));
        return only.length < 2 || !isNode(only[0]) ? only : inOrder(only);
      }
      const found: Items[number][] = [];
      for (const [index, item] of from.entries()) {
        if (!isNode(item)) throw new NotPlain();
        for (const one of second.items(withItem(focus, item, index + 1, from.length)))
          found.push(one);
      }
      return inOrder(found);
    },
  };
}

function inOrder(items: Items): Items {
  if (items.length < 2) return items;
  if (items.every(isNode)) return ordered(items as readonly ViewNode[]);
  if (items.some(isNode)) throw new NotPlain();
  return items;
}
