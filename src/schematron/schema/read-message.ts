import { textContent, type XmlElement } from '../../xml/index.js';
import type { Message, MessagePart } from './schema.js';
import {
  isSchematron,
  isXslt,
  placeOf,
  query,
  type Substitute,
  wholeText,
} from './schema-parts.js';

/**
 * What an assertion, a diagnostic or a property says. Of `emph`, `dir`, `span` and foreign elements it is their text
 * that counts.
 */
export function message(element: XmlElement, substitute: Substitute): Message {
  const message: MessagePart[] = [];
  for (const child of element.children) {
    if (child.kind === 'text') message.push({ kind: 'text', text: child.value });
    else if (child.kind === 'element') message.push(...part(child, substitute));
  }
  return message;
}

function part(element: XmlElement, substitute: Substitute): Message {
  const { local } = element.name;
  if (isSchematron(element) && local === 'value-of') {
    const select = query(element, 'select', substitute);
    return select === undefined ? [] : [{ kind: 'value', select }];
  }
  if (isSchematron(element) && local === 'name')
    return [{ kind: 'name', path: query(element, 'path', substitute) }];
  if (isXslt(element)) {
    const select = query(element, 'select', substitute);
    const plain = element.attributes.length === 1 && element.children.length === 0;
    if (select !== undefined && plain && local === 'copy-of') return [{ kind: 'copy', select }];
    if (select !== undefined && plain && (local === 'value-of' || local === 'sequence'))
      return [{ kind: 'value', select }];
    if (local === 'text') return [{ kind: 'text', text: textContent(element) }];
    return [{ kind: 'instruction', markup: substitute(wholeText(element)), at: placeOf(element) }];
  }
  return message(element, substitute);
}
