import { type PlacedSpan, placeAt, sourceOf, type XmlElement } from '../../../xml/index.js';
import type { DocumentFacts } from '../../facts.js';
import { entryIdentifier, forEntries, namesOfEntry } from '../../registers/entry.js';
import { foldedName, nameText } from '../../registers/name-text.js';
import { defineRule, type RuleDocument } from '../../rule.js';

/** A document or an entry of a register, which others know by its identifier alone. */
interface Known {
  readonly element: string;
  readonly isDocument: boolean;
  readonly id: string;
  readonly names: readonly string[];
  readonly place: PlacedSpan;
}

/**
 * What is known by its identifier throughout the project has one of its own there: documents, `<TEI xml:id="…">`, and
 * entries of registers. Entries of one kind, identifier and name in several documents are copies of one, and meant to
 * be; so an edition that gathers its registers can still tell entries apart (TEI Guidelines, chapter 14).
 */
export const sharedIdentifier = defineRule({
  code: 'integrity/shared-identifier',
  severity: 'error',
  needsWhole: true,
  read: ({ keep }) => ({
    elements: {
      ...forEntries((entry) => keepKnown(entry, false, keep)),
      TEI: (element) => keepKnown(element, true, keep),
    },
  }),
  judge: (project) => {
    const first = new Map<string, { readonly known: Known; readonly subject: DocumentFacts }>();
    for (const subject of project.subjects) {
      for (const known of project.kept<Known>(subject)) {
        const key = `${known.isDocument} ${known.element} ${known.id}`;
        const other = first.get(key);
        if (other === undefined) {
          first.set(key, { known, subject });
          continue;
        }
        // Two in one document are told of as duplicates.
        if (other.subject === subject || isCopy(known, other.known)) continue;
        const { file, line, column } = other.known.place;
        const what = known.isDocument ? 'document' : `<${known.element}>`;
        project.report(subject, known.place, {
          message: `The identifier "${known.id}" of this ${what} is that of another, in ${file}${known.isDocument ? '' : `, with another name`}.`,
          help: 'Give one of the two another identifier, and mend the pointers that mean it.',
          severity: known.isDocument ? undefined : 'warning',
          related: [{ file, line, column, message: 'The other has it here.' }],
        });
      }
    }
  },
});

function keepKnown(
  element: XmlElement,
  isDocument: boolean,
  keep: RuleDocument<unknown>['keep'],
): void {
  const id = entryIdentifier(element);
  const found = element.attributes.find(({ qname }) => qname === 'xml:id');
  if (id === undefined || found === undefined) return;
  const names = isDocument ? [] : namesOfEntry(element).map((name) => nameText(name) ?? '');
  const known: Known = {
    element: element.qname,
    isDocument,
    id,
    names: names.map(foldedName).filter((name) => name !== ''),
    place: placeAt(sourceOf(element), found.valueSpan),
  };
  keep(known);
}

function isCopy(a: Known, b: Known): boolean {
  if (a.isDocument) return false;
  return (
    a.names.length === 0 || b.names.length === 0 || a.names.some((name) => b.names.includes(name))
  );
}
