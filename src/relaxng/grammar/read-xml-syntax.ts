import { nearest } from '../../problems/index.js';
import type { SourceText } from '../../xml/index.js';
import { resolveHref } from './addresses.js';
import { findDatatype, findValue } from './constraints.js';
import { documented } from './documented.js';
import { readConstructs } from './read-constructs.js';
import { deepest, readOwnNameClass } from './read-xml-name-class.js';
import type { SchemaProblems } from './schema-problems.js';
import type {
  ComponentSyntax,
  CompositeSyntax,
  FileSyntax,
  IncludeSyntax,
  PatternSyntax,
  SchemaPlace,
  ValueSyntax,
} from './syntax.js';
import type { Reading, XmlConstruct } from './xml-construct.js';

/**
 * Reads a schema in the XML syntax (RELAX NG, 3) as far as one file goes.
 *
 * @param address the address of the file, to which those in it are relative
 * @param ns the namespace inherited from the place that refers to the file (4.6, 4.7)
 * @returns the root pattern, and what it refers to; what is wrong with it is told to `problems`
 */
export function readXmlSyntax(
  source: SourceText,
  address: string,
  ns: string,
  problems: SchemaProblems,
): FileSyntax | undefined {
  const reading: Reading = { depth: 0, references: [] };
  const outer = { source, problems, ns, datatypeLibrary: '', base: address, reading };
  const root = readConstructs(source, outer, completeDefinition);
  return root && { root: readPattern(root), references: reading.references };
}

/** Reads a definition as soon as it has ended, so that of its constructs nothing need be kept. */
function completeDefinition(construct: XmlConstruct): void {
  const { kind } = construct;
  if (kind !== 'define' && kind !== 'start') return;
  construct.component = readDefinition(construct);
  construct.children = [];
}

/** The elements that are patterns (3). */
const patternNames = [
  ...['element', 'attribute', 'group', 'interleave', 'choice', 'optional', 'zeroOrMore'],
  ...['oneOrMore', 'list', 'mixed', 'ref', 'parentRef', 'empty', 'text', 'value', 'data'],
  ...['notAllowed', 'externalRef', 'grammar'],
];

function readPattern(construct: XmlConstruct): PatternSyntax {
  const { reading } = construct.surroundings;
  if (reading.depth >= deepest) {
    construct.report('3', `The schema is nested more than ${deepest} deep.`);
    return { kind: 'notAllowed', at: construct.at };
  }
  reading.depth++;
  const pattern = readConstruct(construct);
  reading.depth--;
  return pattern;
}

function readConstruct(construct: XmlConstruct): PatternSyntax {
  const { at, kind } = construct;
  switch (kind) {
    case 'element':
      return readElement(construct);
    case 'attribute':
      return readAttribute(construct);
    case 'group':
    case 'interleave':
      return composite(kind, construct, patterns(construct.children), at);
    case 'choice':
      return composite(kind, construct, documentedValues(construct), at);
    case 'optional':
      // 4.14
      return choiceWithEmpty(readContent(construct), at);
    case 'zeroOrMore':
      // 4.15
      return choiceWithEmpty({ kind: 'oneOrMore', content: readContent(construct), at }, at);
    case 'oneOrMore':
    case 'list':
      return { kind, content: readContent(construct), at };
    case 'mixed':
      // 4.13
      return { kind: 'interleave', children: [readContent(construct), { kind: 'text', at }], at };
    case 'ref':
    case 'parentRef':
      nothingIn(construct);
      return { kind, name: construct.requiredNcName('name'), at: construct.placeOf('name') };
    case 'empty':
    case 'text':
    case 'notAllowed':
      nothingIn(construct);
      return { kind, at };
    case 'value':
      return readValue(construct);
    case 'data':
      return readData(construct);
    case 'externalRef': {
      nothingIn(construct);
      const address = readHref(construct);
      if (address === undefined) return { kind: 'notAllowed', at };
      const { ns, reading } = construct.surroundings;
      const reference = { kind, address, ns, at: construct.placeOf('href') } as const;
      reading.references.push(reference);
      return reference;
    }
    case 'grammar':
      return { kind, content: readComponents(construct.children, construct, true), at };
    default:
      reportUnknown(construct);
      return { kind: 'notAllowed', at };
  }
}

