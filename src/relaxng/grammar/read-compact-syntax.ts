import type { SourceText, XmlDocument } from '../../xml/index.js';
import { resolveHref } from './addresses.js';
import { AnnotationTree } from './annotation-tree.js';
import { CompactAnnotationReader, type CompactAnnotations } from './compact-annotations.js';
import { CompactCursor } from './compact-cursor.js';
import { CompactDeclarations, readDeclarations } from './compact-declarations.js';
import { atGrammarContent } from './compact-grammar.js';
import { CompactSyntaxError, compactTokens } from './compact-tokens.js';
import { checkAttributeName } from './constraints.js';
import { documented } from './documented.js';
import { CompactDatatypeReader } from './read-compact-datatype.js';
import { CompactNameClassReader } from './read-compact-name-class.js';
import type { SchemaProblems } from './schema-problems.js';
import type {
  ComponentSyntax,
  ExternalRefSyntax,
  FileSyntax,
  IncludeSyntax,
  PatternSyntax,
  SchemaPlace,
} from './syntax.js';

/**
 * Reads a schema in the compact syntax (RELAX NG Compact Syntax, OASIS, 21 November 2002) as far as one file goes.
 *
 * @param address the address of the file, to which those in it are relative
 * @param ns the namespace inherited from the place that refers to the file
 * @returns the root pattern, and what it refers to; `undefined` where the text could not be made out, after a complaint
 */
export function readCompactSyntax(
  source: SourceText,
  address: string,
  ns: string,
  problems: SchemaProblems,
): FileSyntax | undefined {
  try {
    const cursor = new CompactCursor(compactTokens(source, problems), problems);
    const reader = new CompactReader(cursor, address, new CompactDeclarations(ns, problems));
    return { root: reader.topLevel(), references: reader.references };
  } catch (error) {
    if (error instanceof CompactSyntaxError) return undefined;
    throw error;
  }
}

/**
 * The annotations of a schema in the compact syntax that are elements, as a document: see AnnotationTree.
 *
 * @returns `undefined` where the text could not be made out, after a complaint
 */
export function readCompactAnnotations(
  source: SourceText,
  address: string,
  problems: SchemaProblems,
): XmlDocument | undefined {
  try {
    const cursor = new CompactCursor(compactTokens(source, problems), problems);
    const declarations = new CompactDeclarations('', problems);
    const tree = new AnnotationTree(source, declarations.namespaces);
    new CompactReader(cursor, address, declarations, tree).topLevel();
    return tree.document;
  } catch (error) {
    if (error instanceof CompactSyntaxError) return undefined;
    throw error;
  }
}

/** Patterns nested deeper than this are not read. */
const deepest = 1000;

class CompactReader {
  readonly references: (ExternalRefSyntax | IncludeSyntax)[] = [];
  readonly #annotations: CompactAnnotationReader;
  readonly #nameClasses: CompactNameClassReader;
  readonly #problems: SchemaProblems;
  readonly #datatypes: CompactDatatypeReader;
  #depth = 0;

