import { relatedPlace, sourceOf, textContent, type XmlElement } from '../../../xml/index.js';
import { actionsOf, childElements } from '../../letters/correspondence.js';
import { defineRule } from '../../rule.js';

const names = ['persName', 'orgName', 'name', 'rs'];

/**
 * A `correspDesc` says once that the letter was sent, by whom and when, and to whom it went (TEI Guidelines, section
 * 2.4.6): without it no list of letters can take it up.
 */
export const incompleteCorrespondence = defineRule({
  code: 'integrity/incomplete-correspondence',
  severity: 'warning',
  options: {
    named: {
      type: 'texts',
      default: ['sent', 'received'],
      description: 'The types of actions that say who acted.',
    },
    dated: {
      type: 'texts',
      default: ['sent'],
      description: 'The types of actions that say when it was.',
    },
  },
  read: ({ options, report }) => ({
    elements: {
      correspDesc: (description) => {
        const actions = actionsOf(description);
        const [sent, again] = actions.filter(({ type }) => type === 'sent');
        if (sent === undefined && actions.length > 0) {
          report(description, description.nameSpan, {
            message: 'This correspDesc does not say that the letter was sent.',
            help: 'Give the <correspAction> of the sender type="sent".',
          });
        }
        if (sent !== undefined && again !== undefined) {
          report(again.element, again.element.startTag, {
            message: 'The letter is sent a second time.',
            help: 'Name all senders in one <correspAction type="sent">; what was sent on is type="forwarded" or "redirected".',
            related: [
              relatedPlace(sourceOf(sent.element), sent.element.startTag, 'It is sent here first.'),
            ],
          });
        }
        for (const { element, type } of actions) {
          const says = (wanted: readonly string[]) =>
            wanted.some((name) => childElements(element, name).some(saysSomething));
          if (options.named.includes(type) && !says(names)) {
            report(element, element.startTag, {
              message: `This correspDesc does not say by whom the letter was ${type}.`,
              help: 'Write a <persName> or an <orgName>; where nobody knows, <persName>unknown</persName>.',
            });
          }
          if (options.dated.includes(type) && !says(['date'])) {
            report(element, element.startTag, {
              message: `This correspDesc does not say when the letter was ${type}.`,
              help: 'Write a <date>; where it is not known, say so in its words, with notBefore="…" and notAfter="…" if they can be told.',
            });
          }
        }
      },
    },
  }),
});

/** Whether an element has words, or attributes that say it. */
function saysSomething(element: XmlElement): boolean {
  return (
    element.attributes.some(({ qname }) => !/^(xml:|n$|type$|cert$|resp$)/.test(qname)) ||
    textContent(element).trim() !== ''
  );
}
