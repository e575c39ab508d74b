import { relatedPlace, sourceOf } from '../../../xml/index.js';
import { encodedDate } from '../../dates/encoded-date.js';
import { childElements } from '../../letters/correspondence.js';
import { defineRule } from '../../rule.js';

/** Changes stand in the order of their dates, the latest first or last throughout (TEI Guidelines, section 2.6). */
export const revisionOrder = defineRule({
  code: 'integrity/revision-order',
  severity: 'info',
  options: {
    order: {
      type: 'text',
      default: 'either',
      choices: ['either', 'latest first', 'latest last'],
      description: 'Which change stands first.',
    },
  },
  read: ({ options: { order }, report }) => ({
    elements: {
      revisionDesc: (description) => {
        const changes = childElements(description, 'change').flatMap((element) => {
          const when = encodedDate(element, 'when');
          return when === undefined ? [] : [{ element, when }];
        });
        const steps = changes.slice(1).map((change, index) => ({ change, before: changes[index] }));
        const rising = steps.filter(
          ({ change, before }) => before && change.when.first > before.when.last,
        );
        const falling = steps.filter(
          ({ change, before }) => before && change.when.last < before.when.first,
        );
        const latestFirst =
          order === 'either' ? falling.length >= rising.length : order === 'latest first';
        const wrong = latestFirst ? rising : falling;
        // Two changes are in one order or in the other.
        if (order === 'either' && (rising.length === 0 || falling.length === 0)) return;
        for (const { change, before } of wrong) {
          if (before === undefined) continue;
          const { element, when } = change;
          report(element, when.attribute.valueSpan, {
            message: `This change of ${when.attribute.value.trim()} follows one of ${before.when.attribute.value.trim()}: the latest change stands ${latestFirst ? 'first' : 'last'} in this list.`,
            help: 'Mend the date, or put the change in its place.',
            related: [
              relatedPlace(
                sourceOf(before.element),
                before.when.attribute.valueSpan,
                'The change before it.',
              ),
            ],
          });
        }
      },
    },
  }),
});
