import { nearest } from '../../problems/index.js';
import type { ExternalSyntax } from './load-files.js';
import type { SchemaProblems } from './schema-problems.js';
import type { SimplePattern } from './simple-form.js';
import type {
  ComponentSyntax,
  DefinitionSyntax,
  GrammarSyntax,
  IncludeSyntax,
  SchemaPlace,
} from './syntax.js';

/** All that a grammar says under one name; `undefined` is the name of `start`. */
export interface Definition {
  readonly name: string | undefined;
  readonly combine: 'choice' | 'interleave' | undefined;
  readonly parts: readonly DefinitionSyntax[];
  readonly at: SchemaPlace;
  /** Set once the definition has been simplified. */
  simple?: SimplePattern;
  expanding?: boolean;
}

/** The names that a grammar defines, and the grammar around it. */
export class Scope {
  readonly definitions: ReadonlyMap<string | undefined, Definition>;

  constructor(
    grammar: GrammarSyntax,
    readonly parent: Scope | undefined,
    problems: SchemaProblems,
    external: ExternalSyntax,
  ) {
    this.definitions = combine(withIncludes(grammar.content, problems, external), problems);
  }

  nearest(name: string): string | undefined {
    const names = [...this.definitions.keys()].filter((known) => known !== undefined);
    return nearest(name, names);
  }
}

/** 4.7: an include gives way to what the other grammar holds, less what the include itself defines. */
function withIncludes(
  components: readonly ComponentSyntax[],
  problems: SchemaProblems,
  external: ExternalSyntax,
): DefinitionSyntax[] {
  return components.flatMap((component) =>
    component.kind === 'include' ? included(component, problems, external) : [component],
  );
}

function included(
  include: IncludeSyntax,
  problems: SchemaProblems,
  external: ExternalSyntax,
): DefinitionSyntax[] {
  const own = include.content.filter((component) => component.kind === 'definition');
  const grammar = external(include);
  if (grammar === undefined) return own;
  if (grammar.kind !== 'grammar') {
    problems.report(include.at, '4.7', 'Only a grammar can be included, and this file is none.');
    return own;
  }
  const others = withIncludes(grammar.content, problems, external);
  const overridden = new Set(own.map((definition) => definition.name));
  for (const definition of own) {
    if (!others.some((other) => other.name === definition.name))
      problems.report(
        definition.at,
        '4.7',
        `${definition.name ?? 'start'} is defined here to replace that of the included grammar, which has none.`,
        'Write it outside the include if it is new.',
      );
  }
  return [...others.filter((other) => !overridden.has(other.name)), ...own];
}

/** 4.17: definitions of one name become one. */
function combine(
  definitions: readonly DefinitionSyntax[],
  problems: SchemaProblems,
): Map<string | undefined, Definition> {
  const byName = new Map<string | undefined, DefinitionSyntax[]>();
  for (const definition of definitions) {
    const same = byName.get(definition.name);
    if (same === undefined) byName.set(definition.name, [definition]);
    else same.push(definition);
  }
  const combined = new Map<string | undefined, Definition>();
  for (const [name, parts] of byName) {
    const named = name ?? 'start';
    const [first] = parts as [DefinitionSyntax];
    const ways = new Set(parts.flatMap((part) => part.combine ?? []));
    const without = parts.filter((part) => part.combine === undefined);
    if (ways.size > 1)
      problems.report(
        parts.find((part) => part.combine !== first.combine)?.at ?? first.at,
        '4.17',
        `The definitions of ${named} are combined in two ways, by choice and by interleave.`,
      );
    else if (without.length > 1)
      problems.report(
        without[1]?.at ?? first.at,
        '4.17',
        `${named} is defined more than once.`,
        'Say how the definitions belong together: combine="choice" or combine="interleave".',
      );
    combined.set(name, { name, combine: [...ways][0], parts, at: first.at });
  }
  return combined;
}
