import type { Problem } from '../problems/index.js';
import {
  attribute,
  descendants,
  isNcName,
  problemAt,
  relatedPlace,
  sourceOf,
} from '../xml/index.js';
import { type Identified, identifierValue } from './identifiers.js';
import type { IntegrityRule } from './rule.js';

/**
 * Every `xml:id` is a legal identifier, and stands once in its document (xml:id 1.0, section 4; TEI Guidelines,
 * section 1.3.1.1.1). Two documents may well use one identifier: a pointer names the file too.
 */
export const uniqueIdentifiers: IntegrityRule = {
  codes: ['integrity/duplicate-identifier', 'integrity/malformed-identifier'],
  *check({ subject: { document } }): Iterable<Problem> {
    const first = new Map<string, Identified>();
    for (const element of descendants(document)) {
      const found = attribute(element, 'xml:id');
      if (found === undefined) continue;
      const id = identifierValue(found);
      const source = sourceOf(element);
      if (!isNcName(id)) {
        const repaired = repairedIdentifier(id);
        yield problemAt(source, found.valueSpan, {
          code: 'integrity/malformed-identifier',
          message: `${JSON.stringify(id)} cannot be an identifier: ${reason(id)}.`,
          help: isNcName(repaired)
            ? `Write xml:id="${repaired}".`
            : 'Begin with a letter and go on with letters, digits, hyphens and dots.',
        });
        continue;
      }
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, { id, element, attribute: found });
        continue;
      }
      const { element: bearer } = earlier;
      const place = relatedPlace(
        sourceOf(bearer),
        earlier.attribute.valueSpan,
        `<${bearer.qname}> has it here.`,
      );
      yield problemAt(source, found.valueSpan, {
        code: 'integrity/duplicate-identifier',
        message: `The identifier "${id}" of <${element.qname}> is taken: <${bearer.qname}> on line ${place.line}${place.file === source.file ? '' : ` of ${place.file}`} has it.`,
        help: 'Give one of the two another, and mend the pointers that mean it.',
        related: [place],
      });
    }
  },
};

function reason(id: string): string {
  if (id === '') return 'it is empty';
  if (/\s/.test(id)) return 'it has white space';
  if (/^[0-9.\-·]/.test(id)) return `it begins with "${id[0]}", where only a letter or _ may stand`;
  const stranger = [...id].find((character) => !isNcName(`_${character}`));
  return stranger === undefined ? 'it is no XML name' : `it has "${stranger}"`;
}

function repairedIdentifier(id: string): string {
  const kept = [...id].map((character) => (isNcName(`_${character}`) ? character : '-')).join('');
  return /^[0-9.\-·]/.test(kept) ? `n${kept}` : kept;
}
