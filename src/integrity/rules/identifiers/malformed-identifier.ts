import { isNcName } from '../../../xml/index.js';
import { identifierValue } from '../../identifiers.js';
import { defineRule } from '../../rule.js';

/** Every `xml:id` is a legal identifier (xml:id 1.0, section 4; TEI Guidelines, section 1.3.1.1.1). */
export const malformedIdentifier = defineRule({
  code: 'integrity/malformed-identifier',
  severity: 'error',
  read: ({ report }) => ({
    attributes: {
      'xml:id': (found, element) => {
        const id = identifierValue(found);
        if (isNcName(id)) return;
        const repaired = repairedIdentifier(id);
        report(element, found.valueSpan, {
          message: `${JSON.stringify(id)} cannot be an identifier: ${reason(id)}.`,
          help: isNcName(repaired)
            ? `Write xml:id="${repaired}".`
            : 'Begin with a letter and go on with letters, digits, hyphens and dots.',
        });
      },
    },
  }),
});

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
