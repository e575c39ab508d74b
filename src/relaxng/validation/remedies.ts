import { expectedElements, type GrammarMachine, type State } from '../pattern/index.js';
import type { Homes } from './homes.js';
import { type ExpandedName, expanded, type OpenElement } from './mistake.js';
import { likeliestChildren, timesInside, timesUsed } from './vocabulary/index.js';

// What makes an element right that stands where it may not: each remedy has been tried on the schema before it is told.

/** So many remedies of a kind are told. */
const told = 3;
/** An element is a likely home of another if it holds at least this share of its kind. */
const likelyShare = 0.05;

/** Elements that may stand in a place and may hold an element, likeliest first, and how likely the first is. */
export interface Wraps {
  readonly names: readonly ExpandedName[];
  /** In how many texts the first is used so. */
  readonly times: number;
  /** Whether there are no others. */
  readonly all: boolean;
}

/** Where one that has no more homes than this may stand, that is probably what was meant. */
const fewHomes = 1;

export function isSame(a: ExpandedName, b: ExpandedName): boolean {
  return a.local === b.local && a.ns === b.ns;
}

/** Whether an element of a name may come in a state. */
export function mayCome(
  machine: GrammarMachine,
  state: State | undefined,
  { ns, local }: ExpandedName,
): boolean {
  return state !== undefined && machine.opening(state, machine.names.get(ns, local)) !== undefined;
}

/** Whether an element may come in a state as the first child of another. */
export function mayComeWithin(
  machine: GrammarMachine,
  state: State,
  around: ExpandedName,
  child: ExpandedName,
): boolean {
  const opening = machine.opening(state, machine.names.get(around.ns, around.local));
  return opening !== undefined && mayCome(machine, machine.closedForgiving(opening.content), child);
}

/** The state of the parent of an element as it will be after the element; `undefined` where nothing is known of it. */
export function stateAfter(machine: GrammarMachine, element: OpenElement): State | undefined {
  const { opening, leadsOn, parent } = element;
  if (opening === undefined || !leadsOn) return parent?.state;
  return machine.after(
    opening,
    opening.continuations.map((_, index) => index),
  );
}

const known = new WeakMap<State, Map<string, Wraps>>();

/** The elements that may stand in a state and hold a child that itself may not stand there. */
export function wraps(
  machine: GrammarMachine,
  homes: Homes,
  parent: ExpandedName,
  state: State,
  child: ExpandedName,
): Wraps {
  let inState = known.get(state);
  if (inState === undefined) {
    inState = new Map();
    known.set(state, inState);
  }
  const key = `${parent.ns} ${parent.local} ${child.ns} ${child.local}`;
  let found = inState.get(key);
  if (found === undefined) {
    found = findWraps(machine, homes, parent, state, child);
    inState.set(key, found);
  }
  return found;
}

function findWraps(
  machine: GrammarMachine,
  homes: Homes,
  parent: ExpandedName,
  state: State,
  child: ExpandedName,
): Wraps {
  const here = likeliestChildren(parent, expectedElements(state).names).filter(
    (wrap) => !isSame(wrap, parent),
  );
  const tried = (wraps: readonly ExpandedName[]) => {
    const names: ExpandedName[] = [];
    for (const wrap of wraps) {
      if (names.length === told) break;
      if (mayComeWithin(machine, state, wrap, child))
        names.push({ ns: wrap.ns, local: wrap.local });
    }
    return names;
  };
  const used = timesUsed(child);
  const times = (wrap: ExpandedName) => {
    const inside = timesInside(wrap, child);
    return inside < likelyShare * used ? 0 : Math.min(timesInside(parent, wrap), inside);
  };
  const likely = here
    .map((wrap) => ({ wrap, times: times(wrap) }))
    .filter((one) => one.times > 0)
    .sort((one, other) => other.times - one.times);
  const names = tried(likely.map(({ wrap }) => wrap));
  const [first] = names;
  if (first !== undefined) return { names, times: times(first), all: true };
  // Where use tells nothing of it, what the schema allows; what the parent never holds is of no help, unless it is all.
  const around = homes.ofElement(child);
  const possible = here.filter((wrap) => around.some((home) => isSame(home, wrap)));
  const few = around.length <= fewHomes || (used === 0 && possible.length <= told);
  const useful = possible.filter((wrap) => few || timesInside(parent, wrap) > 0);
  return { names: tried(useful), times: 0, all: useful.length <= told };
}

/** The place of a remedy: in the parent, or in what is around it. */
export type Remedy =
  /** Into an element that may stand in its place: one of those that are used so, or of all that would do, or of many. */
  | {
      readonly kind: 'wrap';
      readonly names: readonly ExpandedName[];
      readonly likely: boolean;
      readonly all: boolean;
    }
  /** Out of its parent, into the element around that. */
  | { readonly kind: 'move-out'; readonly around: OpenElement }
  /** Out of its parent, into an element after that. */
  | { readonly kind: 'move-behind'; readonly names: readonly ExpandedName[] };

/** What makes an element right that its parent cannot hold; `undefined` where nothing near does. */
export function remedyFor(
  machine: GrammarMachine,
  homes: Homes,
  parent: OpenElement,
  state: State,
  child: ExpandedName,
): Remedy | undefined {
  const inside = wraps(machine, homes, expanded(parent.element), state, child);
  const around = parent.parent;
  const after = stateAfter(machine, parent);
  let out: number | undefined;
  let behind: Wraps = { names: [], times: 0, all: true };
  if (around !== undefined && after !== undefined) {
    const name = expanded(around.element);
    if (mayCome(machine, after, child)) out = timesInside(name, child);
    behind = wraps(machine, homes, name, after, child);
  }
  const most = Math.max(inside.times, out ?? 0, behind.times);
  if (around !== undefined && out !== undefined && (out === most || most === 0))
    return { kind: 'move-out', around };
  if (most > 0 && inside.times === most)
    return { kind: 'wrap', names: inside.names, likely: true, all: true };
  if (most > 0) return { kind: 'move-behind', names: behind.names };
  if (inside.names.length > 0)
    return { kind: 'wrap', names: inside.names, likely: false, all: inside.all };
  return undefined;
}
