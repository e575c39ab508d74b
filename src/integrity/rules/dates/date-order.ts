import { readTemporal } from '../../../relaxng/index.js';
import { attribute, relatedPlace, sourceOf, type XmlElement } from '../../../xml/index.js';
import { defineRule, type RuleDocument } from '../../rule.js';
import { isComparable, isDating } from './dating.js';

/** Of two attributes of one element, which may not be later than which. */
const pairs: readonly (readonly [string, string])[] = [
  ['from', 'to'],
  ['notBefore', 'notAfter'],
  ['notBefore', 'when'],
  ['when', 'notAfter'],
  ['from', 'when'],
  ['when', 'to'],
  ['from', 'notAfter'],
  ['notBefore', 'to'],
];

/** No span of time ends before it begins, and no date lies outside of its own bounds (TEI Guidelines, section 14.4.1). */
export const dateOrder = defineRule({
  code: 'integrity/date-order',
  severity: 'error',
  read: ({ report }) => ({
    attributes: Object.fromEntries(
      ['', '-iso'].flatMap((suffix) =>
        ['to', 'notAfter', 'when'].map((later) => {
          const earlier = pairs.filter(([, end]) => end === later).map(([begin]) => begin);
          const check = (_: unknown, element: XmlElement): void => {
            if (!isDating(element)) return;
            for (const begin of earlier)
              checkOrder(element, `${begin}${suffix}`, `${later}${suffix}`, report);
          };
          return [`${later}${suffix}`, check];
        }),
      ),
    ),
  }),
});

function checkOrder(
  element: XmlElement,
  begin: string,
  end: string,
  report: RuleDocument<unknown>['report'],
): void {
  const from = attribute(element, begin);
  const to = attribute(element, end);
  if (from === undefined || to === undefined) return;
  const first = readTemporal(from.value.trim());
  const last = readTemporal(to.value.trim());
  if (!isComparable(first) || !isComparable(last) || first.zoned !== last.zoned) return;
  if ((first.kind === 'time') !== (last.kind === 'time') || first.first <= last.last) return;
  const values = `@${end} is ${to.value.trim()}, @${begin} is ${from.value.trim()}`;
  const isSpan = /^(from.*-to|notBefore.*-notAfter)/.test(`${begin}-${end}`);
  report(element, to.valueSpan, {
    message: isSpan
      ? `<${element.qname}> ends before it begins: ${values}.`
      : `<${element.qname}> contradicts itself: ${values}.`,
    help: isSpan
      ? 'Exchange the two, or mend the one that is wrong.'
      : 'Mend the one that is wrong.',
    related: [relatedPlace(sourceOf(element), from.valueSpan, `@${begin} stands here.`)],
  });
}
