import { attribute, type XmlElement } from '../../xml/index.js';
import { message } from './read-message.js';
import { addQuickFixes, offeredFixes, type QuickFixes } from './read-quick-fixes.js';
import type { Check, Let, Pattern, QuickFix, Rule } from './schema.js';
import type { Located, SchematronFiles } from './schema-files.js';
import {
  isSchematron,
  letOf,
  optional,
  parts,
  placeOf,
  query,
  type Substitute,
} from './schema-parts.js';

/** Reads patterns; those that are abstract only where another is one of them (5.4.9, 5.4.8). */
export function patternReader(
  patterns: readonly Located[],
  sharedFixes: QuickFixes,
  files: SchematronFiles,
): (pattern: Located) => Pattern | undefined {
  const abstracts = new Map<string, Located>();
  for (const pattern of patterns) {
    const id = optional(pattern.element, 'id');
    if (isAbstract(pattern.element) && id !== undefined) abstracts.set(id, pattern);
  }
  const reading = { files, sharedFixes };
  return (pattern) => {
    const { element } = pattern;
    if (isAbstract(element)) return undefined;
    const kind = attribute(element, 'is-a');
    if (kind === undefined) return read(pattern, pattern.element, (text) => text, reading);
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
    return read(model, element, substitution(pattern, files), reading);
  };
}

/** What patterns are read with. */
interface Reading {
  readonly files: SchematronFiles;
  readonly sharedFixes: QuickFixes;
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
  reading: Reading,
): Pattern {
  const { files } = reading;
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
    rules: rules.flatMap((rule) => readRule(rule, abstracts, substitute, reading) ?? []),
    isGroup: instance.name.local === 'group',
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
  { files, sharedFixes }: Reading,
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
  const checks: Located[] = [];
  const fixes = new Map<string, readonly QuickFix[]>();
  gather(rule, [], { abstracts, substitute, files, lets, checks, fixes });
  return {
    context,
    lets,
    checks: checks.flatMap(
      (check) => readCheck(check, substitute, fixes, { files, sharedFixes }) ?? [],
    ),
    id: optional(element, 'id'),
    role: optional(element, 'role'),
    flag: optional(element, 'flag'),
    severity: optional(element, 'severity'),
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
  readonly checks: Located[];
  /** Those that stand in the rule. */
  readonly fixes: Map<string, readonly QuickFix[]>;
}

/** What a rule holds, with what it takes over from abstract rules of its pattern (`extends`, 5.4.13). */
function gather(rule: Located, open: readonly XmlElement[], gathering: Gathering): void {
  const { abstracts, substitute, files, lets, checks, fixes } = gathering;
  for (const part of parts(rule, files)) {
    const { element } = part;
    if (!isSchematron(element)) {
      addQuickFixes(fixes, part, substitute, files);
      continue;
    }
    const { local } = element.name;
    if (local === 'let') lets.push(letOf(element, substitute));
    else if (local === 'assert' || local === 'report') checks.push(part);
    else if (local === 'extends') {
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
  { element }: Located,
  substitute: Substitute,
  ownFixes: QuickFixes,
  { files, sharedFixes }: Reading,
): Check | undefined {
  const kind = element.name.local === 'assert' ? 'assert' : 'report';
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
    severity: optional(element, 'severity'),
    see: optional(element, 'see'),
    subject: query(element, 'subject', substitute),
    language: optional(element, 'xml:lang'),
    diagnostics: listed(element, 'diagnostics'),
    properties: listed(element, 'properties'),
    fixes: offeredFixes(element, ownFixes, sharedFixes, files),
    at: placeOf(element),
  };
}

function listed(element: XmlElement, qname: string): readonly string[] {
  return (optional(element, qname) ?? '').split(/\s+/).filter((name) => name !== '');
}
