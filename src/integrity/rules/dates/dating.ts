import type { Temporal } from '../../../relaxng/index.js';
import type { XmlElement } from '../../../xml/index.js';
import { isTei } from '../../tei-element.js';

/** The attributes that date by the W3C's datatypes, and by ISO 8601 (`att.datable.w3c`, `att.datable.iso`). */
export const datingAttributes: readonly string[] = ['', '-iso'].flatMap((suffix) =>
  ['when', 'notBefore', 'notAfter', 'from', 'to'].map((name) => `${name}${suffix}`),
);

/** On these, `@from` and `@to` are pages or pointers and no dates. */
const notDating = new Set(['locus', 'biblScope', 'citedRange', 'rt', 'span', 'app', 'arc', 'path']);

/** Whether the dating attributes of an element date it. */
export function isDating(element: XmlElement): boolean {
  return isTei(element) && !notDating.has(element.name.local);
}

/** Dates with a year, and times of day; what recurs every month or year has no order. */
export function isComparable(
  read: Temporal | undefined,
): read is Exclude<Temporal, { fault: string }> {
  return (
    read !== undefined && 'kind' in read && !['gMonth', 'gMonthDay', 'gDay'].includes(read.kind)
  );
}

/** Elements whose words are a date. */
export const worded: readonly string[] = ['date', 'docDate', 'origDate', 'birth', 'death', 'title'];
