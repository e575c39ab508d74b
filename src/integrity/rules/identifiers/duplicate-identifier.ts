import { isNcName, relatedPlace, sourceOf } from '../../../xml/index.js';
import { identifierValue } from '../../identifiers.js';
import { defineRule } from '../../rule.js';

/**
 * Every `xml:id` stands once in its document (xml:id 1.0, section 4; TEI Guidelines, section 1.3.1.1.1). Two documents
 * may well use one identifier: a pointer names the file too.
 */
export const duplicateIdentifier = defineRule({
  code: 'integrity/duplicate-identifier',
  severity: 'error',
  read: ({ identifiers, report }) => ({
    attributes: {
      'xml:id': (found, element) => {
        const id = identifierValue(found);
        const earlier = identifiers.get(id);
        if (earlier === undefined || earlier.element === element || !isNcName(id)) return;
        const { element: bearer } = earlier;
        const place = relatedPlace(
          sourceOf(bearer),
          earlier.attribute.valueSpan,
          `<${bearer.qname}> has it here.`,
        );
        const file = place.file === sourceOf(element).file ? '' : ` of ${place.file}`;
        report(element, found.valueSpan, {
          message: `The identifier "${id}" of <${element.qname}> is taken: <${bearer.qname}> on line ${place.line}${file} has it.`,
          help: 'Give one of the two another, and mend the pointers that mean it.',
          related: [place],
        });
      },
    },
  }),
});
