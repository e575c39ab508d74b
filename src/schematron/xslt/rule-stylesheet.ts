import { escapeAttribute } from '../../xml/index.js';
import { mostFixes } from '../check-document.js';
import { remarksOfCheck, sharedLets } from '../schema/queries.js';
import { itemVariable } from '../schema/read-quick-fixes.js';
import type {
  Check,
  Declaration,
  Let,
  Message,
  MessagePart,
  OfferedFix,
  Pattern,
  Phase,
  Query,
  Rule,
  SchemaPlace,
  SchematronSchema,
} from '../schema/schema.js';
import { wellKnownPrefixes } from '../xpath/query.js';
import { contextSelection } from './context-selection.js';
import { answerFunctions, own, told, x } from './stylesheet-parts.js';
import { markupWithXmlSpace, withXmlSpace } from './xml-space.js';

/** A piece of the schema that stands in its stylesheet: an expression, a declaration, instructions. */
export interface Piece {
  /** What is shown of it. */
  readonly text: string;
  readonly at: SchemaPlace;
  /** Whether it stands in the stylesheet as it does in the schema, and may have lines and expressions of its own. */
  readonly isMarkup: boolean;
  /** The line of the stylesheet on which it begins. */
  readonly line: number;
  /** How many pieces after it are a part of it: what a check says is reckoned together with its test. */
  parts: number;
}

/** The patterns of a schema, as a stylesheet that carries them out. */
export interface RuleStylesheet {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The number of the piece that stands on a line, counted from 1. */
  readonly pieceOn: (line: number) => number | undefined;
}

export interface WritingOptions {
  /** Whether a piece is known to be broken: it stands in the stylesheet as what cannot be carried out. */
  readonly isBroken: IsBroken;
  /**
   * Whether each piece is announced before it is carried out, and can be left out by the parameter `off`: to find the
   * one that is to blame. It takes longer.
   */
  readonly watched?: boolean;
}

export type IsBroken = (number: number, piece: { text: string; at: SchemaPlace }) => boolean;

/**
 * Writes patterns as a stylesheet in XSLT 3.0. Its template `check` answers with an array in JSON: a number for each
 * rule that was fired, in the order of rules, and after it an array for each finding; see `readAnswer`. Each expression
 * has a line of its own, and an error in one does not keep the others from being carried out.
 */
export function ruleStylesheet(
  schema: SchematronSchema,
  patterns: readonly Pattern[],
  phase: Phase | undefined,
  { isBroken, watched = false }: WritingOptions,
): RuleStylesheet {
  return new Writer(schema, isBroken, watched).write(patterns, phase);
}

class Writer {
  readonly #schema: SchematronSchema;
  readonly #isBroken: IsBroken;
  readonly #watched: boolean;
  readonly #lines: string[] = [];
  readonly #pieces: Piece[] = [];
  /** The pieces by their lines. */
  readonly #numbers: (number | undefined)[] = [undefined];
  #rules = 0;

  constructor(schema: SchematronSchema, isBroken: IsBroken, watched: boolean) {
    this.#schema = schema;
    this.#isBroken = isBroken;
    this.#watched = watched;
  }

  write(patterns: readonly Pattern[], phase: Phase | undefined): RuleStylesheet {
    const { namespaces, declarations, lets } = this.#schema;
    const prefixes = { ...wellKnownPrefixes, ...namespaces };
    const declared = Object.entries(prefixes)
      .filter(([prefix]) => prefix !== '' && prefix !== 'xml')
      .map(([prefix, uri]) => ` xmlns:${prefix}="${escapeAttribute(uri)}"`);
    this.#put(
      `<${x}:stylesheet version="3.0" xmlns:${x}="http://www.w3.org/1999/XSL/Transform" xmlns:${own}="${told.namespace}" xmlns:${own}-error="http://www.w3.org/2005/xqt-errors"${declared.join('')} exclude-result-prefixes="#all">`,
    );
    const first = ({ local }: Declaration): number => (local === 'import' ? 0 : 1);
    for (const declaration of [...declarations].sort((a, b) => first(a) - first(b)))
      this.#declaration(declaration);
    for (const line of answerFunctions) this.#put(line);
    const ofPhase = phase?.lets ?? [];
    const names = new Set([...declarations.map(({ name }) => name)]);
    // The narrowest of several variables of one name counts.
    for (const one of [...ofPhase, ...lets, ...sharedLets(this.#schema)]) {
      if (names.has(one.name)) continue;
      names.add(one.name);
      this.#let(one);
    }
    for (const [number, pattern] of patterns.entries()) this.#pattern(pattern, number);
    this.#put(`<${x}:template name="${own}:check">`);
    this.#put(`<${x}:variable name="${own}:answer" as="item()*">`);
    for (const number of patterns.keys())
      this.#put(`<${x}:call-template name="${own}:pattern-${number}"/>`);
    this.#put(`</${x}:variable>`);
    this.#put(
      `<${x}:sequence select="serialize(array { $${own}:answer }, map { 'method': 'json' })"/>`,
    );
    this.#put(`</${x}:template>`);
    this.#put(`</${x}:stylesheet>`);
    const numbers = this.#numbers;
    return {
      text: `${this.#lines.join('\n')}\n`,
      pieces: this.#pieces,
      pieceOn: (line) => numbers[line],
    };
  }

