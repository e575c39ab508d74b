import {
  escapeAttribute,
  escapeText,
  namespaceDeclarations,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlText,
} from '../xml/index.js';

/** What of an attribute is written. */
export type WrittenAttribute = Pick<XmlAttribute, 'qname' | 'value'>;

/** A document written such that the line of a start tag tells which element it is. */
export interface NumberedText {
  readonly text: string;
  /** The elements whose start tags lie on a line, counted from 1. */
  elementsOnLine(line: number): readonly XmlElement[];
}

/** libxml2 keeps lines in 16 bits: whatever lies further down is on line 65535. */
const lastLine = 65_533;

/**
 * Writes a document for libxml2, which tells lines but not columns: each start tag is given a line of its own, by a
 * line feed inside the tag, and no other line feeds are written but as references. Where there are more elements than
 * lines that libxml2 can count, several neighbours share one. Comments and processing instructions, which no
 * schema language sees, are left out.
 *
 * @param written the attributes to write, where they are to differ
 * @param omitted whether to leave a node out
 */
export function numberedText(
  document: XmlDocument,
  written: (element: XmlElement) => readonly WrittenAttribute[] = ({ attributes }) => attributes,
  omitted: (node: XmlElement | XmlText) => boolean = () => false,
): NumberedText {
  const elements: XmlElement[] = [];
  const stack: { readonly element: XmlElement; next: number }[] = [];
  const parts: string[] = [];
  const total = countElements(document.root);
  const share = Math.ceil(total / lastLine);

  const open = (element: XmlElement): void => {
    elements.push(element);
    parts.push('<', element.qname);
    // libxml2 gives an element the line on which its start tag ends.
    if ((elements.length - 1) % share === 0) parts.push('\n');
    parts.push(namespaceDeclarations(element));
    for (const { qname, value } of written(element))
      parts.push(' ', qname, '="', escapeAttribute(value), '"');
    parts.push('>');
    stack.push({ element, next: 0 });
  };
  open(document.root);
  for (let level = stack.at(-1); level !== undefined; level = stack.at(-1)) {
    const child = level.element.children[level.next++];
    if (child === undefined) {
      parts.push('</', level.element.qname, '>');
      stack.pop();
    } else if (child.kind !== 'element' && child.kind !== 'text') continue;
    else if (omitted(child)) continue;
    else if (child.kind === 'element') open(child);
    else parts.push(escapeText(child.value).replaceAll('\n', '&#10;'));
  }
  return {
    text: parts.join(''),
    elementsOnLine: (line) => elements.slice((line - 2) * share, (line - 1) * share),
  };
}

function countElements(root: XmlElement): number {
  let count = 0;
  const stack = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    count++;
    for (const child of element.children) if (child.kind === 'element') stack.push(child);
  }
  return count;
}
