import { attribute, type XmlElement } from '../../xml/index.js';
import { daysSaidBy, hull } from '../dates/days-said.js';
import type { DaySpan } from '../dates/encoded-date.js';

/** An action of a `correspDesc` (TEI Guidelines, section 2.4.6): a letter is sent, forwarded, received. */
export interface CorrespondenceAction {
  readonly element: XmlElement;
  /** Its `@type`; empty where it has none. */
  readonly type: string;
  /** The days between which its dates say that it was. */
  readonly days: DaySpan | undefined;
}

/** The actions of a `correspDesc`, in their order. */
export function actionsOf(correspDesc: XmlElement): readonly CorrespondenceAction[] {
  return childElements(correspDesc, 'correspAction').map((element) => ({
    element,
    type: attribute(element, 'type')?.value.trim() ?? '',
    days: hull(childElements(element, 'date').flatMap((date) => daysSaidBy(date) ?? [])),
  }));
}

/** The days from a letter's being sent to the last that its actions tell of; infinite where this is not known. */
export function daysUnderWay(actions: readonly CorrespondenceAction[]): DaySpan | undefined {
  return hull(actions.flatMap(({ days }) => days ?? []));
}

/** The child elements of a name. */
export function childElements(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => child.kind === 'element' && child.name.local === name,
  );
}

/** The titles of the edition that a `correspDesc` belongs to. */
export function titlesOf(description: XmlElement): readonly XmlElement[] {
  for (let node = description.parent; node.kind === 'element'; node = node.parent) {
    if (node.name.local !== 'teiHeader') continue;
    return childElements(node, 'fileDesc')
      .flatMap((file) => childElements(file, 'titleStmt'))
      .flatMap((statement) => childElements(statement, 'title'));
  }
  return [];
}
