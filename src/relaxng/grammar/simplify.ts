import type { ExternalSyntax } from './load-files.js';
import type { SchemaProblems } from './schema-problems.js';
import { Scope } from './scope.js';
import {
  attribute,
  choice,
  data,
  group,
  repeated,
  type SimpleElement,
  type SimplePattern,
} from './simple-form.js';
import type { ExternalRefSyntax, GrammarSyntax, PatternSyntax, ReferenceSyntax } from './syntax.js';

/** Patterns nested deeper than this, references followed, are not simplified. */
const deepest = 1000;

/**
 * The simple form of a schema: externalRef (4.6), include (4.7), combine (4.17), grammar (4.18), define and ref (4.19),
 * notAllowed (4.20), empty (4.21).
 *
 * @returns the pattern of a whole document; to be relied upon only if there was nothing to complain of
 */
export function simplify(
  root: PatternSyntax,
  problems: SchemaProblems,
  external: ExternalSyntax,
): SimplePattern {
  return new Simplification(problems, external).document(root);
}

class Simplification {
  /** Elements whose content is not yet simplified: so that grammars may lead back to themselves. */
  readonly #waiting: {
    element: SimpleElement;
    content: PatternSyntax;
    scope: Scope | undefined;
  }[] = [];
  readonly #scopes: Scope[] = [];
  readonly #externals = new Map<PatternSyntax, Map<Scope | undefined, SimplePattern>>();
  #depth = 0;

  constructor(
    readonly problems: SchemaProblems,
    readonly external: ExternalSyntax,
  ) {}

  document(root: PatternSyntax): SimplePattern {
    const start = this.#pattern(root, undefined);
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop())
      next.element.content = this.#pattern(next.content, next.scope);
    // What no element leads to is not part of the simple form (4.19), but its references must mean something (4.18).
    for (let index = 0; index < this.#scopes.length; index++) {
      const scope = this.#scopes[index];
      for (const definition of scope?.definitions.values() ?? [])
        if (definition.simple === undefined)
          for (const part of definition.parts) this.#checkReferences(part.content, scope);
    }
    return start;
  }

  #pattern(pattern: PatternSyntax, scope: Scope | undefined): SimplePattern {
    if (this.#depth >= deepest) {
      this.problems.report(
        pattern.at,
        '4.19',
        `With its references followed, the schema is nested more than ${deepest} deep.`,
      );
      return { kind: 'notAllowed', at: pattern.at };
    }
    this.#depth++;
    const simple = this.#simplified(pattern, scope);
    this.#depth--;
    return simple;
  }

  #simplified(pattern: PatternSyntax, scope: Scope | undefined): SimplePattern {
    const { at } = pattern;
    switch (pattern.kind) {
      case 'element': {
        const { nameClass, documentation } = pattern;
        const element: SimpleElement = {
          kind: 'element',
          nameClass,
          content: { kind: 'notAllowed', at },
          documentation,
          at,
        };
        this.#waiting.push({ element, content: pattern.content, scope });
        return element;
      }
      case 'attribute': {
        const { nameClass, documentation } = pattern;
        const content = this.#pattern(pattern.content, scope);
        return attribute({ kind: 'attribute', nameClass, content, documentation, at });
      }
      case 'group':
      case 'interleave':
        return group(
          pattern.kind,
          pattern.children.map((child) => this.#pattern(child, scope)),
          at,
        );
      case 'choice':
        return choice(
          pattern.children.map((child) => this.#pattern(child, scope)),
          at,
        );
      case 'oneOrMore':
      case 'list':
        return repeated(pattern.kind, this.#pattern(pattern.content, scope), at);
      case 'data':
        return data({
          kind: 'data',
          datatype: pattern.datatype,
          except: pattern.except && this.#pattern(pattern.except, scope),
          at,
        });
      case 'value': {
        const { datatype, lexical, key, documentation } = pattern;
        return { kind: 'value', datatype, lexical, key, documentation, at };
      }
      case 'ref':
      case 'parentRef':
        return this.#reference(pattern, scope);
      case 'externalRef':
        return this.#external(pattern, scope);
      case 'grammar':
        return this.#grammar(pattern, scope);
      default:
        return pattern;
    }
  }

  /** 4.6: an externalRef is what the other file holds, seen from here. */
  #external(reference: ExternalRefSyntax, scope: Scope | undefined): SimplePattern {
    const syntax = this.external(reference);
    if (syntax === undefined) return { kind: 'notAllowed', at: reference.at };
    let known = this.#externals.get(syntax);
    if (known === undefined) {
      known = new Map();
      this.#externals.set(syntax, known);
    }
    let simple = known.get(scope);
    if (simple === undefined) {
      simple = this.#pattern(syntax, scope);
      known.set(scope, simple);
    }
    return simple;
  }

  /** 4.18: a grammar is the pattern of its start. */
  #grammar(grammar: GrammarSyntax, parent: Scope | undefined): SimplePattern {
    const scope = new Scope(grammar, parent, this.problems, this.external);
    this.#scopes.push(scope);
    if (!scope.definitions.has(undefined)) {
      this.problems.report(grammar.at, '4.18', 'The grammar has no start.');
      return { kind: 'notAllowed', at: grammar.at };
    }
    return this.#expand(undefined, scope, grammar.at);
  }

  #scopeOf(reference: ReferenceSyntax, scope: Scope | undefined): Scope | undefined {
    const { kind, name, at } = reference;
    const found = kind === 'ref' ? scope : scope?.parent;
    if (found === undefined)
      this.problems.report(
        at,
        '4.18',
        kind === 'ref'
          ? `${name} is referred to outside any grammar.`
          : `${name} is sought in the grammar around this one, and there is none.`,
      );
    else if (!found.definitions.has(name)) {
      const meant = found.nearest(name);
      this.problems.report(
        at,
        '4.18',
        `${name} is not defined.`,
        meant === undefined ? undefined : `Did you mean ${meant}?`,
      );
    } else return found;
    return undefined;
  }

  #reference(reference: ReferenceSyntax, scope: Scope | undefined): SimplePattern {
    const found = this.#scopeOf(reference, scope);
    return found === undefined
      ? { kind: 'notAllowed', at: reference.at }
      : this.#expand(reference.name, found, reference.at);
  }

  /** 4.17 and 4.19: a reference is the pattern it refers to, which may lead back to itself through elements only. */
  #expand(name: string | undefined, scope: Scope, at: PatternSyntax['at']): SimplePattern {
    const definition = scope.definitions.get(name);
    if (definition === undefined) return { kind: 'notAllowed', at };
    if (definition.simple !== undefined) return definition.simple;
    if (definition.expanding) {
      this.problems.report(
        at,
        '4.19',
        `${name ?? 'start'} refers to itself without an element in between.`,
      );
      return { kind: 'notAllowed', at };
    }
    definition.expanding = true;
    const parts = definition.parts.map((part) => this.#pattern(part.content, scope));
    definition.expanding = false;
    definition.simple =
      definition.combine === 'interleave'
        ? group('interleave', parts, definition.at)
        : choice(parts, definition.at);
    return definition.simple;
  }

  #checkReferences(pattern: PatternSyntax, scope: Scope | undefined): void {
    switch (pattern.kind) {
      case 'ref':
      case 'parentRef':
        this.#scopeOf(pattern, scope);
        break;
      case 'group':
      case 'interleave':
      case 'choice':
        for (const child of pattern.children) this.#checkReferences(child, scope);
        break;
      case 'element':
      case 'attribute':
      case 'oneOrMore':
      case 'list':
        this.#checkReferences(pattern.content, scope);
        break;
      case 'data':
        if (pattern.except !== undefined) this.#checkReferences(pattern.except, scope);
        break;
      case 'externalRef': {
        const external = this.external(pattern);
        if (external !== undefined) this.#checkReferences(external, scope);
        break;
      }
      case 'grammar':
        // Its own definitions are looked at when this loop reaches its scope.
        this.#scopes.push(new Scope(pattern, scope, this.problems, this.external));
        if (!this.#scopes.at(-1)?.definitions.has(undefined))
          this.problems.report(pattern.at, '4.18', 'The grammar has no start.');
    }
  }
}
