import type { Problem } from '../../../problems/index.js';
import { problemAt, relatedPlace, type XmlAttribute, type XmlElement } from '../../../xml/index.js';
import type { GivenIdentifier, Soundness } from '../soundness.js';

/** An identifier that another element has already. */
export function repeatedIdentifier(
  { source, schemaFile, xpathOf }: Soundness,
  element: XmlElement,
  attribute: XmlAttribute,
  id: string,
  first: GivenIdentifier,
): Problem {
  const place = relatedPlace(source, first.span, `<${first.qname}> has it here.`);
  return problemAt(source, attribute.valueSpan, {
    code: 'relaxng/repeated-identifier',
    message: `The identifier "${id}" of <${element.qname}> is taken: <${first.qname}> on line ${place.line} has it.`,
    help: 'Give one of the two another, and mend the pointers that mean it.',
    schema: schemaFile,
    xpath: xpathOf(element),
    related: [place],
  });
}

/** A pointer to an identifier that no element has. */
export function danglingIdentifier(
  { source, schemaFile, xpathOf }: Soundness,
  element: XmlElement,
  attribute: XmlAttribute,
  id: string,
): Problem {
  return problemAt(source, attribute.valueSpan, {
    code: 'relaxng/dangling-identifier',
    message: `@${attribute.qname} on <${element.qname}> points to "${id}", and nothing in the document has this identifier.`,
    help: 'Correct the pointer, or give the element that is meant this identifier.',
    schema: schemaFile,
    xpath: xpathOf(element),
  });
}