  #put(markup: string, piece?: number): void {
    for (const line of markup.split('\n')) {
      this.#lines.push(line);
      this.#numbers.push(piece);
    }
  }

  /** Begins a piece; tells its number, and whether it is broken. */
  #piece(
    text: string,
    at: SchemaPlace,
    isMarkup = false,
  ): { readonly number: number; readonly broken: boolean } {
    const number = this.#pieces.length;
    this.#pieces.push({ text, at, isMarkup, line: this.#lines.length + 1, parts: 0 });
    return { number, broken: this.#isBroken(number, { text, at }) };
  }

  #declaration(declaration: Declaration): void {
    const { local, name, markup, library, address, at } = declaration;
    const { number, broken } = this.#piece(
      name === undefined ? `xsl:${local}` : `xsl:${local} ${name}`,
      at,
      true,
    );
    if (library !== undefined) {
      if (!broken) this.#put(`<${x}:${local} href="${escapeAttribute(library)}"/>`, number);
      return;
    }
    if (broken) {
      this.#brokenDeclaration(declaration, number);
      return;
    }
    const base = / xml:base\s*=/.test(startTag(markup))
      ? ''
      : ` xml:base="${escapeAttribute(address)}"`;
    const based = markupWithXmlSpace(markup.replace(/^<[^\s/>]+/, (begin) => `${begin}${base}`));
    if (name === undefined || !isVariable(local) || / static\s*=/.test(startTag(markup))) {
      this.#put(based, number);
      return;
    }
    // What fails in the value of a global variable cannot be caught but there.
    const named = escapeAttribute(name);
    const inner = based
      .replace(/^(<[^\s/>]*?)param\b/, '$1variable')
      .replace(/param(\s*>)$/, 'variable$1');
    this.#put(`<${x}:variable name="${named}" as="item()*"><${x}:try>${inner}`, number);
    this.#put(`<${x}:sequence select="$${named}"/>`);
    this.#put(`<${x}:catch select="${failed(number)}"/></${x}:try></${x}:variable>`);
  }

  /** A declaration that raises an error, told already, wherever it is needed. */
  #brokenDeclaration({ local, name, eqname, parameters }: Declaration, number: number): void {
    if (name === undefined || eqname === undefined) return;
    const named = `name="${escapeAttribute(eqname)}"`;
    const isAlone =
      this.#schema.declarations.filter(
        (one) =>
          one.local === local &&
          one.eqname === eqname &&
          one.parameters.length === parameters.length,
      ).length === 1;
    if (local === 'function' && isAlone && !eqname.startsWith('Q{}')) {
      const given = parameters.map((each) => `<${x}:param name="${escapeAttribute(each)}"/>`);
      this.#put(
        `<${x}:function ${named}>${given.join('')}<${x}:sequence select="${told.error}"/></${x}:function>`,
        number,
      );
    } else if (local === 'key')
      this.#put(`<${x}:key ${named} match="node()" use="${told.error}"/>`, number);
    else if (isVariable(local) && isAlone)
      this.#put(`<${x}:variable ${named} select="()"/>`, number);
  }

  #let({ name, value, content, instructs, at }: Let): void {
    const named = escapeAttribute(name);
    if (value !== undefined) {
      this.#put(`<${x}:variable name="${named}" as="item()*">`);
      this.#guarded(value);
      this.#put(`</${x}:variable>`);
      return;
    }
    const { number, broken } = this.#piece(`$${name}`, at, true);
    if (broken) {
      this.#put(`<${x}:variable name="${named}" select="()"/>`, number);
      return;
    }
    const watch = this.#watched ? `<${x}:sequence select="${own}:at(${number})"/>` : '';
    const inner = content ?? '';
    const markup = instructs === true ? markupWithXmlSpace(inner) : literal(inner);
    this.#put(`<${x}:variable name="${named}"><${x}:try>${watch}${markup}`, number);
    this.#put(`<${x}:catch select="${failed(number)}"/>`);
    this.#put(`</${x}:try>`);
    this.#put(`</${x}:variable>`);
  }

  /** The value of an expression; where it fails, that is told, and the value is the empty sequence. */
  #guarded(query: Query, select = (expression: string) => expression): void {
    const { number, expression } = this.#expression(query);
    this.#put(`<${x}:try select="${escapeAttribute(select(expression))}">`, number);
    this.#put(`<${x}:catch select="${failed(number)}"/>`);
    this.#put(`</${x}:try>`);
  }

  /** The nodes of a document that a context matches. */
  #guardedContext(query: Query, select: (found: string) => string): void {
    const { number, broken } = this.#piece(query.text, query.at);
    const watch = this.#watched ? `${own}:at(${number}), ` : '';
    const found = broken ? told.error : select(contextSelection(withXmlSpace(query.text)));
    this.#put(`<${x}:try select="${escapeAttribute(`${watch}${found}`)}">`, number);
    this.#put(`<${x}:catch select="${failed(number)}"/>`);
    this.#put(`</${x}:try>`);
  }

  /** An expression as it stands in the stylesheet, in brackets. */
  #expression(query: Query): { readonly number: number; readonly expression: string } {
    const { number, broken } = this.#piece(query.text, query.at);
    const watch = this.#watched ? `${own}:at(${number}), ` : '';
    const expression = broken ? `(${told.error})` : `(${watch}${withXmlSpace(query.text)})`;
    return { number, expression };
  }

  #pattern(pattern: Pattern, number: number): void {
    this.#put(`<${x}:template name="${own}:pattern-${number}" as="item()*">`);
    if (pattern.documents !== undefined) {
      this.#put(`<${x}:variable name="${own}:documents" as="document-node()*">`);
      this.#guarded(
        pattern.documents,
        (text) =>
          `for $a in (${text} ! string(.)) return if (doc-available($a)) then doc($a) else ()`,
      );
      this.#put(`</${x}:variable>`);
      this.#put(`<${x}:for-each select="$${own}:documents">`);
    }
    this.#put(`<${x}:variable name="${own}:document" as="document-node()" select="."/>`);
    for (const one of pattern.lets) this.#let(one);
    const before: string[] = [];
    for (const rule of pattern.rules) this.#rule(rule, pattern.isGroup ? [] : before);
    // SaxonJS fails where nothing follows a variable.
    this.#put(`<${x}:sequence select="()"/>`);
    if (pattern.documents !== undefined) this.#put(`</${x}:for-each>`);
    this.#put(`</${x}:template>`);
  }

  /** @param before the variables with the contexts of the rules before it: a node fires one rule of a pattern */
  #rule(rule: Rule, before: string[]): void {
    const number = this.#rules++;
    const taken = `$${own}:contexts-${number}`;
    this.#put(`<${x}:variable name="${own}:contexts-${number}" as="node()*">`);
    this.#guardedContext(rule.context, (found) => {
      const left = before.length === 0 ? found : `(${found}) except (${before.join(' | ')})`;
      return `(${left}) treat as node()*`;
    });
    this.#put(`</${x}:variable>`);
    before.push(taken);
    this.#put(`<${x}:for-each select="${taken}">`);
    for (const one of rule.lets) this.#let(one);
    this.#put(`<${x}:sequence select="${number}"/>`);
    for (const [index, check] of rule.checks.entries()) this.#check(rule, check, index);
    this.#put(`</${x}:for-each>`);
  }

  #check(rule: Rule, check: Check, index: number): void {
    const { number, expression } = this.#expression(check.test);
    const finding = this.#finding(rule, check, index);
    const parts = this.#pieces.length - number - 1;
    const piece = this.#pieces[number];
    if (piece !== undefined) piece.parts = parts;
    const { answer, variables } = finding;
    const isReport = check.kind === 'report';
    if (variables.length === 0) {
      const answers = isReport ? `then ${answer} else ()` : `then () else ${answer}`;
      this.#put(`<${x}:try select="${escapeAttribute(`if ${expression} ${answers}`)}">`, number);
    } else {
      const test = isReport ? expression : `not${expression}`;
      this.#put(`<${x}:try>`);
      this.#put(`<${x}:if test="${escapeAttribute(test)}">`, number);
      for (const each of variables) this.#put(each.markup, each.number);
      this.#put(`<${x}:sequence select="${escapeAttribute(answer)}"/>`, number);
      this.#put(`</${x}:if>`);
    }
    this.#put(`<${x}:catch select="${failed(number)}"/>`);
    this.#put(`</${x}:try>`);
  }

  /** How a finding is answered: the number of its check, two nodes, and the values that stand in its words. */
  #finding(rule: Rule, check: Check, index: number): { answer: string; variables: Variable[] } {
    const variables: Variable[] = [];
    const subject = check.subject ?? rule.subject;
    const subjectPath =
      subject === undefined
        ? `'.'`
        : `${own}:path((${this.#expression(subject).expression}[. instance of node()], .)[1])`;
    const messages = [
      check.message,
      ...remarksOfCheck(this.#schema, check).map((remark) => remark.message),
    ];
    const values = messages.map((message) => this.#values(message, variables));
    const fixes = check.fixes.map((fix, at) => this.#fix(fix, at, variables));
    const offered = fixes.length === 0 ? '' : `, array { ${fixes.join(', ')} }`;
    return {
      answer: `[${index}, ${own}:path(.), ${subjectPath}, [${values.join(', ')}]${offered}]`,
      variables,
    };
  }

  /** A quick fix as often as it is offered: its number, and the values of its title and its paragraphs. */
  #fix({ fix }: OfferedFix, at: number, before: Variable[]): string {
    const place = fix.useWhen[0]?.at ?? fix.useForEach?.at ?? fix.lets[0]?.at;
    const first = this.#pieces.length;
    const { number } =
      place === undefined ? { number: first } : this.#piece(`sqf:fix ${fix.id}`, place);
    const conditions = fix.useWhen.map((query) => `boolean${this.#expression(query).expression}`);
    const items =
      fix.useForEach === undefined
        ? `let $${itemVariable} := () return `
        : `for $${itemVariable} in ${this.#expression(fix.useForEach).expression}[position() le ${mostFixes}] return `;
    const lets = fix.lets.map(({ name, value }) =>
      value === undefined
        ? `let $${name} := () return `
        : `let $${name} := ${this.#expression(value).expression} return `,
    );
    const values = [fix.title, ...fix.description].map((message) => this.#values(message, before));
    const offered = `${items}${lets.join('')}[${at}, ${values.join(', ')}]`;
    const select =
      conditions.length === 0
        ? offered
        : `if (${conditions.join(' and ')}) then ${offered} else ()`;
    const name = `${own}:fix-${first}`;
    const piece = this.#pieces[number];
    if (piece !== undefined && place !== undefined) piece.parts = this.#pieces.length - number - 1;
    before.push({
      number: place === undefined ? undefined : number,
      markup:
        `<${x}:variable name="${name}" as="item()*"><${x}:try select="${escapeAttribute(select)}">` +
        `<${x}:catch select="${place === undefined ? '()' : failed(number)}"/></${x}:try></${x}:variable>`,
    });
    return `$${name}`;
  }

  /** The values of a message, as an array: strings, and for what is copied an array of paths. */
  #values(message: Message, variables: Variable[]): string {
    return `[${message.flatMap((part) => this.#valueOf(part, variables)).join(', ')}]`;
  }

  #valueOf(part: MessagePart, variables: Variable[]): readonly string[] {
    switch (part.kind) {
      case 'text':
        return [];
      case 'name':
        return part.path === undefined ? ['name()'] : [this.#string(part.path)];
      case 'value':
        return [this.#string(part.select)];
      case 'copy': {
        const { expression } = this.#expression(part.select);
        return [`array { ${expression}[. instance of node()] ! ${own}:path(.) }`];
      }
      case 'instruction': {
        const { number, broken } = this.#piece(shown(part.markup), part.at, true);
        const name = `${own}:instructed-${number}`;
        const watch = this.#watched ? `<${x}:sequence select="${own}:at(${number})"/>` : '';
        const content = broken
          ? `<${x}:sequence select="${told.error}"/>`
          : markupWithXmlSpace(part.markup);
        variables.push({
          number,
          markup: `<${x}:variable name="${name}">${watch}${content}</${x}:variable>`,
        });
        return [`string($${name})`];
      }
    }
  }

  #string(query: Query): string {
    return `string-join(${this.#expression(query).expression} ! string(.), ' ')`;
  }
}

/** A variable before a finding, and the piece that it holds. */
interface Variable {
  readonly markup: string;
  readonly number: number | undefined;
}

function isVariable(local: string): boolean {
  return local === 'variable' || local === 'param';
}

/** What is done where a piece fails. */
function failed(number: number): string {
  return `${own}:failed(${number}, $${own}-error:code, $${own}-error:description)`;
}

function startTag(markup: string): string {
  return /^<(?:[^"'>]|"[^"]*"|'[^']*')*/.exec(markup)?.[0] ?? '';
}

/** Instructions as they are named in a message: by their first tag. */
function shown(markup: string): string {
  return `${startTag(markup).replace(/\s+xmlns(:[^\s=]+)?\s*=\s*("[^"]*"|'[^']*')/g, '')}>`;
}

/** Markup that means itself, also where braces stand in attributes. */
function literal(content: string): string {
  return content.replace(/<(?:[^"'>]|"[^"]*"|'[^']*')*>/g, (tag) => tag.replace(/[{}]/g, '$&$&'));
}
