import {
  expectedElements,
  type GrammarMachine,
  type NumberedName,
  type Opening,
  requiredElements,
  type State,
} from '../pattern/index.js';
import type { ExpandedName, MissingBefore } from './mistake.js';
import { likeliestChildren } from './vocabulary/index.js';

/** How far the search for missing elements looks. */
const farthest = { elements: 3, steps: 3000 } as const;

function afterChild(machine: GrammarMachine, opening: Opening): State | undefined {
  return machine.after(
    opening,
    opening.continuations.map((_, index) => index),
  );
}

/** What has been found before: the same mistakes come again and again. */
const foundBefore = new WeakMap<State, Map<string, MissingBefore>>();

/**
 * The fewest elements after which an element of a name could stand.
 *
 * @param parent the element that they should stand in
 */
export function missingBefore(
  machine: GrammarMachine,
  parent: ExpandedName,
  state: State,
  name: NumberedName,
): MissingBefore {
  let known = foundBefore.get(state);
  if (known === undefined) {
    known = new Map();
    foundBefore.set(state, known);
  }
  const key = `${name.number} {${parent.ns}}${parent.local}`;
  let found = known.get(key);
  if (found === undefined) {
    found = searchBefore(machine, parent, state, name);
    known.set(key, found);
  }
  return found;
}

/** Breadth-first search, the likeliest elements first. */
function searchBefore(
  machine: GrammarMachine,
  parent: ExpandedName,
  state: State,
  name: NumberedName,
): MissingBefore {
  let frontier: { readonly names: readonly ExpandedName[]; readonly state: State }[] = [
    { names: [], state },
  ];
  const seen = new Set([state]);
  const alternatives: ExpandedName[] = [];
  let steps = 0;
  for (let depth = 1; depth <= farthest.elements; depth++) {
    const next: typeof frontier = [];
    for (const { names, state: before } of frontier) {
      for (const one of likeliestChildren(parent, expectedElements(before).names)) {
        if (++steps > farthest.steps) return { names: [], alternatives };
        const opening = machine.opening(before, machine.names.get(one.ns, one.local));
        const after = opening && afterChild(machine, opening);
        if (after === undefined) continue;
        const found = { ns: one.ns, local: one.local };
        if (machine.opening(after, name) !== undefined) {
          if (depth > 1) return { names: [...names, found], alternatives };
          alternatives.push(found);
        } else if (!seen.has(after)) {
          seen.add(after);
          next.push({ names: [...names, found], state: after });
        }
      }
    }
    if (alternatives.length > 0) return { names: alternatives.slice(0, 1), alternatives };
    frontier = next;
  }
  return { names: [], alternatives };
}

/** What has been found missing at the end, likewise. */
const foundAtEnd = new WeakMap<State, Map<string, readonly (readonly ExpandedName[])[]>>();

/** The elements still wanting at the end of an element, in order; for each the names that would do. */
export function missingAtEnd(
  machine: GrammarMachine,
  parent: ExpandedName,
  state: State,
): readonly (readonly ExpandedName[])[] {
  let known = foundAtEnd.get(state);
  if (known === undefined) {
    known = new Map();
    foundAtEnd.set(state, known);
  }
  const key = `{${parent.ns}}${parent.local}`;
  let missing = known.get(key);
  if (missing === undefined) {
    missing = searchAtEnd(machine, parent, state);
    known.set(key, missing);
  }
  return missing;
}

function searchAtEnd(
  machine: GrammarMachine,
  parent: ExpandedName,
  state: State,
): readonly (readonly ExpandedName[])[] {
  const missing: (readonly ExpandedName[])[] = [];
  let left: State | undefined = state;
  while (left !== undefined && machine.accepted(left).length === 0 && missing.length < 6) {
    const before: State = left;
    const names = likeliestChildren<ExpandedName>(parent, requiredElements(before).names);
    const steps = names.flatMap((name) => {
      const opening = machine.opening(before, machine.names.get(name.ns, name.local));
      const after = opening && afterChild(machine, opening);
      return after === undefined ? [] : [{ name, after }];
    });
    // Of several, those that complete the element at once are told first.
    const complete = steps.filter(({ after }) => machine.accepted(after).length > 0);
    const useful = complete.length > 0 ? complete : steps;
    const [first] = useful;
    if (first === undefined) break;
    missing.push(useful.map(({ name: { ns, local } }) => ({ ns, local })));
    left = first.after;
  }
  return missing;
}