function reportUnknown(construct: XmlConstruct): void {
  const meant = nearest(construct.kind, patternNames);
  construct.report(
    '3',
    `<${construct.element.qname}> is not a pattern.`,
    meant === undefined ? undefined : `Did you mean <${meant}>?`,
  );
}

function nothingIn(construct: XmlConstruct): void {
  if (construct.children.length > 0) construct.report('3', `<${construct.kind}> is always empty.`);
}

function patterns(constructs: readonly XmlConstruct[]): PatternSyntax[] {
  return constructs.map(readPattern);
}

/** 4.12: several children are a group; one is itself. */
function readContent(
  construct: XmlConstruct,
  content: readonly XmlConstruct[] = construct.children,
): PatternSyntax {
  const [only] = content;
  return content.length === 1 && only !== undefined
    ? readPattern(only)
    : composite('group', construct, patterns(content), construct.at);
}

function composite(
  kind: CompositeSyntax['kind'],
  construct: XmlConstruct,
  children: readonly PatternSyntax[],
  at: SchemaPlace,
): PatternSyntax {
  const [only] = children;
  if (only === undefined) {
    if (!construct.holdsStrayText) {
      construct.report(
        '3',
        `<${construct.kind}> holds no pattern.`,
        'Write <empty/> for no content.',
      );
    }
    return { kind: 'notAllowed', at };
  }
  return children.length === 1 ? only : { kind, children, at };
}

function choiceWithEmpty(content: PatternSyntax, at: SchemaPlace): PatternSyntax {
  return { kind: 'choice', children: [content, { kind: 'empty', at }], at };
}

/** The alternatives of a choice; documentation after a value is the value's. */
function documentedValues(construct: XmlConstruct): PatternSyntax[] {
  return patterns(construct.children).map((pattern, index) => {
    if (pattern.kind !== 'value') return pattern;
    const documentation = construct.documentationAfter(index + 1);
    return documentation === undefined ? pattern : { ...pattern, documentation };
  });
}

function readElement(construct: XmlConstruct): PatternSyntax {
  const { nameClass, rest } = readOwnNameClass(construct);
  return {
    kind: 'element',
    nameClass,
    content: readContent(construct, rest),
    documentation: construct.documentation,
    at: construct.at,
  };
}

function readAttribute(construct: XmlConstruct): PatternSyntax {
  const { nameClass, rest } = readOwnNameClass(construct);
  const { at } = construct;
  if (rest.length > 1)
    construct.report(
      '3',
      'An <attribute> holds one pattern.',
      'Put several into a <choice> or a <list>.',
    );
  // 4.12: without a pattern, any text.
  const content: PatternSyntax =
    rest.length === 0 ? { kind: 'text', at } : readContent(construct, rest.slice(0, 1));
  return {
    kind: 'attribute',
    nameClass,
    content,
    documentation: construct.documentation,
    at,
  };
}

function readValue(construct: XmlConstruct): ValueSyntax | PatternSyntax {
  const { at, surroundings } = construct;
  const type =
    construct.attribute('type') === undefined ? undefined : construct.requiredNcName('type');
  // 4.4: without a type, the built-in token.
  const datatype = findDatatype(
    surroundings.problems,
    construct.placeOf('type'),
    type === undefined ? '' : surroundings.datatypeLibrary,
    type ?? 'token',
    [],
  );
  if (datatype === undefined) return { kind: 'notAllowed', at };
  const lexical = construct.text;
  const key = findValue(
    surroundings.problems,
    construct.placeOfText,
    datatype,
    lexical,
    construct.context,
  );
  return key === undefined
    ? { kind: 'notAllowed', at }
    : { kind: 'value', datatype, lexical, key, at };
}

