import { attribute, textContent, type XmlDocument, type XmlElement } from '../../xml/index.js';
import { columnsOf } from './columns.js';
import { fill } from './fill.js';

/** No line is longer, in columns. */
export const lineWidth = 78;

/** Where what is said of a term begins, in columns. */
const termWidth = 20;

/**
 * Sets a text tree (its elements are described in xslt/text.xsl) in lines: paragraphs filled, blocks parted by a
 * blank line, except entries of one line each.
 */
export function layOut(tree: XmlDocument): string {
  const lines: string[] = [];
  let short = false;
  for (const block of elementsIn(tree.root)) {
    const set = setBlock(block);
    if (set.length === 0) continue;
    const shortBefore = short;
    short = block.name.local === 'entry' && set.length === 1;
    const close = attribute(block, 'gap')?.value === 'none' || (short && shortBefore);
    if (lines.length > 0 && !close) lines.push('');
    if (block.name.local === 'rule' || isHeading(block, '1')) lines.push('');
    lines.push(...set);
  }
  return `${lines.join('\n')}\n`;
}

function setBlock(block: XmlElement): string[] {
  switch (block.name.local) {
    case 'rule':
      return ['-'.repeat(lineWidth)];
    case 'heading':
      return setHeading(block);
    case 'entry':
      return setEntry(block);
    default:
      return setParagraph(block);
  }
}

/** Each part between forced line breaks (lb) is filled by itself. */
function setParagraph(block: XmlElement): string[] {
  const indent = columnsIn(block, 'indent');
  const hang = indent + columnsIn(block, 'hang');
  return partsOf(block).flatMap((part, number) =>
    fill(part, { width: lineWidth, indent: number === 0 ? indent : hang, hang }),
  );
}

function setHeading(block: XmlElement): string[] {
  const first = isHeading(block, '1');
  const words = first ? textContent(block).toUpperCase() : textContent(block);
  const lines = fill(words, { width: lineWidth, indent: 0, hang: 0 });
  const widest = Math.max(0, ...lines.map(columnsOf));
  return widest === 0 ? [] : [...lines, (first ? '=' : '-').repeat(widest)];
}

/** The term to the left, what is said of it beside; a term too wide for its place gets lines of its own. */
function setEntry(block: XmlElement): string[] {
  const parts = elementsIn(block);
  const term = textContent(parts[0] ?? block);
  const said = parts
    .slice(1)
    .flatMap((part) =>
      fill(textContent(part), { width: lineWidth, indent: termWidth, hang: termWidth }),
    );
  const left = fill(term, { width: lineWidth, indent: 0, hang: 2 });
  const [only] = left;
  const [first, ...rest] = said;
  if (only === undefined || first === undefined) return [...left, ...said];
  if (left.length > 1 || columnsOf(only) > termWidth - 2) return [...left, ...said];
  return [only + ' '.repeat(termWidth - columnsOf(only)) + first.slice(termWidth), ...rest];
}

/** The text of a block, cut at its forced line breaks. */
function partsOf(block: XmlElement): string[] {
  const parts = [''];
  for (const child of block.children) {
    if (child.kind === 'text') parts[parts.length - 1] += child.value;
    else if (child.kind === 'element' && child.name.local === 'lb') parts.push('');
    else if (child.kind === 'element') parts[parts.length - 1] += textContent(child);
  }
  return parts;
}

function isHeading(block: XmlElement, level: string): boolean {
  return block.name.local === 'heading' && attribute(block, 'level')?.value === level;
}

function columnsIn(block: XmlElement, name: string): number {
  return Number(attribute(block, name)?.value ?? 0);
}

function elementsIn(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => child.kind === 'element');
}
