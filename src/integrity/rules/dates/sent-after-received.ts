import { readTemporal } from '../../../relaxng/index.js';
import { attribute, relatedPlace, sourceOf, type XmlElement } from '../../../xml/index.js';
import {
  actionsOf,
  type CorrespondenceAction,
  childElements,
} from '../../letters/correspondence.js';
import { defineRule } from '../../rule.js';

/** A letter is sent before it is received, forwarded or redirected (TEI Guidelines, section 2.4.6). */
export const sentAfterReceived = defineRule({
  code: 'integrity/sent-after-received',
  severity: 'error',
  read: ({ report }) => ({
    elements: {
      correspDesc: (description) => {
        const actions = actionsOf(description);
        const sent = actions.find(({ type }) => type === 'sent');
        if (sent === undefined) return;
        for (const later of actions) {
          if (later.type === 'sent' || later.type === '' || !isBefore(later, sent)) continue;
          const date = childElements(later.element, 'date')[0] ?? later.element;
          const sentDate = childElements(sent.element, 'date')[0] ?? sent.element;
          report(date, date.startTag, {
            message: `This letter is ${later.type} before it is sent: on ${said(date)}; it is sent on ${said(sentDate)}.`,
            help: 'Mend the date that is wrong, or exchange the two.',
            related: [relatedPlace(sourceOf(sentDate), sentDate.startTag, 'It is sent here.')],
          });
        }
      },
    },
  }),
});

function isBefore(later: CorrespondenceAction, sent: CorrespondenceAction): boolean {
  if (later.days === undefined || sent.days === undefined) return false;
  if (later.days.last < sent.days.first) return true;
  // The hours of one day, where both say theirs.
  const [end, begin] = [moment(later.element), moment(sent.element)];
  return end !== undefined && begin !== undefined && end.zoned === begin.zoned && end.at < begin.at;
}

function moment(action: XmlElement): { readonly at: number; readonly zoned: boolean } | undefined {
  const [date, ...more] = childElements(action, 'date');
  const when = date === undefined || more.length > 0 ? undefined : attribute(date, 'when');
  const read = readTemporal(when?.value.trim() ?? '');
  if (read === undefined || !('kind' in read) || read.kind !== 'dateTime') return undefined;
  return { at: read.last, zoned: read.zoned };
}

const values = ['when', 'to', 'notAfter', 'from', 'notBefore'];

/** What a date says, in a word. */
function said(date: XmlElement): string {
  const given = values.flatMap(
    (name) => attribute(date, name) ?? attribute(date, `${name}-iso`) ?? [],
  );
  return given[0]?.value.trim() ?? 'as its words say';
}
