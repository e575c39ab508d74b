import { nearest } from '../../problems/index.js';
import { attribute } from '../axes.js';
import { isNcName } from '../characters.js';
import type { XmlDocument, XmlElement } from '../tree.js';

/** What a pointer selects; or why it selects nothing, in a sentence, and what to do. */
export type PointedElement =
  | { readonly element: XmlElement }
  | { readonly reason: string; readonly help: string };

/**
 * The element of a document that a pointer selects (XPointer Framework, section 3): by a shorthand, which is an
 * identifier, or by the `element()` scheme, an identifier and then the numbers of children. Of several pointers the
 * first that selects something counts; other schemes are passed over.
 */
export function pointedElement(document: XmlDocument, pointer: string): PointedElement {
  const shorthand = pointer.trim();
  if (isNcName(shorthand)) {
    const element = elementById(document, shorthand);
    return element === undefined ? nothingFound(document, shorthand) : { element };
  }
  const parts = pointerParts(shorthand);
  if (parts === undefined) {
    return { reason: `${JSON.stringify(pointer)} is no XPointer.`, help: writeElement };
  }
  for (const { scheme, data } of parts) {
    if (scheme !== 'element') continue;
    const found = /^(?:[^/]+)?(?:\/[1-9][0-9]*)*$/.test(data) && data !== '';
    if (!found) {
      return {
        reason: `element(${data}) is not of the form that XPointer gives it.`,
        help: writeElement,
      };
    }
    const element = elementBySequence(document, data);
    if (element !== undefined) return { element };
  }
  const known = parts.some(({ scheme }) => scheme === 'element');
  const foreign = parts.find(({ scheme }) => scheme !== 'element' && scheme !== 'xmlns');
  return known || foreign === undefined
    ? { reason: `${pointer} leads to no element.`, help: writeElement }
    : {
        reason: `The scheme ${foreign.scheme}() is not known here: only identifiers and element() are.`,
        help: writeElement,
      };
}

const writeElement = 'Write the xml:id of the element, or element(id/2/1) for a child of a child.';

function nothingFound(document: XmlDocument, id: string): PointedElement {
  const identifiers = [...elements(document)].flatMap(
    (element) => attribute(element, 'xml:id')?.value ?? [],
  );
  const meant = nearest(id, identifiers);
  return {
    reason: `${document.source.file} has no xml:id="${id}".`,
    help:
      meant === undefined
        ? 'Correct the pointer, or give the element that is meant that identifier.'
        : `Did you mean ${meant}?`,
  };
}

/** The element with an identifier: an `xml:id`, or an attribute that the DTD declares to be one. */
function elementById(document: XmlDocument, id: string): XmlElement | undefined {
  const declared = document.doctype?.idAttributes;
  for (const element of elements(document)) {
    if (attribute(element, 'xml:id')?.value.trim() === id) return element;
    const name = declared?.get(element.qname);
    if (name !== undefined && attribute(element, name)?.value === id) return element;
  }
  return undefined;
}

function* elements(document: XmlDocument): IterableIterator<XmlElement> {
  const stack: XmlElement[] = [document.root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at];
      if (child?.kind === 'element') stack.push(child);
    }
  }
}

/** The element() scheme: `id`, `id/2/1` or `/1/2` (XPointer element() Scheme, section 3). */
function elementBySequence(document: XmlDocument, data: string): XmlElement | undefined {
  const [id = '', ...numbers] = data.split('/');
  let at: XmlElement | undefined;
  if (id !== '') at = elementById(document, id);
  else at = numbers.shift() === '1' ? document.root : undefined;
  for (const number of numbers) {
    at = at?.children.filter((child) => child.kind === 'element')[Number(number) - 1];
  }
  return at;
}

/** SchemeBased: `scheme(data)`, several, with `^` before brackets that do not balance. */
function pointerParts(
  pointer: string,
): readonly { readonly scheme: string; readonly data: string }[] | undefined {
  const parts: { scheme: string; data: string }[] = [];
  let at = 0;
  while (at < pointer.length) {
    const open = pointer.indexOf('(', at);
    if (open === -1) return undefined;
    const scheme = pointer.slice(at, open).trim();
    if (!scheme.split(':').every(isNcName)) return undefined;
    let depth = 1;
    let data = '';
    for (at = open + 1; at < pointer.length; at++) {
      let sign = pointer[at] ?? '';
      if (sign === '^') sign = pointer[++at] ?? '';
      else if (sign === '(') depth++;
      else if (sign === ')' && --depth === 0) break;
      data += sign;
    }
    if (depth > 0) return undefined;
    parts.push({ scheme, data });
    at++;
    while (/\s/.test(pointer[at] ?? '')) at++;
  }
  return parts.length === 0 ? undefined : parts;
}
