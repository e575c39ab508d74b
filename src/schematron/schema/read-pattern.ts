import { attribute, descendants, type XmlElement } from '../../xml/index.js';
import { message } from './read-message.js';
import type { Check, Let, Pattern, Rule } from './schema.js';
import type { Located, SchematronFiles } from './schema-files.js';
import {
  included,
  isSchematron,
  letOf,
  optional,
  parts,
  placeOf,
  query,
  quickFixNamespace,
  type Substitute,
} from './schema-parts.js';

/** Reads patterns; those that are abstract only where another is one of them (5.4.9, 5.4.8). */
export function patternReader(
  patterns: readonly Located[],
  files: SchematronFiles,
): (pattern: Located) => Pattern | undefined {
  const abstracts = new Map<string, Located>();
  for (const pattern of patterns) {
    const id = optional(pattern.element, 'id');
    if (isAbstract(pattern.element) && id !== undefined) abstracts.set(id, pattern);
  }
  return (pattern) => {
    const { element } = pattern;
    if (isAbstract(element)) return undefined;
    const kind = attribute(element, 'is-a');
    if (kind === undefined) return read(pattern, pattern.element, (text) => text, files);
    const model = abstracts.get(kind.value.trim());
    if (model === undefined) {
      files.complaints.report(
        element,
        kind.valueSpan,
        `There is no abstract pattern ${kind.value}.`,
        abstracts.size === 0
          ? 'The schema has none: a pattern is one when abstract="true" stands on it.'
          : `The abstract patterns are ${[...abstracts.keys()].join(', ')}.`,
      );
      return undefined;
    }
    return read(model, element, substitution(pattern, files), files);
  };
}

function isAbstract(element: XmlElement): boolean {
  return optional(element, 'abstract') === 'true';
}

