import {
  type ElementPattern,
  type ExpectedName,
  expectedElements,
  type State,
} from '../pattern/index.js';
import { Contents } from './contents.js';
import { Homes } from './homes.js';
import { type ExpandedName, expanded, type OpenElement } from './mistake.js';
import { isSame, remedyFor } from './remedies.js';
import type { Schema } from './schema.js';

/**
 * An element that somebody probably forgot around children or texts that its parent refuses, such as `<p>`. Whatever
 * else belongs in it and follows at once is the same mistake, and is not told again.
 */
export interface Forgotten {
  readonly name: ExpandedName;
  readonly holdsText: boolean;
}

/** What was forgotten around a child that its parent refuses in a state, if it would not rather have to be moved. */
export function forgottenAround(
  schema: Schema,
  parent: OpenElement,
  state: State,
  child: ExpandedName,
): Forgotten | undefined {
  const remedy = remedyFor(schema.machine, Homes.of(schema), parent, state, child);
  const [first] = remedy?.kind === 'wrap' && remedy.likely ? remedy.names : [];
  const found = first && expectedElements(state).names.find((one) => isSame(one, first));
  return found && forgotten(schema, found);
}

/** What was forgotten around a text that its parent refuses in a state. */
export function forgottenAroundText(
  schema: Schema,
  parent: OpenElement,
  state: State,
): Forgotten | undefined {
  const [first] = Contents.of(schema).holdersOfText(expanded(parent.element), state);
  return first && { name: first.name, holdsText: first.inside === undefined };
}

function forgotten(schema: Schema, { ns, local, part }: ExpectedName<ElementPattern>): Forgotten {
  return { name: { ns, local }, holdsText: Contents.of(schema).takesText(part) };
}

/** Whether a child belongs in what was forgotten. */
export function belongsIn(schema: Schema, { name }: Forgotten, child: ExpandedName): boolean {
  return Homes.of(schema)
    .ofElement(child)
    .some((home) => isSame(home, name));
}
