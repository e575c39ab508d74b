import { textContent, type XmlElement } from '../xml/index.js';
import type { NameClass } from './patterns.js';
import { type Inherited, inherit, partsOf, type SchemaReport } from './schema-scope.js';

/** The name that a QName stands for: by `ns` where it has no prefix, by declarations where it has one. */
export function expandedName(
  qname: string,
  unprefixed: string,
  element: XmlElement,
  inherited: Inherited,
  report: SchemaReport,
): NameClass {
  const colon = qname.indexOf(':');
  if (colon === -1) return { kind: 'name', namespace: unprefixed, local: qname };
  const prefix = qname.slice(0, colon);
  const namespace = inherited.prefixes.get(prefix);
  if (namespace === undefined) {
    report(
      element,
      inherited,
      `The prefix ${prefix} of ${qname} is not declared.`,
      `Declare it: xmlns:${prefix}="…".`,
    );
  }
  return { kind: 'name', namespace: namespace ?? '', local: qname.slice(colon + 1) };
}

/** Reads a name class (section 3). */
export function readNameClass(
  element: XmlElement,
  outer: Inherited,
  report: SchemaReport,
): NameClass {
  const inherited = inherit(element, outer);
  const parts = partsOf(element);
  switch (element.name.local) {
    case 'name':
      return expandedName(
        textContent(element).trim(),
        inherited.namespace,
        element,
        inherited,
        report,
      );
    case 'choice':
      return { kind: 'choice', of: parts.map((part) => readNameClass(part, inherited, report)) };
    case 'anyName':
      return { kind: 'anyName', except: exceptNames(parts, inherited, report) };
    case 'nsName':
      return {
        kind: 'nsName',
        namespace: inherited.namespace,
        except: exceptNames(parts, inherited, report),
      };
    default:
      report(
        element,
        inherited,
        `<${element.qname}> is no class of names.`,
        'A name class is <name>, <anyName>, <nsName> or <choice> of them.',
      );
      return { kind: 'choice', of: [] };
  }
}

function exceptNames(
  parts: readonly XmlElement[],
  inherited: Inherited,
  report: SchemaReport,
): NameClass | undefined {
  const except = parts.find((part) => part.name.local === 'except');
  if (except === undefined) return undefined;
  return {
    kind: 'choice',
    of: partsOf(except).map((part) => readNameClass(part, inherited, report)),
  };
}
