import {
  attribute,
  type Span,
  sourceOf,
  spanInText,
  textContent,
  type XmlElement,
} from '../../../xml/index.js';
import { onOneLine } from '../../dates/dated-words.js';
import { childElements } from '../../letters/correspondence.js';
import { distanceOutside, type Point, partAt } from '../../places/borders.js';
import {
  type Country,
  countryOfCode,
  countryOfName,
  countryShown,
} from '../../places/countries.js';
import { defineRule } from '../../rule.js';

/** An element that says in which country a place lies, and the country. */
interface Claim {
  readonly said: string;
  readonly country: Country;
}

/**
 * The coordinates of a place lie in the country that it is said to be in, or not far from it: borders have moved
 * (TEI Guidelines, sections 14.2.3 and 14.3.4).
 */
export const farFromCountry = defineRule({
  code: 'integrity/far-from-country',
  severity: 'warning',
  options: {
    tolerance: {
      type: 'number',
      default: 100,
      description: 'The kilometres outside of the borders of today that are let pass.',
    },
  },
  read: ({ options: { tolerance }, identifiers, report }) => {
    const claimOf = (element: XmlElement): Claim | undefined => {
      const pointed = /^#(\S+)$/.exec(attribute(element, 'ref')?.value.trim() ?? '')?.[1];
      const entry = pointed === undefined ? undefined : identifiers.get(pointed)?.element;
      return claimIn(element) ?? (entry === undefined ? undefined : claimOfPlace(entry));
    };
    return {
      elements: {
        geo: (geo) => {
          const given = pointIn(geo);
          if (given === undefined) return;
          const claims = claimsFor(geo, claimOf);
          const [claim] = claims;
          // Where one of several countries is not known, the place may lie in this one.
          if (claim === undefined || claims.includes(undefined)) return;
          const parts = [...new Set(claims.flatMap((each) => each?.country.parts ?? []))];
          const reach = tolerance + Math.max(...claims.map((each) => each?.country.reach ?? 0));
          const away = distanceOutside(given.point, parts);
          if (away === undefined || away <= reach) return;
          const found = partAt(given.point);
          const lies = found === undefined ? 'at sea' : `in ${countryShown(found)}`;
          const mended = mendings(given.texts).filter(
            ({ point }) => (distanceOutside(point, parts) ?? reach) < Math.min(reach, 50),
          );
          const [mending, other] = mended;
          report(geo, given.span, {
            message: `${given.texts.join(' ')} lies ${lies}, ${kilometres(away)} from ${claim.said}, where this place is said to be.${mending === undefined ? '' : ` ${mending.reason}`}`,
            help:
              mending === undefined
                ? 'Check the coordinates and the country: latitude first, south and west negative.'
                : `Write "${mending.texts.join(' ')}", which lies there.`,
            fix: other === undefined ? mending?.texts.join(' ') : undefined,
          });
        },
      },
    };
  },
});

/**
 * The countries in which the point of a `geo` is said to lie: those of the nearest place that has some; `undefined` for
 * one that is not known.
 */
function claimsFor(
  geo: XmlElement,
  claimOf: (element: XmlElement) => Claim | undefined,
): readonly (Claim | undefined)[] {
  for (let node = geo.parent; node.kind === 'element'; node = node.parent) {
    const parent = node;
    const countries = [
      ...childElements(parent, 'country'),
      ...['location', 'placeName', 'address'].flatMap((name) =>
        childElements(parent, name).flatMap((child) => childElements(child, 'country')),
      ),
    ];
    if (countries.length > 0) return countries.map(claimOf);
    if (parent.name.local === 'place' && attribute(parent, 'type')?.value.trim() === 'country')
      return [claimOfPlace(parent)];
  }
  return [];
}

/** What an element with the name or the code of a country says. */
function claimIn(element: XmlElement): Claim | undefined {
  const text = onOneLine(textContent(element));
  const key = attribute(element, 'key')?.value.trim() ?? '';
  const country =
    (/^([A-Za-z]{1,3}|\d{3})$/.test(key) ? countryOfCode(key) : undefined) ??
    countryOfName(text) ??
    (/^[A-Z]{2,3}$/.test(text) ? countryOfCode(text) : undefined);
  return country === undefined ? undefined : { said: text === '' ? country.name : text, country };
}

/** The country that an entry of a register is about. */
function claimOfPlace(place: XmlElement): Claim | undefined {
  for (const name of ['country', 'placeName'])
    for (const each of childElements(place, name)) {
      const claim = claimIn(each);
      if (claim !== undefined) return claim;
    }
  return undefined;
}

interface GivenPoint {
  readonly point: Point;
  readonly texts: readonly [string, string];
  readonly span: Span;
}

/** The point that a `geo` holds; `undefined` where it holds none, or more than one. */
function pointIn(geo: XmlElement): GivenPoint | undefined {
  const [text, more] = geo.children;
  if (text?.kind !== 'text' || more !== undefined) return undefined;
  const found = /^\s*([+-]?\d+(?:\.\d+)?)\s+([+-]?\d+(?:\.\d+)?)\s*$/.exec(text.value);
  if (found === null) return undefined;
  const [, north = '', east = ''] = found;
  const point = { latitude: Number(north), longitude: Number(east) };
  if (Math.abs(point.latitude) > 90 || Math.abs(point.longitude) > 180) return undefined;
  const start = text.value.indexOf(north);
  const end = text.value.trimEnd().length;
  return { point, texts: [north, east], span: spanInText(sourceOf(geo), text, start, end) };
}

interface Mending {
  readonly reason: string;
  readonly texts: readonly [string, string];
  readonly point: Point;
}

/** What may have been meant: latitude and longitude exchanged, a minus lost or too many. */
function mendings([north, east]: readonly [string, string]): readonly Mending[] {
  const negated = (text: string) =>
    text.startsWith('-') ? text.slice(1) : `-${text.replace('+', '')}`;
  const sign = (text: string) =>
    text.startsWith('-') ? 'has a minus too many' : 'lacks its minus';
  const candidates: readonly (readonly [string, string, string])[] = [
    ['Latitude and longitude look exchanged.', east, north],
    [`The longitude ${sign(east)}.`, north, negated(east)],
    [`The latitude ${sign(north)}.`, negated(north), east],
    ['The signs of both are lost or too many.', negated(north), negated(east)],
  ];
  return candidates.flatMap(([reason, first, second]) => {
    const point = { latitude: Number(first), longitude: Number(second) };
    if (Math.abs(point.latitude) > 90 || Math.abs(point.longitude) > 180) return [];
    return [{ reason, texts: [first, second] as const, point }];
  });
}

/** A distance as it is said: to ten kilometres. */
function kilometres(distance: number): string {
  return `${Math.round(distance / 10) * 10} km`;
}
