import type { XmlDocument, XmlElement } from './tree.js';

/**
 * The document as text for a processor that has only XML's bare grammar to go by: entities expanded, default
 * attributes written out, no document type declaration. Says the same as the source (in the XPath data model);
 * comments and processing instructions are kept.
 */
export function serialize(document: XmlDocument): string {
  const parts: string[] = [];
  for (const child of document.children) {
    if (child.kind === 'comment') parts.push(`<!--${child.value}-->\n`);
    else if (child.kind === 'processing-instruction')
      parts.push(instruction(child.target, child.value), '\n');
    else element(child, parts);
  }
  return parts.join('');
}

/** Writes an element and all it contains, without recursion: documents may be very deep. */
function element(root: XmlElement, parts: string[]): void {
  const stack: { readonly element: XmlElement; next: number }[] = [];
  const open = (opened: XmlElement): void => {
    parts.push('<', opened.qname, namespaceDeclarations(opened));
    for (const { qname, value } of opened.attributes)
      parts.push(' ', qname, '="', escapeAttribute(value), '"');
    if (opened.children.length === 0) parts.push('/>');
    else {
      parts.push('>');
      stack.push({ element: opened, next: 0 });
    }
  };
  open(root);
  for (let level = stack.at(-1); level !== undefined; level = stack.at(-1)) {
    const child = level.element.children[level.next++];
    if (child === undefined) {
      parts.push('</', level.element.qname, '>');
      stack.pop();
    } else if (child.kind === 'element') open(child);
    else if (child.kind === 'text') parts.push(escapeText(child.value));
    else if (child.kind === 'comment') parts.push('<!--', child.value, '-->');
    else parts.push(instruction(child.target, child.value));
  }
  parts.push('\n');
}

function instruction(target: string, value: string): string {
  return value === '' ? `<?${target}?>` : `<?${target} ${value}?>`;
}

/** The namespace declarations of a start tag, each with a space before it. */
export function namespaceDeclarations({ namespaces }: XmlElement): string {
  if (namespaces === undefined) return '';
  let declarations = '';
  for (const [prefix, namespace] of namespaces) {
    declarations += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`;
  }
  return declarations;
}

/** Character data such that parsing gives the value back. */
export function escapeText(value: string): string {
  return /[&<>\r]/.test(value)
    ? value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\r', '&#13;')
    : value;
}

/** An attribute's value, for double quotation marks, such that parsing gives it back. */
export function escapeAttribute(value: string): string {
  return /[&<>"\t\n\r]/.test(value)
    ? value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
    : value;
}
