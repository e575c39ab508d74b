import type { XmlElement } from '../../xml/index.js';
import type { Message, MessagePart } from './schema.js';
import { isSchematron, isXslt, query, type Substitute } from './schema-parts.js';

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
    if (select !== undefined) return [{ kind: local === 'copy-of' ? 'copy' : 'value', select }];
  }
  return message(element, substitute);
}
