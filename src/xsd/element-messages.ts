import type { Problem } from '../problems/index.js';
import { list } from '../relaxng/index.js';
import type { XmlElement } from '../xml/index.js';
import type { Complaint, Expected } from './complaint.js';
import { type ExpandedName, writtenAt } from './expanded-name.js';
import { endOf, startOf, type Telling, textSpan } from './telling.js';

/** An element that cannot stand where it stands. */
export function unexpectedElement(
  telling: Telling,
  element: XmlElement,
  expected: Expected,
): Problem {
  const parent = element.parent.kind === 'element' ? element.parent : element;
  const where = telling.expected(element, expected);
  const unchecked = unjudged(element);
  if (!telling.declarations.has(element.name)) {
    const may = where === '' ? undefined : `Here may stand ${where}.`;
    return undeclaredElement(telling, element, expected.names, [may, unchecked]);
  }
  const { local } = element.name;
  if (telling.declarations.isAbstract(local)) return abstractElement(telling, element);
  const children = telling.declarations.childrenOf(parent.name.local);
  const isStranger = children !== undefined && !children.includes(local);
  const homes = isStranger ? telling.declarations.parentsOf(local) : [];
  const help = [
    isStranger && where !== '' ? `Here may stand ${where}.` : undefined,
    isStranger && where === '' ? mayHold(parent, children) : undefined,
    homes.length === 0 ? undefined : `<${element.qname}> may stand in ${named(homes, 'and')}.`,
    unchecked,
  ];
  const cannot = `<${element.qname}> cannot stand`;
  const only = where === '' ? '' : `: only ${where} may`;
  return telling.problem(
    element,
    element.nameSpan,
    'xsd/misplaced-element',
    isStranger
      ? `${cannot} inside <${parent.qname}>.`
      : `${cannot} here inside <${parent.qname}>${only}.`,
    { help: sentences(help), related: [startOf(parent)] },
  );
}

function mayHold(parent: XmlElement, children: readonly string[]): string | undefined {
  return children.length === 0
    ? undefined
    : `<${parent.qname}> may hold ${named(children, 'and')}.`;
}

/** Elements in words, by the local names that a schema gives them. */
function named(locals: readonly string[], joint: 'and' | 'or'): string {
  return list(
    locals.map((local) => `<${local}>`),
    joint,
    6,
  );
}

/** libxml2 looks no further in an element once one of its children is wrong. */
function unjudged(element: XmlElement): string | undefined {
  const { parent } = element;
  if (parent.kind !== 'element') return undefined;
  const after = parent.children.slice(parent.children.indexOf(element) + 1);
  return after.some(({ kind }) => kind === 'element')
    ? `What follows it in <${parent.qname}> is checked once this is mended.`
    : undefined;
}

/** An element that the schema does not have, or not in this namespace. */
function undeclaredElement(
  telling: Telling,
  element: XmlElement,
  likely: readonly ExpandedName[],
  advice: readonly (string | undefined)[],
): Problem {
  const { elements } = telling.declarations;
  const namesake = elements.find(({ local }) => local === element.name.local);
  if (namesake !== undefined) return wrongNamespace(telling, element, namesake);
  const meant =
    telling.meant(element, likely, 'element') ?? telling.meant(element, elements, 'element');
  const help = [meant === undefined ? undefined : `Did you mean <${meant}>?`, ...advice];
  return telling.problem(
    element,
    element.nameSpan,
    'xsd/unknown-element',
    `<${element.qname}> is not an element of this schema.`,
    { help: sentences(help) },
  );
}

function wrongNamespace(telling: Telling, element: XmlElement, namesake: ExpandedName): Problem {
  const inWords = (namespace: string) =>
    namespace === '' ? 'no namespace' : `the namespace ${namespace}`;
  return telling.problem(
    element,
    element.nameSpan,
    'xsd/wrong-namespace',
    `<${element.qname}> is in ${inWords(element.name.namespace)}; the schema wants it in ${inWords(namesake.namespace)}.`,
    {
      help:
        namesake.namespace === ''
          ? 'Take the xmlns attribute out that puts it there.'
          : `Write <${element.name.local} xmlns="${namesake.namespace}">, or declare that on an element around it.`,
    },
  );
}

/** The root is no element with which a document can begin. */
export function wrongRoot(telling: Telling, element: XmlElement): Problem {
  const { roots } = telling.declarations;
  if (!telling.declarations.has(element.name))
    return undeclaredElement(telling, element, roots, []);
  return telling.problem(
    element,
    element.nameSpan,
    'xsd/misplaced-element',
    `<${element.qname}> cannot be the root of a document.`,
    {
      help: `The root may be ${list(
        roots.map((name) => `<${writtenAt(element, name, 'element')}>`),
        'or',
        6,
      )}.`,
    },
  );
}

/** An element that must be declared, and is not. */
export function withoutDeclaration(telling: Telling, element: XmlElement): Problem {
  return undeclaredElement(telling, element, [], []);
}

/** An element that ends too early. */
export function incomplete(telling: Telling, element: XmlElement, expected: Expected): Problem {
  const where = telling.expected(element, expected);
  const isEmpty = !element.children.some(({ kind }) => kind === 'element');
  return telling.problem(
    element,
    endOf(element),
    'xsd/missing-element',
    `<${element.qname}> is ${isEmpty ? 'empty' : 'not complete'}: ${where || 'an element'} is missing.`,
    element.endTag === undefined ? {} : { related: [startOf(element)] },
  );
}

/** Text where none may stand. */
export function misplacedText(
  telling: Telling,
  element: XmlElement,
  { isEmpty }: Extract<Complaint, { kind: 'text' }>,
): Problem {
  const first = element.children.find((node) => node.kind === 'text' && node.value.trim() !== '');
  return telling.problem(
    element,
    textSpan(first === undefined ? [] : [first]) ?? element.nameSpan,
    'xsd/text-not-allowed',
    isEmpty
      ? `Text cannot stand in <${element.qname}>, which is always empty.`
      : `Text cannot stand directly inside <${element.qname}>.`,
    { help: isEmpty ? 'Take it out.' : 'Put it into one of the elements that may stand there.' },
  );
}

/** An element in one that holds none. */
export function childOfChildless(
  telling: Telling,
  element: XmlElement,
  { isEmpty }: Extract<Complaint, { kind: 'child-element' }>,
): Problem {
  const child = element.children.find((node) => node.kind === 'element');
  const subject = child?.kind === 'element' ? child : element;
  return telling.problem(
    subject,
    subject.nameSpan,
    'xsd/misplaced-element',
    `<${subject.qname}> cannot stand inside <${element.qname}>, which ${isEmpty ? 'is always empty' : 'holds text alone'}.`,
    { related: [startOf(element)] },
  );
}

/** An element that the schema has only for others to take its place. */
export function abstractElement(telling: Telling, element: XmlElement): Problem {
  return telling.problem(
    element,
    element.nameSpan,
    'xsd/misplaced-element',
    `<${element.qname}> cannot stand in a document: the schema declares it abstract.`,
    { help: 'Write one of the elements that may take its place.' },
  );
}

function sentences(parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}
