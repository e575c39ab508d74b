import {
  expectedElements,
  type GrammarMachine,
  type NumberedName,
  type Opening,
  requiredElements,
  type State,
} from '../pattern/index.js';
import type { ExpandedName } from './mistake.js';

/** How far the search for missing elements looks. */
const farthest = { elements: 3, steps: 3000 } as const;

function afterChild(machine: GrammarMachine, opening: Opening): State | undefined {
  return machine.after(
    opening,
    opening.continuations.map((_, index) => index),
  );
}

/**
 * The fewest elements after which an element of a name could stand, by breadth-first search.
 * @returns their names, or `undefined` where a few would not do
 */
export function missingBefore(
  machine: GrammarMachine,
  state: State,
  name: NumberedName,
): readonly ExpandedName[] | undefined {
  let frontier: { readonly names: readonly ExpandedName[]; readonly state: State }[] = [
    { names: [], state },
  ];
  const seen = new Set([state]);
  let steps = 0;
  for (let depth = 1; depth <= farthest.elements; depth++) {
    const next: typeof frontier = [];
    for (const { names, state: before } of frontier) {
      for (const one of expectedElements(before).names) {
        if (++steps > farthest.steps) return undefined;
        const opening = machine.opening(before, machine.names.get(one.ns, one.local));
        const after = opening && afterChild(machine, opening);
        if (after === undefined || seen.has(after)) continue;
        seen.add(after);
        const found = [...names, { ns: one.ns, local: one.local }];
        if (machine.opening(after, name) !== undefined) return found;
        next.push({ names: found, state: after });
      }
    }
    frontier = next;
  }
  return undefined;
}

/** The elements still wanting at the end of an element, in order; for each the names that would do. */
export function missingAtEnd(
  machine: GrammarMachine,
  state: State,
): readonly (readonly ExpandedName[])[] {
  const missing: ExpandedName[][] = [];
  let left: State | undefined = state;
  while (left !== undefined && machine.accepted(left).length === 0 && missing.length < 6) {
    const { names } = requiredElements(left);
    const steps = names.flatMap((name) => {
      const opening = machine.opening(left as State, machine.names.get(name.ns, name.local));
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
