import { attribute, type XmlAttribute, type XmlElement } from '../../xml/index.js';
import type { Located, OpenFile } from './schema-files.js';
import { isSchematron, schematronNamespace } from './schema-parts.js';

const teiNamespace = 'http://www.tei-c.org/ns/1.0';

/** The prefixes that rules in an ODD use without declaring them, as the TEI Stylesheets extract them. */
const usualPrefixes: readonly (readonly [string, string])[] = [
  ['tei', teiNamespace],
  ['teix', 'http://www.tei-c.org/ns/Examples'],
  ['rng', 'http://relaxng.org/ns/structure/1.0'],
  ['xs', 'http://www.w3.org/2001/XMLSchema'],
];

/** Whether a file is in TEI, as an ODD is. */
export function isOdd({ document: { root } }: OpenFile): boolean {
  return root.name.namespace === teiNamespace;
}

/** The declarations of prefixes that an ODD has without writing them; those that it writes come later and win. */
export function usualNamespaces(file: OpenFile): readonly Located[] {
  const { root } = file.document;
  return usualPrefixes.map(([prefix, uri]) => ({
    element: schematronElement(root, 'ns', [], {
      prefix: at(root, 'prefix', prefix),
      uri: at(root, 'uri', uri),
    }),
    file,
  }));
}

/**
 * The pattern that a `constraint` makes of the rules in it (TEI Guidelines, chapter Documentation Elements, “Additional
 * Constraints”). Assertions that stand there without a rule are asked of the element, or of the attribute, whose
 * declaration they stand in.
 *
 * @returns nothing where the constraint has neither
 */
export function patternOfConstraint(constraint: XmlElement): XmlElement | undefined {
  if (constraint.name.namespace !== teiNamespace || constraint.name.local !== 'constraint')
    return undefined;
  const written = constraint.children.filter((child) => child.kind === 'element');
  const named = (...names: readonly string[]): readonly XmlElement[] =>
    written.filter((child) => isSchematron(child) && names.includes(child.name.local));
  const rules = named('rule');
  const bare = named('assert', 'report');
  const declared = bare.length === 0 ? undefined : declaredNode(constraint);
  if (rules.length === 0 && declared === undefined) return undefined;
  const ruleOfDeclared =
    declared === undefined
      ? []
      : [schematronElement(constraint, 'rule', bare, { context: declared })];
  return schematronElement(
    constraint,
    'pattern',
    [...named('let', 'title', 'p'), ...rules, ...ruleOfDeclared],
    {},
  );
}

/** The context that selects what is declared around a constraint: `p`, or `p/@rend`, as an attribute of that place. */
function declaredNode(constraint: XmlElement): XmlAttribute | undefined {
  const around = ancestors(constraint);
  const ident = (name: string): XmlAttribute | undefined => {
    const declaration = around.find(({ name: { local } }) => local === name);
    return declaration === undefined ? undefined : attribute(declaration, 'ident');
  };
  const element = ident('elementSpec');
  if (element === undefined) return undefined;
  const declaredIn = around.map((each) => attribute(each, 'ns')?.value).find(Boolean);
  const selected = `*[local-name() = '${element.value}' and namespace-uri() = '${declaredIn ?? teiNamespace}']`;
  const own = ident('attDef');
  const value = own === undefined ? selected : `${selected}/@${own.value}`;
  const { start, end, nameSpan, valueSpan } = own ?? element;
  return { start, end, name: nameOf('context'), qname: 'context', value, nameSpan, valueSpan };
}

function ancestors(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let node = element.parent; node.kind === 'element'; node = node.parent) found.push(node);
  return found;
}

/** An element of Schematron at the place of one of the ODD. */
function schematronElement(
  place: XmlElement,
  local: string,
  children: readonly XmlElement[],
  attributes: Readonly<Record<string, XmlAttribute>>,
): XmlElement {
  const { kind, parent, start, end, namespaces, nameSpan, startTag, endTag, source } = place;
  return {
    ...{ kind, parent, start, end, namespaces, nameSpan, startTag, endTag, source },
    name: { prefix: 'sch', local, namespace: schematronNamespace },
    qname: `sch:${local}`,
    attributes: Object.values(attributes),
    children,
  };
}

function at(place: XmlElement, local: string, value: string): XmlAttribute {
  const { start, end, nameSpan } = place;
  return { start, end, name: nameOf(local), qname: local, value, nameSpan, valueSpan: nameSpan };
}

function nameOf(local: string): XmlAttribute['name'] {
  return { prefix: '', local, namespace: '' };
}