/** Puts the values of an instance's parameters into texts, longer names before shorter ones that begin them. */
function substitution(instance: Located, files: SchematronFiles): Substitute {
  const values = new Map<string, string>();
  for (const { element } of parts(instance, files)) {
    if (element.name.local === 'param')
      values.set(optional(element, 'name') ?? '', attribute(element, 'value')?.value ?? '');
  }
  const names = [...values.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return (text) => text;
  const pattern = new RegExp(`\\$(${names.map(escaped).join('|')})(?![\\p{L}\\p{N}_.-])`, 'gu');
  return (text) => text.replace(pattern, (_, name: string) => values.get(name) ?? '');
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}

function read(
  model: Located,
  instance: XmlElement,
  substitute: Substitute,
  files: SchematronFiles,
): Pattern {
  const lets: Let[] = [];
  const rules: Located[] = [];
  let title: string | undefined;
  for (const part of parts(model, files)) {
    const { element } = part;
    if (!isSchematron(element)) continue;
    if (element.name.local === 'let') lets.push(letOf(element, substitute));
    else if (element.name.local === 'rule') rules.push(part);
    else if (element.name.local === 'title') title = plain(element);
  }
  const abstracts = new Map<string, Located>();
  for (const rule of rules) {
    const id = optional(rule.element, 'id');
    if (isAbstract(rule.element) && id !== undefined) abstracts.set(id, rule);
  }
  return {
    id: optional(instance, 'id'),
    title,
    documents:
      query(instance, 'documents', substitute) ?? query(model.element, 'documents', substitute),
    lets,
    rules: rules.flatMap((rule) => readRule(rule, abstracts, substitute, files) ?? []),
    at: placeOf(instance),
  };
}

function plain(element: XmlElement): string {
  return element.children
    .map((child) => (child.kind === 'text' ? child.value : ''))
    .join('')
    .trim();
}

function readRule(
  rule: Located,
  abstracts: ReadonlyMap<string, Located>,
  substitute: Substitute,
  files: SchematronFiles,
): Rule | undefined {
  const { element } = rule;
  if (isAbstract(element)) return undefined;
  const context = query(element, 'context', substitute);
  if (context === undefined) {
    files.complaints.report(
      element,
      element.nameSpan,
      'The rule has no context, so it would apply to nothing.',
      'Say in @context which nodes it is about.',
    );
    return undefined;
  }
  const lets: Let[] = [];
  const checks: Check[] = [];
  gather(rule, [], { abstracts, substitute, files, lets, checks });
  return {
    context,
    lets,
    checks,
    id: optional(element, 'id'),
    role: optional(element, 'role'),
    flag: optional(element, 'flag'),
    see: optional(element, 'see'),
    subject: query(element, 'subject', substitute),
    at: placeOf(element),
  };
}

interface Gathering {
  readonly abstracts: ReadonlyMap<string, Located>;
  readonly substitute: Substitute;
  readonly files: SchematronFiles;
  readonly lets: Let[];
  readonly checks: Check[];
}

/** What a rule holds, with what it takes over from abstract rules of its pattern (`extends`, 5.4.13). */
function gather(rule: Located, open: readonly XmlElement[], gathering: Gathering): void {
  const { abstracts, substitute, files, lets, checks } = gathering;
  for (const part of parts(rule, files)) {
    const { element } = part;
    if (!isSchematron(element)) continue;
    const { local } = element.name;
    if (local === 'let') lets.push(letOf(element, substitute));
    else if (local === 'assert' || local === 'report') {
      const check = readCheck(part, local, substitute, files);
      if (check !== undefined) checks.push(check);
    } else if (local === 'extends') {
      const name = attribute(element, 'rule');
      const base = name && abstracts.get(name.value.trim());
      if (base === undefined)
        files.complaints.report(
          element,
          name?.valueSpan ?? element.nameSpan,
          `There is no abstract rule ${name?.value ?? ''} in this pattern.`,
          'A rule can extend an abstract one of its own pattern, or by href one of another file.',
        );
      else if (open.includes(base.element))
        files.complaints.report(element, element.nameSpan, 'The rule extends itself.');
      else gather(base, [...open, base.element], gathering);
    }
  }
}

function readCheck(
  part: Located,
  kind: Check['kind'],
  substitute: Substitute,
  files: SchematronFiles,
): Check | undefined {
  const { element } = part;
  const test = query(element, 'test', substitute);
  if (test === undefined) {
    files.complaints.report(
      element,
      element.nameSpan,
      `The ${kind} has no test.`,
      'Say in @test what is to be true.',
    );
    return undefined;
  }
  return {
    kind,
    test,
    message: message(element, substitute),
    id: optional(element, 'id'),
    role: optional(element, 'role'),
    flag: optional(element, 'flag'),
    see: optional(element, 'see'),
    subject: query(element, 'subject', substitute),
    language: optional(element, 'xml:lang'),
    diagnostics: listed(element, 'diagnostics'),
    properties: listed(element, 'properties'),
    fixes: quickFixes(part, files),
    at: placeOf(element),
  };
}

function listed(element: XmlElement, qname: string): readonly string[] {
  return (optional(element, qname) ?? '').split(/\s+/).filter((name) => name !== '');
}

/** The titles of the quick fixes that a check names in `sqf:fix` (Schematron QuickFix, 2.1). */
function quickFixes({ element, file }: Located, files: SchematronFiles): readonly string[] {
  const names = element.attributes
    .filter(({ name }) => name.namespace === quickFixNamespace && name.local === 'fix')
    .flatMap(({ value }) => value.split(/\s+/));
  if (names.length === 0) return [];
  const titles: string[] = [];
  for (const fix of descendants(file.document)) {
    if (fix.name.namespace !== quickFixNamespace || fix.name.local !== 'fix') continue;
    if (!names.includes(optional(fix, 'id') ?? '')) continue;
    for (const { element: part } of included({ element: fix, file }, files)) {
      for (const title of descendants(part))
        if (title.name.namespace === quickFixNamespace && title.name.local === 'title')
          titles.push(plain(title));
    }
  }
  return titles;
}
