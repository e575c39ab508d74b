import { relatedPlace, sourceOf } from '../../../xml/index.js';
import { shownDay, yearOf } from '../../dates/calendar.js';
import { daysSaidBy, hull } from '../../dates/days-said.js';
import type { DaySpan } from '../../dates/encoded-date.js';
import { childElements } from '../../letters/correspondence.js';
import { defineRule } from '../../rule.js';

const yearLength = 365.25;

/** A person dies after being born, and does not live for longer than people do (TEI Guidelines, section 14.3.2). */
export const lifeDates = defineRule({
  code: 'integrity/life-dates',
  severity: 'error',
  options: {
    longestLife: {
      type: 'number',
      default: 120,
      description: 'The years after which a life is taken for a mistake; this is a warning.',
    },
  },
  read: ({ options, report }) => ({
    elements: {
      person: (person) => {
        const [births, deaths] = [childElements(person, 'birth'), childElements(person, 'death')];
        // Where several are told, they are different opinions: one of them may be right.
        const birth = hull(births.flatMap((each) => daysSaidBy(each) ?? []));
        const death = hull(deaths.flatMap((each) => daysSaidBy(each) ?? []));
        const [from, to] = [births[0], deaths[0]];
        if (birth === undefined || death === undefined || !from || !to) return;
        const related = [relatedPlace(sourceOf(from), from.startTag, 'The birth stands here.')];
        if (death.last < birth.first) {
          report(to, to.startTag, {
            message: `This person dies, ${shown(death)}, before being born, ${shown(birth)}.`,
            help: 'Mend the date that is wrong. Years before Christ are negative: -0043.',
            related,
          });
        } else if (death.first - birth.last > (options.longestLife + 1) * yearLength) {
          const age = yearOf(death.first) - yearOf(birth.last);
          report(to, to.startTag, {
            message: `This person lives for some ${age} years, from ${shown(birth)} to ${shown(death)}.`,
            help: 'Mend the date that is wrong.',
            related,
            severity: 'warning',
          });
        }
      },
    },
  }),
});

/** A day, or the year in which a longer stretch begins or ends. */
function shown({ first, last }: DaySpan): string {
  if (first === last) return shownDay(first);
  return `${yearShown(Number.isFinite(first) ? first : last)}`;
}

function yearShown(day: number): string {
  const year = yearOf(day);
  return year > 0 ? `${year}` : `${1 - year} BC`;
}
