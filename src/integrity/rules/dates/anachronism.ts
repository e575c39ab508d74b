import { relatedPlace, sourceOf, type XmlAttribute, type XmlElement } from '../../../xml/index.js';
import { yearOf } from '../../dates/calendar.js';
import { daysSaidBy, hull } from '../../dates/days-said.js';
import { type DaySpan, encodedDate } from '../../dates/encoded-date.js';
import { actionsOf, childElements } from '../../letters/correspondence.js';
import { defineRule, type RuleDocument } from '../../rule.js';
import { isDating } from './dating.js';

const beginnings = ['when', 'from', 'notBefore'].flatMap((name) => [name, `${name}-iso`]);

/** What tells of other publications than this one, or of what is to be. */
const elsewhere = new Set(['bibl', 'biblStruct', 'biblFull', 'teiHeader', 'note']);

/**
 * What an edition tells of lies before the edition itself: no date of its text is later than its publication and its
 * last change, and no change is earlier than the letter that it was made to. The clock is not asked.
 */
export const anachronism = defineRule({
  code: 'integrity/anachronism',
  severity: 'warning',
  read: ({ report }) => {
    const editions: { readonly element: XmlElement; readonly days: DaySpan }[] = [];
    const dates: { readonly element: XmlElement; readonly given: XmlAttribute }[] = [];
    const written: DaySpan[] = [];
    const hear = (given: XmlAttribute, element: XmlElement): void => {
      if (given.value.length >= 4 && isDating(element)) dates.push({ element, given });
    };
    const hearEdition = (element: XmlElement): void => {
      const days = daysSaidBy(element);
      if (days !== undefined && Number.isFinite(days.last)) editions.push({ element, days });
    };
    return {
      attributes: Object.fromEntries(beginnings.map((name) => [name, hear])),
      elements: {
        publicationStmt: (statement) => {
          // That of a source, in sourceDesc, is another matter.
          if (statement.parent.kind !== 'element' || statement.parent.name.local !== 'fileDesc')
            return;
          if (
            statement.parent.parent.kind !== 'element' ||
            statement.parent.parent.name.local !== 'teiHeader'
          )
            return;
          childElements(statement, 'date').forEach(hearEdition);
        },
        change: (change) => {
          if (isIn(change, new Set(['revisionDesc']))) hearEdition(change);
        },
        correspDesc: (description) => {
          const sent = actionsOf(description).find(({ type }) => type === 'sent')?.days;
          if (sent !== undefined && Number.isFinite(sent.first)) written.push(sent);
        },
      },
      end: () => {
        const whole = hull(editions.map(({ days }) => days));
        // Without a date of publication, changes alone do not tell how far the edition has come.
        if (whole === undefined || editions.every(({ element }) => element.name.local !== 'date'))
          return;
        const latest = editions.find(({ days }) => days.last === whole.last);
        const year = yearOf(whole.last);
        for (const { element, given } of dates) {
          // Four digits tell of nearly all that they are early enough.
          if (Number.parseInt(given.value, 10) < year || isIn(element, elsewhere)) continue;
          checkDate(element, given, whole.last, latest?.element, report);
        }
        const letter = hull(written);
        if (letter === undefined) return;
        for (const { element, days } of editions) {
          if (days.last >= letter.first) continue;
          const isChange = element.name.local === 'change';
          report(element, element.startTag, {
            message: isChange
              ? 'This change was made before the letter was sent.'
              : 'This date of publication lies before the day on which the letter was sent.',
            help: 'Mend the date that is wrong.',
          });
        }
      },
    };
  },
});

function checkDate(
  element: XmlElement,
  given: XmlAttribute,
  last: number,
  latest: XmlElement | undefined,
  report: RuleDocument<unknown>['report'],
): void {
  const name = given.qname.replace('-iso', '');
  const date = encodedDate(element, name);
  if (date?.attribute !== given || date.first <= last) return;
  report(element, given.valueSpan, {
    message: `${given.value.trim()} in @${given.qname} on <${element.qname}> is later than this edition, by all that its header says of its publication and its changes.`,
    help: 'Mend the date that is wrong; where the text tells of the future, silence this with the reason.',
    related:
      latest === undefined
        ? []
        : [relatedPlace(sourceOf(latest), latest.startTag, 'The latest date of the edition.')],
  });
}

function isIn(element: XmlElement, names: ReadonlySet<string>): boolean {
  for (let node = element.parent; node.kind === 'element'; node = node.parent)
    if (names.has(node.name.local)) return true;
  return names.has(element.name.local);
}
