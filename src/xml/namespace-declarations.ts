import { nearest, type Problem } from '../problems/index.js';
import { isQName } from './characters.js';
import { WrittenName, XML_NAMESPACE, XMLNS_NAMESPACE } from './namespaces.js';
import type { AttributeNode } from './nodes.js';
import type { StartTagContext } from './start-tag.js';

/** Namespaces in XML, section 3: which names may be bound to which prefixes. */
export function readDeclarations(
  declarations: readonly AttributeNode[],
  { complaints }: StartTagContext,
): ReadonlyMap<string, string> {
  const bindings = new Map<string, string>();
  for (const declaration of declarations) {
    const { qname, value, start, end } = declaration;
    const prefix = qname === 'xmlns' ? '' : qname.slice('xmlns:'.length);
    const wrong =
      qname === 'xmlns:' || prefix.includes(':')
        ? `${qname} declares no prefix that could be used`
        : prefix === 'xmlns'
          ? 'The prefix xmlns cannot be declared'
          : (prefix === 'xml') !== (value === XML_NAMESPACE)
            ? `The prefix xml and the namespace ${XML_NAMESPACE} belong together alone`
            : value === XMLNS_NAMESPACE
              ? `The namespace ${XMLNS_NAMESPACE} cannot be declared`
              : value === '' && prefix !== ''
                ? `The prefix ${prefix} is bound to nothing, which Namespaces in XML 1.0 forbids`
                : undefined;
    if (wrong !== undefined) {
      complaints.report(
        { start, end },
        {
          code: 'xml/namespace',
          message: `${wrong}.`,
          help:
            value === '' && wellKnownPrefixes.has(prefix)
              ? `Write ${qname}="${wellKnownPrefixes.get(prefix)}", or delete the declaration.`
              : 'Change or delete the declaration.',
        },
      );
    }
    bindings.set(prefix, value);
  }
  return bindings;
}

/** The prefixes that TEI editors use, and what they stand for. */
const wellKnownPrefixes: ReadonlyMap<string, string> = new Map([
  ['tei', 'http://www.tei-c.org/ns/1.0'],
  ['xi', 'http://www.w3.org/2001/XInclude'],
  ['mei', 'http://www.music-encoding.org/ns/mei'],
  ['svg', 'http://www.w3.org/2000/svg'],
  ['m', 'http://www.w3.org/1998/Math/MathML'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['rng', 'http://relaxng.org/ns/structure/1.0'],
  ['sch', 'http://purl.oclc.org/dsdl/schematron'],
]);

/** What is said of names with a prefix that is not declared, or with more colons than a QName has. */
export class UnboundNames {
  /** The prefixes that one declaration would mend, and the problem in which each was told. */
  readonly #told = new Map<string, { readonly problem: Problem; readonly index: number }>();

  constructor(private readonly context: StartTagContext) {}

  /** Reports the name that begins at an offset of the text at hand, and gives one that stands in for it. */
  name(qname: string, start: number, kind: 'element' | 'attribute'): WrittenName {
    const { complaints, namespaces } = this.context;
    if (!isQName(qname)) {
      complaints.report(this.context.span(start, start + qname.length), {
        code: 'xml/namespace',
        message: `${qname} is not a name with a prefix: prefix and name are parted by one colon.`,
        help: 'Write prefix:name, or the name alone.',
      });
      return new WrittenName('', qname, '', qname);
    }
    const colon = qname.indexOf(':');
    const prefix = qname.slice(0, colon);
    const local = qname.slice(colon + 1);
    const told = this.#told.get(prefix);
    if (told === undefined || complaints.problems[told.index] !== told.problem) {
      const near = nearest(prefix, namespaces.prefixes());
      const index = complaints.problems.length;
      const problem = complaints.report(this.context.span(start, start + prefix.length), {
        code: 'xml/unbound-prefix',
        message: `The prefix ${prefix} of ${kind === 'element' ? `<${qname}>` : `@${qname}`} is not declared.`,
        help:
          near !== undefined
            ? `Did you mean ${near}:${local}?`
            : `Declare it on the root element: xmlns:${prefix}="${wellKnownPrefixes.get(prefix) ?? '…'}".`,
      });
      // What was meant otherwise is to be changed in each place.
      if (near === undefined) this.#told.set(prefix, { problem, index });
    }
    return new WrittenName(prefix, local, '', qname);
  }
}
