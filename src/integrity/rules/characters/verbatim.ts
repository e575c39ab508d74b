import { attribute, type XmlDocument, type XmlElement } from '../../../xml/index.js';

/** Elements whose content is no prose (programs, markup, formulas, identifiers), or is as a source has it. */
const verbatim = new Set([
  'att',
  'cRefPattern',
  'code',
  'eg',
  'egXML',
  'formula',
  'gi',
  'geo',
  'ident',
  'idno',
  'mapping',
  'notatedMusic',
  'orig',
  'ptr',
  'rendition',
  'sic',
  'tag',
  'val',
  'xenoData',
]);

/** Whether white space and signs in an element are to be taken as they stand: it is code, is marked as preserved, or is known to be odd. */
export function isVerbatim(element: XmlElement): boolean {
  let node: XmlElement | XmlDocument = element;
  while (node.kind === 'element') {
    if (verbatim.has(node.name.local)) return true;
    if (attribute(node, 'xml:space')?.value === 'preserve') return true;
    node = node.parent;
  }
  return false;
}
