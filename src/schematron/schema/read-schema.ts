import { attribute, textContent, type XmlElement } from '../../xml/index.js';
import { declaredNames, readDeclaration } from './read-declaration.js';
import { readKey } from './read-key.js';
import { message } from './read-message.js';
import { patternReader } from './read-pattern.js';
import { sharedQuickFixes } from './read-quick-fixes.js';
import type { Declaration, Key, Let, Phase, Remark, SchematronSchema } from './schema.js';
import type { Located, SchematronFiles } from './schema-files.js';
import {
  isQuickFix,
  isSchematron,
  isXslt,
  letOf,
  namesIn,
  optional,
  parts,
} from './schema-parts.js';

/** The pieces of a schema, in the order in which they stand. */
export type SchemaPieces = Iterable<Located>;

/**
 * Reads a schema from its pieces: the children of `schema`, or the Schematron that is embedded in a schema of another
 * language. What it includes is read too; abstract patterns and rules are put in where they are used.
 */
export function readPieces(
  pieces: SchemaPieces,
  root: XmlElement,
  files: SchematronFiles,
): SchematronSchema {
  const namespaces: Record<string, string> = {};
  const lets: Let[] = [];
  const phases: Phase[] = [];
  const diagnostics: Remark[] = [];
  const properties: Remark[] = [];
  const keys: Key[] = [];
  const declarations: Declaration[] = [];
  const patterns: Located[] = [];
  const quickFixes: Located[] = [];
  let title: string | undefined;
  for (const piece of pieces) {
    const { element } = piece;
    if (isXslt(element)) {
      const key = readKey(element);
      if (key !== undefined) keys.push(key);
      const declaration = readDeclaration(piece, files);
      if (declaration !== undefined) declarations.push(declaration);
      continue;
    }
    if (isQuickFix(element) && element.name.local === 'fixes') quickFixes.push(piece);
    if (!isSchematron(element)) continue;
    switch (element.name.local) {
      case 'title':
        title = textContent(element).trim();
        break;
      case 'ns':
        namespaces[optional(element, 'prefix') ?? ''] = optional(element, 'uri') ?? '';
        break;
      case 'let':
        lets.push(letOf(element));
        break;
      case 'phase':
        phases.push(phaseOf(piece, files));
        break;
      case 'pattern':
      case 'group':
        patterns.push(piece);
        break;
      case 'diagnostics':
        diagnostics.push(...remarksOf(piece, 'diagnostic', files));
        break;
      case 'properties':
        properties.push(...remarksOf(piece, 'property', files));
        break;
    }
  }
  const read = patternReader(patterns, sharedQuickFixes(quickFixes, files), files);
  const schema: SchematronSchema = {
    title,
    queryBinding: optional(root, 'queryBinding') ?? 'xslt',
    namespaces,
    defaultPhase: optional(root, 'defaultPhase'),
    lets,
    phases,
    patterns: patterns.map(read).filter((pattern) => pattern !== undefined),
    diagnostics,
    properties,
    keys,
    declarations,
    declared: declaredNames(declarations, files),
  };
  checkNames(schema, root, files);
  return schema;
}

function phaseOf(phase: Located, files: SchematronFiles): Phase {
  const active: string[] = [];
  const lets: Let[] = [];
  for (const { element } of parts(phase, files)) {
    if (element.name.local === 'active') active.push(optional(element, 'pattern') ?? '');
    else if (element.name.local === 'let') lets.push(letOf(element));
  }
  return { id: optional(phase.element, 'id') ?? '', active, lets };
}

function remarksOf(
  parent: Located,
  name: 'diagnostic' | 'property',
  files: SchematronFiles,
): Remark[] {
  const remarks: Remark[] = [];
  for (const { element } of parts(parent, files)) {
    if (element.name.local !== name) continue;
    remarks.push({
      id: optional(element, 'id') ?? '',
      message: message(element, (text) => text),
      language: optional(element, 'xml:lang'),
      role: optional(element, 'role'),
      scheme: optional(element, 'scheme'),
    });
  }
  return remarks;
}

/**
 * Whatever is named must be there, and no variable may be defined twice (5.4.5). A narrower one may take the place of
 * a wider one (3.26), but not in order to say the same.
 */
function checkNames(schema: SchematronSchema, root: XmlElement, files: SchematronFiles): void {
  const { complaints } = files;
  definedOnce(schema.lets, [], files);
  for (const phase of schema.phases) definedOnce(phase.lets, schema.lets, files);
  for (const pattern of schema.patterns) {
    definedOnce(pattern.lets, schema.lets, files);
    for (const rule of pattern.rules) definedOnce(rule.lets, [], files);
  }
  const ids = new Set(schema.patterns.map(({ id }) => id));
  for (const { id, active } of schema.phases) {
    for (const name of active) {
      if (!ids.has(name))
        complaints.report(
          root,
          root.nameSpan,
          `The phase ${id} activates the pattern ${name}, which is not there.`,
          'Correct the name in <active>.',
        );
    }
  }
  checkRemarks(schema, files);
  const { defaultPhase } = schema;
  if (
    defaultPhase !== undefined &&
    !defaultPhase.startsWith('#') &&
    !schema.phases.some(({ id }) => id === defaultPhase)
  )
    complaints.report(
      root,
      attribute(root, 'defaultPhase')?.valueSpan ?? root.nameSpan,
      `There is no phase ${defaultPhase}.`,
      `The phases are ${namesIn(schema.phases.map(({ id }) => id))}.`,
    );
}

/** Tells of diagnostics and properties that checks name and that are not there. */
function checkRemarks(schema: SchematronSchema, { complaints }: SchematronFiles): void {
  const diagnostics = new Set(schema.diagnostics.map(({ id }) => id));
  const properties = new Set(schema.properties.map(({ id }) => id));
  for (const { rules } of schema.patterns) {
    for (const check of rules.flatMap(({ checks }) => checks)) {
      const named = [
        { kind: 'diagnostic', known: diagnostics, ids: check.diagnostics },
        { kind: 'property', known: properties, ids: check.properties },
      ];
      for (const { kind, known, ids } of named) {
        for (const id of ids.filter((each) => !known.has(each)))
          complaints.doubtAt(
            check.at,
            `There is no ${kind} ${id} for this ${check.kind}.`,
            known.size === 0
              ? `The schema has none: define it in <${plural[kind]}>.`
              : `Those of the schema are ${namesIn(known)}.`,
          );
      }
    }
  }
}

const plural: Readonly<Record<string, string>> = {
  diagnostic: 'diagnostics',
  property: 'properties',
};

/** Complains of variables that are defined twice side by side, or again as they were in a wider scope. */
function definedOnce(lets: readonly Let[], wider: readonly Let[], files: SchematronFiles): void {
  const seen = new Set<string>();
  for (const { name, value, at } of lets) {
    const again = wider.some((one) => one.name === name && one.value?.text === value?.text);
    if (seen.has(name) || again)
      files.complaints.at(
        at,
        `The variable $${name} is defined twice.`,
        again ? 'Delete one of the two: they say the same.' : 'Give one of the two another name.',
      );
    seen.add(name);
  }
}
