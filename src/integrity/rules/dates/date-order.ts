import { readTemporal } from '../../../relaxng/index.js';
import { attribute, relatedPlace, sourceOf, type XmlElement } from '../../../xml/index.js';
import { defineRule, type RuleDocument } from '../../rule.js';
import { isComparable, isDating } from './dating.js';

/** No span of time ends before it begins (TEI Guidelines, section 14.4.1). */
export const dateOrder = defineRule({
  code: 'integrity/date-order',
  severity: 'error',
  read: ({ report }) => ({
    attributes: Object.fromEntries(
      ['', '-iso'].flatMap((suffix) =>
        [
          ['from', 'to'],
          ['notBefore', 'notAfter'],
        ].map(([begin, end]) => [
          `${end}${suffix}`,
          (_: unknown, element: XmlElement) =>
            checkOrder(element, `${begin}${suffix}`, `${end}${suffix}`, report),
        ]),
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
  if (from === undefined || to === undefined || !isDating(element)) return;
  const first = readTemporal(from.value.trim());
  const last = readTemporal(to.value.trim());
  if (!isComparable(first) || !isComparable(last) || first.zoned !== last.zoned) return;
  if ((first.kind === 'time') !== (last.kind === 'time') || first.first <= last.last) return;
  report(element, to.valueSpan, {
    message: `<${element.qname}> ends before it begins: @${end} is ${to.value.trim()}, @${begin} is ${from.value.trim()}.`,
    help: 'Exchange the two, or mend the one that is wrong.',
    related: [relatedPlace(sourceOf(element), from.valueSpan, `@${begin} stands here.`)],
  });
}
