import {
  attribute,
  descendants,
  relatedPlace,
  sourceOf,
  textContent,
  type XmlElement,
} from '../../../xml/index.js';
import { fold } from '../../dates/date-vocabulary.js';
import { onOneLine } from '../../dates/dated-words.js';
import { actionsOf, titlesOf } from '../../letters/correspondence.js';
import { Letters } from '../../letters/letter-text.js';
import { defineRule } from '../../rule.js';

const names = new Set(['persName', 'orgName', 'name', 'rs']);

/**
 * Who signs a letter sent it, who is greeted received it, and the title has them in their order, as far as names point
 * to the same entries as those in the `correspDesc` (TEI Guidelines, sections 2.4.6 and 4.2.2).
 */
export const correspondents = defineRule({
  code: 'integrity/correspondents',
  severity: 'warning',
  read: ({ identifiers, report }) => {
    const letters = new Letters(identifiers);
    return letters.listeners(['signed', 'salute'], () => {
      const parts = letters.parts();
      for (const description of letters.descriptions) {
        const actions = actionsOf(description);
        const sent = actions.find(({ type }) => type === 'sent')?.element;
        const received = actions.find(({ type }) => type === 'received')?.element;
        if (sent === undefined || received === undefined) continue;
        const [senders, addressees] = [refsIn(sent), refsIn(received)];
        for (const part of parts) {
          if (part.description !== description) continue;
          const { element } = part;
          const isSigned = element.name.local === 'signed';
          // A salutation at the end may well name who sends it.
          if (
            !isSigned &&
            !(element.parent.kind === 'element' && element.parent.name.local === 'opener')
          )
            continue;
          const [right, wrong, action] = isSigned
            ? [senders, addressees, received]
            : [addressees, senders, sent];
          const named = refsIn(element);
          const exchanged = [...named.keys()].find((ref) => wrong.has(ref));
          if (exchanged === undefined || [...named.keys()].some((ref) => right.has(ref))) continue;
          const name = named.get(exchanged);
          report(element, name?.startTag ?? element.startTag, {
            message: isSigned
              ? `"${shown(name)}" signs the letter, and by the correspDesc received it.`
              : `"${shown(name)}" is greeted in the letter, and by the correspDesc sent it.`,
            help: 'Mend the pointer that is wrong, or exchange sender and addressee in the correspDesc.',
            related: [
              relatedPlace(sourceOf(action), action.startTag, 'The correspDesc says it here.'),
            ],
          });
        }
        const title =
          letters.descriptions.length === 1
            ? exchangedTitle(description, sent, received)
            : undefined;
        if (title === undefined) continue;
        report(title, title.startTag, {
          message: `The title names the addressee of the correspDesc first, and then the sender: "${onOneLine(textContent(title))}".`,
          help: 'Mend the title, or exchange sender and addressee in the correspDesc.',
          related: [
            relatedPlace(sourceOf(sent), sent.startTag, 'The correspDesc names the sender here.'),
          ],
        });
      }
    });
  },
});

/** What the names in an element point to, with the first name of each. */
function refsIn(element: XmlElement): ReadonlyMap<string, XmlElement> {
  const refs = new Map<string, XmlElement>();
  for (const each of descendants(element)) {
    if (!names.has(each.name.local)) continue;
    const value = (attribute(each, 'ref') ?? attribute(each, 'key'))?.value ?? '';
    for (const [ref] of value.matchAll(/\S+/g)) if (!refs.has(ref)) refs.set(ref, each);
  }
  return refs;
}

function shown(name: XmlElement | undefined): string {
  return name === undefined ? '' : onOneLine(textContent(name));
}

/** "A an B", "A to B". */
const toward = /\s(?:an|to|à|aan|ad|al|alla|til|till|к)\s/u;

/** The title in which the addressee writes to the sender. */
function exchangedTitle(
  description: XmlElement,
  sent: XmlElement,
  received: XmlElement,
): XmlElement | undefined {
  const [senders, addressees] = [wordsIn(sent), wordsIn(received)];
  const own = (words: ReadonlySet<string>, others: ReadonlySet<string>) =>
    new Set([...words].filter((word) => !others.has(word)));
  const [sender, addressee] = [own(senders, addressees), own(addressees, senders)];
  return titlesOf(description).find((title) => {
    const parts = textContent(title).split(toward);
    const [from, to] = parts.map((part) => wordSet(part));
    if (from === undefined || to === undefined || parts.length !== 2) return false;
    return (
      meets(from, addressee) && !meets(from, sender) && meets(to, sender) && !meets(to, addressee)
    );
  });
}

/** The words of the names in an action. */
function wordsIn(action: XmlElement): ReadonlySet<string> {
  const people = [...descendants(action)].filter(
    ({ name }) => names.has(name.local) && name.local !== 'rs',
  );
  return wordSet(people.map(textContent).join(' '));
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(fold(text).match(/\p{L}{3,}/gu) ?? []);
}

function meets(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...others].some((word) => words.has(word));
}