function readData(construct: XmlConstruct): PatternSyntax {
  const { at, surroundings } = construct;
  const type = construct.requiredNcName('type');
  const { parameters, rest } = construct.parametersOf(construct.children);
  const [first, second] = rest;
  let except: PatternSyntax | undefined;
  if (first?.kind === 'except' && second === undefined) {
    except = composite('choice', first, patterns(first.children), first.at);
  } else if (first !== undefined) {
    (second ?? first).report(
      '3',
      '<data> holds <param>s, then at most one <except>, and nothing else.',
    );
  }
  if (type === '') return { kind: 'notAllowed', at };
  const datatype = findDatatype(
    surroundings.problems,
    construct.placeOf('type'),
    surroundings.datatypeLibrary,
    type,
    parameters,
  );
  return datatype === undefined
    ? { kind: 'notAllowed', at }
    : { kind: 'data', datatype, except, at };
}

function readHref(construct: XmlConstruct): string | undefined {
  const href = construct.attribute('href');
  if (href === undefined) {
    construct.report('3', `<${construct.kind}> has no href.`);
    return undefined;
  }
  const { problems, base } = construct.surroundings;
  return resolveHref(problems, construct.place(href.valueSpan), href.value, base);
}

/** What a `grammar`, `include` or `div` holds; a `div` gives way to its content (4.11). */
function readComponents(
  constructs: readonly XmlConstruct[],
  outer: XmlConstruct,
  mayInclude: boolean,
): ComponentSyntax[] {
  const components: ComponentSyntax[] = [];
  for (const construct of constructs) {
    const { kind } = construct;
    if (construct.component !== undefined) components.push(construct.component);
    else if (kind === 'div') components.push(...readDiv(construct, mayInclude));
    else if (kind === 'include' && mayInclude) components.push(...readInclude(construct));
    else
      construct.report(
        '3',
        `<${construct.element.qname}> cannot stand in <${outer.kind}>.`,
        `It may hold <start>, <define>, <div>${mayInclude ? ' and <include>' : ''}.`,
      );
  }
  return components;
}

function readDefinition(construct: XmlConstruct): ComponentSyntax {
  const { kind, at } = construct;
  if (kind === 'start' && construct.children.length > 1)
    construct.report('3', '<start> holds one pattern.', 'Put several into a <choice>.');
  return {
    kind: 'definition',
    name: kind === 'start' ? undefined : construct.requiredNcName('name'),
    combine: readCombine(construct),
    content: documented(readContent(construct), construct.documentation),
    at,
  };
}

function readInclude(construct: XmlConstruct): readonly ComponentSyntax[] {
  const { surroundings } = construct;
  const address = readHref(construct);
  const content = readComponents(construct.children, construct, false);
  if (address === undefined) return [];
  const { ns, reading } = surroundings;
  const at = construct.placeOf('href');
  const include: IncludeSyntax = { kind: 'include', address, ns, content, at };
  reading.references.push(include);
  return [include];
}

function readDiv(construct: XmlConstruct, mayInclude: boolean): ComponentSyntax[] {
  const { reading } = construct.surroundings;
  if (reading.depth >= deepest) {
    construct.report('3', `The schema is nested more than ${deepest} deep.`);
    return [];
  }
  reading.depth++;
  const components = readComponents(construct.children, construct, mayInclude);
  reading.depth--;
  return components;
}

function readCombine(construct: XmlConstruct): 'choice' | 'interleave' | undefined {
  const combine = construct.trimmed('combine');
  if (combine === undefined) return undefined;
  if (combine.value === 'choice' || combine.value === 'interleave') return combine.value;
  construct.surroundings.problems.report(
    combine.at,
    '3',
    `“${combine.value}” is not a way to combine: it is choice or interleave.`,
  );
  return undefined;
}
