import { readTemporal } from '../../relaxng/index.js';
import { attribute, type XmlAttribute, type XmlElement } from '../../xml/index.js';

/** A stretch of days, both ends in it; days are counted from 1 January 1970 by the Gregorian calendar. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

const dayLength = 86_400_000;

/** What a dating attribute says; `undefined` where it is absent, has no year or cannot be read. */
export interface EncodedDate extends DaySpan {
  readonly attribute: XmlAttribute;
  /** Whether it says a day, and not only a month or a year. */
  readonly isDay: boolean;
}

/**
 * Reads a dating attribute of an element (`when`, or where it is absent `when-iso`).
 *
 * @param name without `-iso`
 */
export function encodedDate(element: XmlElement, name: string): EncodedDate | undefined {
  const given = attribute(element, name) ?? attribute(element, `${name}-iso`);
  if (given === undefined) return undefined;
  const value = given.value.trim();
  // A zone would only move the day that the words say.
  const read = readTemporal(value.replace(/(T.*?)(Z|[+-]\d\d:\d\d)$/, '$1').replace(/Z$/, ''));
  if (read === undefined || !('kind' in read)) return undefined;
  if (!['date', 'dateTime', 'gYear', 'gYearMonth'].includes(read.kind)) return undefined;
  return {
    attribute: given,
    first: Math.floor(read.first / dayLength),
    last: Math.floor(read.last / dayLength),
    isDay: read.kind === 'date' || read.kind === 'dateTime',
  };
}

/** What the dating attributes of an element say together: the days between which it lies. */
export interface Dating {
  readonly when?: EncodedDate | undefined;
  readonly from?: EncodedDate | undefined;
  readonly to?: EncodedDate | undefined;
  readonly notBefore?: EncodedDate | undefined;
  readonly notAfter?: EncodedDate | undefined;
  /** From minus to plus infinity where an end is open. */
  readonly span: DaySpan;
}

/** Reads the dating attributes of an element; `undefined` when it has none that can be read. */
export function datingOf(element: XmlElement): Dating | undefined {
  if (element.attributes.length === 0) return undefined;
  const [when, from, to, notBefore, notAfter] = [
    encodedDate(element, 'when'),
    encodedDate(element, 'from'),
    encodedDate(element, 'to'),
    encodedDate(element, 'notBefore'),
    encodedDate(element, 'notAfter'),
  ];
  const begin = when ?? from ?? notBefore;
  const end = when ?? to ?? notAfter;
  if (begin === undefined && end === undefined) return undefined;
  const span = {
    first: begin?.first ?? Number.NEGATIVE_INFINITY,
    last: end?.last ?? Number.POSITIVE_INFINITY,
  };
  return { when, from, to, notBefore, notAfter, span };
}

/** Whether two stretches have a day in common. */
export function meet(a: DaySpan, b: DaySpan): boolean {
  return a.first <= b.last && b.first <= a.last;
}
