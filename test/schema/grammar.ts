import { type Element, parseXmlDocument } from 'slimdom';

// RELAX NG in its XML syntax as plain patterns: so much of it as schemas/telegram.rng uses, read
// independently of src/relaxng, so that the one can be held against the other.

const relaxNg = 'http://relaxng.org/ns/structure/1.0';
const annotations = 'http://relaxng.org/ns/compatibility/annotations/1.0';

export interface NamedPattern {
  readonly kind: 'element' | 'attribute';
  readonly name: string;
  readonly documentation: string | undefined;
  readonly children: readonly Pattern[];
}

export type Pattern =
  | NamedPattern
  | {
      readonly kind: 'group' | 'choice' | 'optional' | 'zeroOrMore' | 'oneOrMore' | 'list';
      readonly children: readonly Pattern[];
    }
  | { readonly kind: 'text' | 'empty' }
  | { readonly kind: 'ref'; readonly name: string }
  | {
      readonly kind: 'data';
      readonly type: string;
      readonly parameters: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: 'value';
      readonly value: string;
      readonly documentation: string | undefined;
    };

export interface Grammar {
  readonly start: Pattern;
  readonly definitions: ReadonlyMap<string, Pattern>;
}

/** Reads a grammar. Throws an Error at a construct that it does not know. */
export function readGrammar(xml: string): Grammar {
  const grammar = parseXmlDocument(xml).documentElement;
  if (grammar?.localName !== 'grammar') throw new Error('The schema is no grammar.');
  const definitions = new Map<string, Pattern>();
  let start: Pattern | undefined;
  for (const child of patternElements(grammar)) {
    if (child.localName === 'start') {
      start = together(child);
    } else if (child.localName === 'define') {
      const name = required(child, 'name');
      if (definitions.has(name)) throw new Error(`“${name}” is defined twice.`);
      definitions.set(name, together(child));
    } else {
      throw new Error(`“${child.localName}” in a grammar is not known here.`);
    }
  }
  if (start === undefined) throw new Error('The grammar has no start.');
  return { start, definitions };
}

/** Each pattern below this one, and itself; references are not followed. */
export function* patternsIn(pattern: Pattern): Generator<Pattern> {
  yield pattern;
  if ('children' in pattern) for (const child of pattern.children) yield* patternsIn(child);
}

/** Each pattern of a grammar. */
export function* allPatterns(grammar: Grammar): Generator<Pattern> {
  yield* patternsIn(grammar.start);
  for (const definition of grammar.definitions.values()) yield* patternsIn(definition);
}

/** The pattern a reference stands for. */
export function definitionOf(grammar: Grammar, name: string): Pattern {
  const definition = grammar.definitions.get(name);
  if (definition === undefined) throw new Error(`“${name}” is not defined.`);
  return definition;
}

/** The elements and attributes in one content model: references followed, elements not entered. */
export function namesInContent(grammar: Grammar, content: readonly Pattern[]): Set<NamedPattern> {
  const found = new Set<NamedPattern>();
  const followed = new Set<string>();
  const visit = (pattern: Pattern): void => {
    if (pattern.kind === 'element' || pattern.kind === 'attribute') {
      found.add(pattern);
    } else if (pattern.kind === 'ref') {
      if (followed.has(pattern.name)) return;
      followed.add(pattern.name);
      visit(definitionOf(grammar, pattern.name));
    } else if ('children' in pattern) {
      pattern.children.forEach(visit);
    }
  };
  content.forEach(visit);
  return found;
}

function together(parent: Element): Pattern {
  const children = patternElements(parent).map(read);
  return children.length === 1 && children[0] !== undefined
    ? children[0]
    : { kind: 'group', children };
}

function read(element: Element): Pattern {
  const kind = element.localName;
  switch (kind) {
    case 'element':
    case 'attribute':
      return {
        kind,
        name: required(element, 'name'),
        documentation: documentationIn(element),
        // An attribute without content has text (RELAX NG, 4.12).
        children:
          patternElements(element).length === 0
            ? [{ kind: 'text' }]
            : patternElements(element).map(read),
      };
    case 'group':
    case 'choice':
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
    case 'list':
      return { kind, children: patternElements(element).map(read) };
    case 'text':
    case 'empty':
      return { kind };
    case 'ref':
      return { kind, name: required(element, 'name') };
    case 'data':
      return {
        kind,
        type: required(element, 'type'),
        parameters: new Map(
          element.children
            .filter((child) => child.localName === 'param')
            .map((child) => [required(child, 'name'), child.textContent ?? '']),
        ),
      };
    case 'value': {
      const next = element.nextElementSibling;
      return {
        kind,
        value: element.textContent ?? '',
        documentation: next !== null && isDocumentation(next) ? words(next) : undefined,
      };
    }
    default:
      throw new Error(`The pattern “${kind}” is not known here.`);
  }
}

function patternElements(parent: Element): Element[] {
  return parent.children.filter(({ namespaceURI }) => namespaceURI === relaxNg);
}

function isDocumentation(element: Element): boolean {
  return element.namespaceURI === annotations && element.localName === 'documentation';
}

function documentationIn(element: Element): string | undefined {
  const found = element.children.find(isDocumentation);
  return found === undefined ? undefined : words(found);
}

function words(element: Element): string {
  return (element.textContent ?? '').trim();
}

function required(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`“${element.localName}” lacks “${name}”.`);
  return value;
}
