import type { ExpandedName } from '../mistake.js';
import * as counted from './tei-usage.js';
import { tei } from './vocabularies.js';

/** Counts by element; of the few elements that somebody asks about, each line is read by itself. */
class Table {
  readonly #counts = new Map<string, ReadonlyMap<string, number>>();
  #totals: Map<string, readonly [sum: number, breadth: number]> | undefined;

  constructor(
    readonly lines: string,
    readonly totalLines: string,
  ) {}

  count(element: string, name: string): number {
    let counts = this.#counts.get(element);
    if (counts === undefined) {
      counts = this.#read(element);
      this.#counts.set(element, counts);
    }
    return counts.get(name) ?? 0;
  }

  #read(element: string): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    const at = this.lines.indexOf(`\n${element}: `);
    if (at === -1) return counts;
    const line = this.lines.slice(at + element.length + 3, this.lines.indexOf('\n', at + 1));
    for (const pair of line.split(', ')) {
      const [name = '', times = '1'] = pair.split(' ');
      counts.set(name, Number(times));
    }
    return counts;
  }

  /** The sum of what is counted in all elements. */
  total(name: string): number {
    return this.#total(name)?.[0] ?? 0;
  }

  /** In how many elements a name is counted. */
  breadth(name: string): number {
    return this.#total(name)?.[1] ?? 0;
  }

  #total(name: string): readonly [sum: number, breadth: number] | undefined {
    if (this.#totals === undefined) {
      this.#totals = new Map();
      for (const line of this.totalLines.trim().split('\n')) {
        const [one = '', sum, breadth] = line.split(' ');
        this.#totals.set(one, [Number(sum), Number(breadth)]);
      }
    }
    return this.#totals.get(name);
  }
}

const children = new Table(counted.children, counted.childTotals);
const attributes = new Table(counted.attributes, counted.attributeTotals);

/** In how many texts an element holds another; 0 for elements that are not TEI's. */
export function timesInside(parent: ExpandedName, child: ExpandedName): number {
  return parent.ns === tei && child.ns === tei ? children.count(parent.local, child.local) : 0;
}

/** In how many texts an element stands, summed over the elements that hold it. */
export function timesUsed({ ns, local }: ExpandedName): number {
  return ns === tei ? children.total(local) : 0;
}

/** In how many elements an element stands. */
function usedIn({ ns, local }: ExpandedName): number {
  return ns === tei ? children.breadth(local) : 0;
}

function written({ ns, local }: ExpandedName): string {
  return ns === '' ? local : `xml:${local}`;
}

/** Names with the likeliest first, and those of one likelihood in the order of the schema. */
function sorted<Name extends ExpandedName>(
  names: readonly Name[],
  likelihood: (name: Name) => number,
): readonly Name[] {
  const rated = names.map((name): readonly [Name, number] => [name, likelihood(name)]);
  return rated.sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** What has been put in order before, by the list and by whose it is. */
const orders = new WeakMap<readonly ExpandedName[], Map<string, readonly ExpandedName[]>>();

function once<Name extends ExpandedName>(
  names: readonly Name[],
  of: string,
  likelihood: (name: Name) => number,
): readonly Name[] {
  let known = orders.get(names);
  if (known === undefined) {
    known = new Map();
    orders.set(names, known);
  }
  let order = known.get(of) as readonly Name[] | undefined;
  if (order === undefined) {
    order = sorted(names, likelihood);
    known.set(of, order);
  }
  return order;
}

/** What counts in one element weighs more than what counts elsewhere. */
const elsewhere = 0.001;

/**
 * The children that an element may have, those that it has most often first. What is used in many elements weighs more
 * than a speciality of the texts that were counted.
 */
export function likeliestChildren<Name extends ExpandedName>(
  parent: ExpandedName,
  names: readonly Name[],
): readonly Name[] {
  return once(
    names,
    `in ${parent.ns} ${parent.local}`,
    (child) => timesInside(parent, child) * usedIn(child) ** 0.25 + elsewhere * timesUsed(child),
  );
}

/** The elements that may hold another, those that hold it most often first. */
export function likeliestParents<Name extends ExpandedName>(
  child: ExpandedName,
  names: readonly Name[],
): readonly Name[] {
  return once(
    names,
    `around ${child.ns} ${child.local}`,
    (parent) => timesInside(parent, child) + elsewhere * timesUsed(parent),
  );
}

/** The attributes that an element may have, those that it has most often first. */
export function likeliestAttributes<Name extends ExpandedName>(
  { ns, local }: ExpandedName,
  names: readonly Name[],
): readonly Name[] {
  if (ns !== tei) return names;
  return once(names, `of ${local}`, (attribute) => {
    const name = written(attribute);
    return attributes.count(local, name) + elsewhere * attributes.total(name);
  });
}

/** The elements that may have an attribute, those that have it most often first. */
export function likeliestOwners<Name extends ExpandedName>(
  attribute: ExpandedName,
  names: readonly Name[],
): readonly Name[] {
  const name = written(attribute);
  return once(names, `with ${name}`, (element) =>
    element.ns === tei ? attributes.count(element.local, name) + elsewhere * timesUsed(element) : 0,
  );
}
