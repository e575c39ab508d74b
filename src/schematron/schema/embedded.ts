import { attribute, type XmlElement } from '../../xml/index.js';
import { isOdd, patternOfConstraint, usualNamespaces } from './odd-constraints.js';
import type { Located, OpenFile, SchematronFiles } from './schema-files.js';
import { isQuickFix, isSchematron, isXslt, schematronNamespace } from './schema-parts.js';

const relaxNgNamespace = 'http://relaxng.org/ns/structure/1.0';
const teiNamespace = 'http://www.tei-c.org/ns/1.0';

/** Pieces that may stand in a schema of another language; rules are brought together in a pattern of their own. */
const pieces = new Set([
  'ns',
  'let',
  'phase',
  'pattern',
  'group',
  'diagnostics',
  'properties',
  'include',
]);

/** What may stand beside them in XSLT. */
const declarations = new Set(['function', 'key', 'include', 'import', 'variable', 'param']);

/**
 * The Schematron that is embedded in a schema in RELAX NG, in either syntax, or in an ODD, in the order of the file;
 * of RELAX NG, what its `include` and `externalRef` draw in too.
 */
export function embeddedPieces(main: OpenFile, files: SchematronFiles): readonly Located[] {
  const found: Located[] = [];
  const seen = new Set<OpenFile>();
  gather(main, found, seen, files);
  // XSLT by itself is no rule: it may be there for another purpose.
  if (!found.some(({ element }) => isSchematron(element))) return [];
  return isOdd(main) ? [...usualNamespaces(main), ...found] : found;
}

function gather(
  file: OpenFile,
  found: Located[],
  seen: Set<OpenFile>,
  files: SchematronFiles,
): void {
  if (seen.has(file)) return;
  seen.add(file);
  const stack: XmlElement[] = [file.document.root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (isSchematron(element)) {
      if (pieces.has(element.name.local)) found.push({ element, file });
      continue;
    }
    if (isXslt(element)) {
      if (declarations.has(element.name.local)) found.push({ element, file });
      continue;
    }
    if (isQuickFix(element)) {
      if (element.name.local === 'fixes') found.push({ element, file });
      continue;
    }
    const pattern = patternOfConstraint(element);
    if (pattern !== undefined) found.push({ element: pattern, file });
    if (drawsIn(element)) {
      const target = files.follow({ element, file });
      if (target !== undefined) gather(target.file, found, seen, files);
    }
    for (const child of [...element.children].reverse())
      if (child.kind === 'element' && mayHold(child) && !(pattern && isLet(child)))
        stack.push(child);
  }
}

function drawsIn({ name, attributes }: XmlElement): boolean {
  return (
    name.namespace === relaxNgNamespace &&
    (name.local === 'include' || name.local === 'externalRef') &&
    attributes.some(({ qname }) => qname === 'href')
  );
}

/** A variable beside the rules of a constraint belongs to these. */
function isLet(element: XmlElement): boolean {
  return isSchematron(element) && element.name.local === 'let';
}

/** Constraints in an ODD count when they are in Schematron, and are no examples; nothing of what it deletes does. */
function mayHold(element: XmlElement): boolean {
  const { namespace, local } = element.name;
  if (namespace === teiNamespace && attribute(element, 'mode')?.value === 'delete') return false;
  if (namespace === teiNamespace && local === 'constraintSpec') {
    const scheme = attribute(element, 'scheme')?.value;
    return scheme === undefined || scheme === 'schematron' || scheme === 'isoschematron';
  }
  return namespace === teiNamespace ? local !== 'exemplum' : namespace !== exampleNamespace;
}

const exampleNamespace = 'http://www.tei-c.org/ns/Examples';

/** Whether a file is a Schematron schema by itself. */
export function standsAlone({ document: { root } }: OpenFile): boolean {
  return root.name.namespace === schematronNamespace;
}
