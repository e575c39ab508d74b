import { flat, type XmlAttribute } from '../../xml/index.js';
import type { ValueContext } from '../datatype-libraries/index.js';
import {
  afterText,
  attributeSteps,
  elementSteps,
  elementStepsAfterMissing,
  forgivingAttributes,
  type Step,
  withoutAttributes,
} from './derivatives.js';
import { NameTable, type NumberedName } from './name-table.js';
import { type AttributePattern, Contains, type ElementPattern, type Pattern } from './pattern.js';
import type { PatternPool } from './pattern-pool.js';
import {
  type Alternative,
  type AttributeOpening,
  type Opening,
  State,
  type ValueTest,
} from './state.js';
import { matchesString } from './strings.js';

/** When more is kept than this, what has been reckoned is forgotten, so that memory stays bounded. */
export interface MachineLimits {
  readonly patterns: number;
  /** What follows from a name, in one state and in all together. */
  readonly stepsOfOne: number;
  readonly steps: number;
  /** Strings that a pattern of strings has been asked about, of one pattern and of all together. */
  readonly valuesOfOne: number;
  readonly values: number;
}

const usualLimits: MachineLimits = {
  patterns: 300_000,
  stepsOfOne: 5000,
  steps: 300_000,
  valuesOfOne: 20_000,
  values: 60_000,
};

/** Longer strings are not this.limits. */
const longestKept = 120;

/**
 * A schema as a machine over the events of documents. All that is reckoned is kept here, and is the same whatever
 * document asked first; each document makes it faster for the next.
 */
export class GrammarMachine {
  readonly names = new NameTable();
  /** States of one pattern after which one thing follows, by its id. */
  readonly #simple = new Map<number, State>();
  readonly #states = new Map<string, State>();
  readonly #valueTests = new Map<Pattern, ValueTest>();
  #stateIds = 0;
  #steps = 0;
  #values = 0;
  /** Before the root element. */
  readonly start: State;

  /** @param start the pattern of a whole document */
  constructor(
    readonly pool: PatternPool,
    start: Pattern,
    readonly limits: MachineLimits = usualLimits,
  ) {
    this.start = this.stateOf(start);
  }

  /** The state of one pattern, whose element has one continuation. */
  stateOf(pattern: Pattern): State {
    return this.state([{ pattern, continuation: 0 }]) ?? this.#make([{ pattern, continuation: 0 }]);
  }

  /** The state of alternatives; `undefined` when none of them allows anything. */
  state(alternatives: readonly Alternative[]): State | undefined {
    const merged = this.#merge(alternatives);
    return merged.length === 0 ? undefined : this.#make(merged);
  }