  constructor(
    readonly cursor: CompactCursor,
    readonly address: string,
    readonly declarations: CompactDeclarations,
    readonly tree?: AnnotationTree,
  ) {
    this.#problems = cursor.problems;
    this.#annotations = new CompactAnnotationReader(cursor, declarations, tree);
    this.#nameClasses = new CompactNameClassReader(cursor, declarations, this.#annotations);
    this.#datatypes = new CompactDatatypeReader(cursor, declarations, this.#annotations, () =>
      this.#exception(),
    );
  }

  /** topLevel ::= decl* (pattern | grammarContent*) */
  topLevel(): PatternSyntax {
    const { cursor } = this;
    readDeclarations(cursor, this.declarations);
    const { at } = cursor.peek();
    if (atGrammarContent(cursor)) {
      const content = this.#components('end', true);
      return { kind: 'grammar', content, at };
    }
    const pattern = this.#pattern(true);
    if (cursor.peek().kind !== 'end') cursor.stop('The schema must end after its pattern.');
    return pattern;
  }

  /** grammarContent*, up to the end of the schema or a closing brace. */
  #components(until: 'end' | '}', mayInclude: boolean): ComponentSyntax[] {
    const { cursor } = this;
    const components: ComponentSyntax[] = [];
    if (++this.#depth > deepest) cursor.stop(`The schema is nested more than ${deepest} deep.`);
    for (;;) {
      if (this.#annotations.atGrammarElement) {
        this.#annotations.grammarElement();
        continue;
      }
      const { documentation } = this.#annotations.initial();
      if (until === 'end' ? cursor.peek().kind === 'end' : cursor.acceptSymbol('}')) break;
      components.push(...this.#component(mayInclude, documentation));
    }
    this.#depth--;
    return components;
  }

  #component(mayInclude: boolean, documentation: string | undefined): readonly ComponentSyntax[] {
    const { cursor } = this;
    const { at } = cursor.peek();
    if (cursor.acceptKeyword('div')) {
      cursor.expectSymbol('{', 'after div');
      return this.#components('}', mayInclude);
    }
    if (mayInclude && cursor.acceptKeyword('include')) return this.#include();
    if (!cursor.isKeyword('start') && !cursor.isIdentifier())
      cursor.stop(
        `A definition is missing: start, a name${mayInclude ? ', include' : ''} or div must stand here.`,
        cursor.peek().kind === 'name'
          ? `Write \\${cursor.peek().text} for a name that is a keyword.`
          : undefined,
      );
    const name = cursor.isKeyword('start') ? undefined : cursor.peek().text;
    cursor.next();
    const assignment = cursor.peek();
    if (assignment.kind !== 'symbol' || !['=', '|=', '&='].includes(assignment.text))
      cursor.stop(`=, |= or &= is missing after ${name ?? 'start'}.`);
    cursor.next();
    const combine =
      assignment.text === '=' ? undefined : assignment.text === '|=' ? 'choice' : 'interleave';
    const content = documented(this.#pattern(), documentation);
    return [{ kind: 'definition', name, combine, content, at }];
  }

  #include(): readonly ComponentSyntax[] {
    const { cursor } = this;
    const href = cursor.literal('The address of the file');
    this.tree?.reference('include', href);
    const ns = this.#inherit();
    const content = cursor.acceptSymbol('{') ? this.#components('}', false) : [];
    const address = resolveHref(this.#problems, href.at, href.text, this.address);
    if (address === undefined) return [];
    const include: IncludeSyntax = { kind: 'include', address, ns, content, at: href.at };
    this.references.push(include);
    return [include];
  }

  /** inherit ::= "inherit" "=" identifierOrKeyword : the namespace that the other file is given. */
  #inherit(): string {
    const { cursor, declarations } = this;
    if (!cursor.acceptKeyword('inherit')) return declarations.defaultNamespace;
    cursor.expectSymbol('=', 'after inherit');
    const prefix = cursor.expectName('The prefix');
    return declarations.namespaceOf(prefix.text, prefix);
  }

  /** pattern: particles joined by one of the signs , & | ; or a datatype with an exception, which stands alone. */
  #pattern(outermost = false): PatternSyntax {
    const { cursor } = this;
    if (++this.#depth > deepest) cursor.stop(`The schema is nested more than ${deepest} deep.`);
    const { at } = cursor.peek();
    const first = this.#particle(outermost);
    const sign = cursor.peek();
    const kind = connectors.get(sign.kind === 'symbol' ? sign.text : '');
    let pattern = first;
    if (kind !== undefined) {
      if (hasException(first)) this.#stopAtException();
      const children = [first];
      while (cursor.acceptSymbol(sign.text)) {
        const next = this.#particle(false);
        if (hasException(next)) this.#stopAtException();
        children.push(next);
      }
      if (cursor.peek().kind === 'symbol' && connectors.has(cursor.peek().text))
        cursor.stop(
          `${sign.text} and ${cursor.peek().text} cannot be mixed.`,
          'Say with parentheses what belongs together.',
        );
      pattern = { kind, children, at };
    }
    this.#depth--;
    return pattern;
  }

  #stopAtException(): never {
    return this.cursor.stop('A datatype with an exception must be in parentheses here.');
  }

  /** particle ::= a primary, repeated or not */
  #particle(outermost: boolean): PatternSyntax {
    const { cursor } = this;
    const annotations = this.#annotations.initial();
    const { at } = cursor.peek();
    const primary = this.#primary(annotations);
    let following = this.#annotations.following();
    let pattern = primary;
    const sign = cursor.peek();
    if (sign.kind === 'symbol' && ['?', '*', '+'].includes(sign.text)) {
      if (hasException(primary)) this.#stopAtException();
      cursor.next();
      pattern = repeat(primary, sign.text, at);
      following = this.#annotations.following() ?? following;
    }
    if (outermost && following !== undefined)
      this.#problems.report(
        following.at,
        'compact 5.4',
        'No annotation can follow the pattern that is the whole schema.',
      );
    return pattern;
  }

  #primary(annotations: CompactAnnotations): PatternSyntax {
    const { cursor } = this;
    const token = cursor.peek();
    const { at } = token;
    if (cursor.acceptSymbol('(')) {
      const inner = this.#pattern();
      cursor.expectSymbol(')', 'after the pattern');
      // In parentheses an exception may stand where it could not without.
      return hasException(inner) ? { kind: 'group', children: [inner], at } : inner;
    }
    if (token.kind === 'literal') return this.#datatypes.value(undefined, annotations, at);
    if (token.kind === 'prefixed') return this.#datatypes.data(annotations);
    if (token.kind !== 'name') cursor.stop('A pattern is missing.');
    if (cursor.isIdentifier()) {
      cursor.next();
      return { kind: 'ref', name: token.text, at };
    }
    switch (token.text) {
      case 'string':
      case 'token':
        return this.#datatypes.data(annotations);
      case 'empty':
      case 'text':
      case 'notAllowed':
        cursor.next();
        return { kind: token.text, at };
    }
    cursor.next();
    switch (token.text) {
      case 'element':
      case 'attribute': {
        const ofAttribute = token.text === 'attribute';
        const nameClass = this.#nameClasses.read(ofAttribute);
        if (ofAttribute) checkAttributeName(this.#problems, at, nameClass);
        const { documentation } = annotations;
        return { kind: token.text, nameClass, content: this.#braces(), documentation, at };
      }
      case 'mixed':
        return { kind: 'interleave', children: [this.#braces(), { kind: 'text', at }], at };
      case 'list':
        return { kind: 'list', content: this.#braces(), at };
      case 'grammar':
        cursor.expectSymbol('{', 'after grammar');
        return { kind: 'grammar', content: this.#components('}', true), at };
      case 'parent':
        if (!cursor.isIdentifier())
          cursor.stop('The name of a definition is missing after parent.');
        return { kind: 'parentRef', name: cursor.next().text, at };
      case 'external': {
        const href = cursor.literal('The address of the file');
        this.tree?.reference('externalRef', href);
        const ns = this.#inherit();
        const address = resolveHref(this.#problems, href.at, href.text, this.address);
        if (address === undefined) return { kind: 'notAllowed', at };
        const reference: ExternalRefSyntax = { kind: 'externalRef', address, ns, at: href.at };
        this.references.push(reference);
        return reference;
      }
      default:
        return cursor.stop(
          `The keyword ${token.text} begins no pattern.`,
          `Write \\${token.text} for a definition of that name.`,
        );
    }
  }

  /** What a datatype excepts. */
  #exception(): PatternSyntax {
    const except = this.#primary(this.#annotations.initial());
    if (hasException(except))
      this.cursor.stop('An exception to an exception must be in parentheses.');
    return ungrouped(except);
  }

  /** "{" pattern "}" */
  #braces(): PatternSyntax {
    const { cursor } = this;
    cursor.expectSymbol('{', 'before the content');
    const pattern = this.#pattern();
    cursor.expectSymbol('}', 'after the content');
    return pattern;
  }
}

const connectors = new Map<string, 'group' | 'interleave' | 'choice'>([
  [',', 'group'],
  ['&', 'interleave'],
  ['|', 'choice'],
]);

/** Whether a pattern is a datatype with an exception that stands without parentheses. */
function hasException(pattern: PatternSyntax): boolean {
  return pattern.kind === 'data' && pattern.except !== undefined;
}

function ungrouped(pattern: PatternSyntax): PatternSyntax {
  const [only] = pattern.kind === 'group' ? pattern.children : [];
  return pattern.kind === 'group' && pattern.children.length === 1 && only ? only : pattern;
}

/** 4.14 and 4.15 of the specification. */
function repeat(content: PatternSyntax, sign: string, at: SchemaPlace): PatternSyntax {
  const repeated: PatternSyntax = sign === '?' ? content : { kind: 'oneOrMore', content, at };
  return sign === '+'
    ? repeated
    : { kind: 'choice', children: [repeated, { kind: 'empty', at }], at };
}
