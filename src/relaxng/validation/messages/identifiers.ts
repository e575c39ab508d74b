import type { Problem } from '../../../problems/index.js';
import { relatedPlace, type XmlAttribute } from '../../../xml/index.js';
import type { OpenElement } from '../mistake.js';
import type { GivenIdentifier } from '../soundness.js';
import type { Telling } from './telling.js';

/** An identifier that another element has already. */
export function repeatedIdentifier(
  telling: Telling,
  open: OpenElement,
  attribute: XmlAttribute,
  id: string,
  first: GivenIdentifier,
): Problem {
  const place = relatedPlace(first.source, first.span, `<${first.qname}> has it here.`);
  return telling.problem(
    open,
    attribute.valueSpan,
    'relaxng/repeated-identifier',
    `The identifier "${id}" of <${open.element.qname}> is taken: <${first.qname}> on line ${place.line} has it.`,
    {
      help: 'Give one of the two another, and mend the pointers that mean it.',
      related: [place],
    },
  );
}

/** A pointer to an identifier that no element has. */
export function danglingIdentifier(
  telling: Telling,
  open: OpenElement,
  attribute: XmlAttribute,
  id: string,
): Problem {
  return telling.problem(
    open,
    attribute.valueSpan,
    'relaxng/dangling-identifier',
    `@${attribute.qname} on <${open.element.qname}> points to "${id}", and nothing in the document has this identifier.`,
    { help: 'Correct the pointer, or give this identifier to the element that is meant.' },
  );
}
