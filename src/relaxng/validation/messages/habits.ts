import type { XmlElement } from '../../../xml/index.js';
import type { State } from '../../pattern/index.js';
import type { ExpandedName } from '../mistake.js';
import type { Habit } from '../vocabulary/index.js';
import type { Telling } from './telling.js';

/** The attribute of a habit as it is written in a start tag; empty where it has none. */
export function attributeOf({ attribute }: Habit): string {
  return attribute === undefined ? '' : ` ${attribute.name}="${attribute.value}"`;
}

/** Whether an element that may come in a state may bear the attribute of a habit. */
export function bears(
  telling: Telling,
  element: XmlElement,
  state: State,
  { ns, local }: ExpandedName,
  { attribute }: Habit,
): boolean {
  if (attribute === undefined) return true;
  const { machine } = telling.schema;
  const opening = machine.opening(state, machine.names.get(ns, local));
  const found =
    opening && machine.attribute(opening.content, machine.names.get('', attribute.name));
  if (found === undefined) return false;
  const context = telling.context(element);
  return (
    attribute.value === '…' ||
    found.values.some(({ value }) => machine.test(value, attribute.value, context))
  );
}