  /** One pattern for each continuation, in order. */
  #merge(alternatives: readonly Alternative[]): readonly Alternative[] {
    const [first] = alternatives;
    if (alternatives.length === 1 && first !== undefined)
      return first.pattern.kind === 'notAllowed' ? [] : alternatives;
    const patterns = new Map<number, Pattern[]>();
    for (const { pattern, continuation } of alternatives) {
      if (pattern.kind === 'notAllowed') continue;
      const same = patterns.get(continuation);
      if (same === undefined) patterns.set(continuation, [pattern]);
      else same.push(pattern);
    }
    return [...patterns]
      .sort(([a], [b]) => a - b)
      .map(([continuation, same]) => ({ continuation, pattern: this.pool.choice(same) }));
  }

  #make(alternatives: readonly Alternative[]): State {
    const [first] = alternatives;
    if (alternatives.length === 1 && first?.continuation === 0) {
      let state = this.#simple.get(first.pattern.id);
      if (state === undefined) {
        state = this.#newState(alternatives, first.pattern.contains);
        this.#simple.set(first.pattern.id, state);
      }
      return state;
    }
    let key = '';
    for (const { pattern, continuation } of alternatives) key += `${pattern.id}:${continuation} `;
    let state = this.#states.get(key);
    if (state === undefined) {
      let contains = 0;
      for (const { pattern } of alternatives) contains |= pattern.contains;
      state = this.#newState(alternatives, contains);
      this.#states.set(key, state);
    }
    return state;
  }

  #newState(alternatives: readonly Alternative[], contains: number): State {
    this.#tidy();
    return new State(this.#stateIds++, alternatives, contains);
  }

  /**
   * Lets go of everything but what an ongoing validation holds, when it is too much.
   * What is reckoned again afterwards is equal to what was, if not the same.
   */
  #tidy(): void {
    if (this.pool.size <= this.limits.patterns && this.#steps <= this.limits.steps) return;
    this.pool.forget();
    // A validation holds states that may lead to all others.
    for (const states of [this.#simple, this.#states])
      for (const state of states.values()) state.forget();
    this.#simple.clear();
    this.#states.clear();
    this.#valueTests.clear();
    this.start.forget();
    this.#steps = 0;
    this.#values = 0;
  }

  /** The child elements of a name that may come in a state. */
  opening(state: State, name: NumberedName): Opening | undefined {
    let opening = state.openings.get(name.number);
    if (opening === undefined && !state.openings.has(name.number)) {
      opening = this.#open(state, name, elementSteps);
      this.#keep(state.openings, name, opening);
    }
    return opening;
  }

  /** The child elements of a name that may come once what is required before them is taken for given. */
  openingAfterMissing(state: State, name: NumberedName): Opening | undefined {
    let opening = state.openingsAfterMissing.get(name.number);
    if (opening === undefined && !state.openingsAfterMissing.has(name.number)) {
      opening = this.#open(state, name, elementStepsAfterMissing);
      this.#keep(state.openingsAfterMissing, name, opening);
    }
    return opening;
  }

  #keep<Step>(steps: Map<number, Step>, { number }: NumberedName, step: Step): void {
    if (steps.size >= this.limits.stepsOfOne) steps.clear();
    steps.set(number, step);
    this.#steps++;
    this.#tidy();
  }

  #open(state: State, name: NumberedName, find: typeof elementSteps): Opening | undefined {
    const { ns, local } = name;
    const rests = new Map<ElementPattern, Alternative[]>();
    for (const { pattern, continuation } of state.alternatives) {
      for (const { part, rest } of find(this.pool, pattern, ns, local)) {
        const alternatives = rests.get(part);
        if (alternatives === undefined) rests.set(part, [{ pattern: rest, continuation }]);
        else alternatives.push({ pattern: rest, continuation });
      }
    }
    const continuations: State[] = [];
    const contents: Alternative[] = [];
    const elements: ElementPattern[] = [];
    for (const [element, alternatives] of rests) {
      const after = this.state(alternatives);
      if (after === undefined) continue;
      let index = continuations.indexOf(after);
      if (index === -1) index = continuations.push(after) - 1;
      elements.push(element);
      contents.push({ pattern: element.content(), continuation: index });
    }
    if (elements.length === 0) return undefined;
    const content = this.state(contents) ?? this.#make([]);
    return { elements, content, continuations, joined: new Map() };
  }

  /** An element by itself: what it may hold wherever it stands. */
  openingOf(elements: readonly ElementPattern[]): Opening {
    const contents = elements.map((element) => ({ pattern: element.content(), continuation: 0 }));
    const content = this.state(contents) ?? this.#make([]);
    return { elements, content, continuations: [this.stateOf(this.pool.empty)], joined: new Map() };
  }

  /** The attribute of a name that may be given in a state. */
  attribute(state: State, name: NumberedName): AttributeOpening | undefined {
    let opening = state.attributes.get(name.number);
    if (opening === undefined && !state.attributes.has(name.number)) {
      opening = this.#attribute(state, name);
      this.#keep(state.attributes, name, opening);
    }
    return opening;
  }

  #attribute(state: State, name: NumberedName): AttributeOpening | undefined {
    if ((state.contains & Contains.attributes) === 0) return undefined;
    const { ns, local } = name;
    const rests = new Map<Pattern, { attribute: AttributePattern; rests: Alternative[] }>();
    for (const { pattern, continuation } of state.alternatives) {
      const found: readonly Step<AttributePattern>[] = attributeSteps(
        this.pool,
        pattern,
        ns,
        local,
      );
      for (const { part, rest } of found) {
        const same = rests.get(part.value);
        if (same === undefined)
          rests.set(part.value, { attribute: part, rests: [{ pattern: rest, continuation }] });
        else same.rests.push({ pattern: rest, continuation });
      }
    }
    const values: AttributeOpening['values'][number][] = [];
    for (const [pattern, { attribute, rests: alternatives }] of rests) {
      const after = this.state(alternatives);
      if (after !== undefined) values.push({ attribute, value: this.valueTest(pattern), after });
    }
    return values.length === 0 ? undefined : { values, joined: new Map() };
  }

  /** The state after an attribute, or `undefined` if it cannot have its value. */
  afterAttribute(
    opening: AttributeOpening,
    attribute: XmlAttribute,
    context: ValueContext,
  ): State | undefined {
    const { values } = opening;
    const [only] = values;
    if (values.length === 1 && only !== undefined) {
      if (only.value.pattern === this.pool.text) return only.after;
      return this.test(only.value, attribute.value, context) ? only.after : undefined;
    }
    const { value } = attribute;
    const matching = values.filter((one) => this.test(one.value, value, context));
    return this.join(
      opening.joined,
      matching.map((one) => one.after),
    );
  }

  /** The state that is any of several. */
  join(joined: Map<string, State>, states: readonly State[]): State | undefined {
    if (states.length <= 1) return states[0];
    let key = '';
    for (const state of states) key += `${state.id} `;
    let state = joined.get(key);
    if (state === undefined) {
      state = this.state(states.flatMap((one) => one.alternatives)) ?? this.#make([]);
      joined.set(key, state);
    }
    return state;
  }

  valueTest(pattern: Pattern): ValueTest {
    let test = this.#valueTests.get(pattern);
    if (test === undefined) {
      test = { pattern, contextual: isContextual(pattern), known: new Map() };
      this.#valueTests.set(pattern, test);
    }
    return test;
  }

  /** Whether a string matches a pattern by itself. */
  test(test: ValueTest, value: string, context: ValueContext): boolean {
    if (test.pattern === this.pool.text) return true;
    if (test.contextual || value.length > longestKept)
      return matchesString(this.pool, test.pattern, value, context);
    let matches = test.known.get(value);
    if (matches === undefined) {
      matches = matchesString(this.pool, test.pattern, value, context);
      if (++this.#values >= this.limits.values) this.#forgetValues();
      else if (test.known.size >= this.limits.valuesOfOne) test.known.clear();
      test.known.set(flat(value), matches);
      this.#tidy();
    }
    return matches;
  }

  #forgetValues(): void {
    for (const test of this.#valueTests.values()) test.known.clear();
    this.#values = 0;
  }

  /** The state after the start tag; `undefined` when a required attribute is missing. */
  closed(state: State): State | undefined {
    if (state.closed === null) state.closed = this.#map(state, withoutAttributes);
    return state.closed;
  }

  /** The state after the start tag, were no attribute required. */
  closedForgiving(state: State): State {
    return this.#map(state, forgivingAttributes) ?? this.#make([]);
  }

  /** The state after text that is more than white space, among elements. */
  afterText(state: State): State | undefined {
    if (state.text === null) state.text = this.#map(state, afterText);
    return state.text;
  }

  #map(state: State, change: (pool: PatternPool, pattern: Pattern) => Pattern): State | undefined {
    return this.state(
      state.alternatives.map(({ pattern, continuation }) => ({
        pattern: change(this.pool, pattern),
        continuation,
      })),
    );
  }

  /** The continuations after an element that ends in a state; none when something is missing. */
  accepted(state: State): readonly number[] {
    state.accepted ??= state.alternatives
      .filter(({ pattern }) => pattern.nullable)
      .map(({ continuation }) => continuation);
    return state.accepted;
  }

  /** The continuations after an element that holds nothing but a string. */
  acceptedString(state: State, text: string, context: ValueContext): readonly number[] {
    return state.alternatives
      .filter(({ pattern }) => this.test(this.valueTest(pattern), text, context))
      .map(({ continuation }) => continuation);
  }

  /** The state of the parent after a child. */
  after(opening: Opening, accepted: readonly number[]): State | undefined {
    const { continuations } = opening;
    if (accepted.length === 1) return continuations[accepted[0] ?? 0];
    return this.join(
      opening.joined,
      accepted.flatMap((continuation) => continuations[continuation] ?? []),
    );
  }
}

/** Whether what a string means to a pattern depends on where it stands. */
function isContextual(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'value':
      return pattern.datatype.contextual;
    case 'data':
      return (
        pattern.datatype.contextual ||
        (pattern.except !== undefined && isContextual(pattern.except))
      );
    case 'choice':
      return pattern.choices.some(isContextual);
    case 'group':
    case 'interleave':
      return isContextual(pattern.left) || isContextual(pattern.right);
    case 'oneOrMore':
    case 'list':
      return isContextual(pattern.content);
    default:
      return false;
  }
}
