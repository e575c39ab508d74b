import { nearest } from '../../problems/index.js';
import type { XmlElement } from '../../xml/index.js';
import { message } from './read-message.js';
import type { Let, Message, OfferedFix, Query, QuickFix } from './schema.js';
import type { Located, SchematronFiles } from './schema-files.js';
import {
  isQuickFix,
  isSchematron,
  letOf,
  namesIn,
  optional,
  parts,
  placeOf,
  query,
  quickFixNamespace,
  type Substitute,
} from './schema-parts.js';

// Schematron QuickFix (W3C community group, 2018): `fix` stands in a rule for its own checks, or in `fixes` of the schema
// for all; a `group` has several. Of a fix it is read what a person is told, and when it is offered.

/** Quick fixes by the names by which checks refer to them: a fix, or all those of a group. */
export type QuickFixes = ReadonlyMap<string, readonly QuickFix[]>;

/** The quick fixes that stand in `fixes` elements of the schema. */
export function sharedQuickFixes(fixes: readonly Located[], files: SchematronFiles): QuickFixes {
  const found = new Map<string, readonly QuickFix[]>();
  for (const one of fixes)
    for (const part of parts(one, files)) addQuickFixes(found, part, (text) => text, files);
  return found;
}

/** Adds what a part of a rule, or of `fixes`, defines: nothing unless it is a fix or a group. */
export function addQuickFixes(
  found: Map<string, readonly QuickFix[]>,
  part: Located,
  substitute: Substitute,
  files: SchematronFiles,
): void {
  const { element } = part;
  if (!isQuickFix(element)) return;
  const id = optional(element, 'id') ?? '';
  if (element.name.local === 'fix') found.set(id, [quickFix(part, substitute, files)]);
  else if (element.name.local === 'group') {
    const fixes: QuickFix[] = [];
    for (const inner of parts(part, files)) {
      if (!isQuickFix(inner.element) || inner.element.name.local !== 'fix') continue;
      const fix = quickFix(inner, substitute, files, query(element, 'use-when', substitute));
      found.set(fix.id, [fix]);
      fixes.push(fix);
    }
    found.set(id, fixes);
  }
}

function quickFix(
  fix: Located,
  substitute: Substitute,
  files: SchematronFiles,
  useWhenOfGroup?: Query,
): QuickFix {
  const { element } = fix;
  const current: Substitute = (text) => substitute(text).replace(currentItem, `$${itemVariable}`);
  const lets: Let[] = [];
  let title: Message | undefined;
  const description: Message[] = [];
  for (const { element: part } of parts(fix, files)) {
    const { local } = part.name;
    if (isSchematron(part) && local === 'let') lets.push(letOf(part, current));
    else if (isQuickFix(part) && (local === 'param' || local === 'user-entry'))
      lets.push(parameter(part, current));
    else if (isQuickFix(part) && local === 'description') {
      for (const said of part.children) {
        if (said.kind !== 'element' || !isQuickFix(said)) continue;
        if (said.name.local === 'title') title ??= message(said, current);
        else if (said.name.local === 'p') description.push(message(said, current));
      }
    }
  }
  const own = query(element, 'use-when', substitute);
  const id = optional(element, 'id') ?? '';
  return {
    id,
    title: title ?? [{ kind: 'text', text: id }],
    description,
    useWhen: [useWhenOfGroup, own].filter((each) => each !== undefined),
    useForEach: query(element, 'use-for-each', substitute),
    lets,
  };
}

const currentItem = /\$sqf:current(?![\p{L}\p{N}_.-])/gu;

/** The variable for the item of `use-for-each`: written `$sqf:current`. */
export const itemVariable = 'sqf-current';

/** A parameter, or what a person is asked for, as the variable that it is until somebody says otherwise. */
function parameter(element: XmlElement, substitute: Substitute): Let {
  const value = query(element, 'default', substitute);
  return {
    name: optional(element, 'name') ?? '',
    value: value ?? { text: "''", at: placeOf(element) },
    content: undefined,
    at: placeOf(element),
  };
}

/** The quick fixes that a check names in `sqf:fix`, that of `sqf:default-fix` first. A name of nothing is told. */
export function offeredFixes(
  check: XmlElement,
  own: QuickFixes,
  shared: QuickFixes,
  files: SchematronFiles,
): readonly OfferedFix[] {
  const offered = new Map<string, OfferedFix>();
  const wanted = named(check, 'default-fix');
  for (const { name, isDefault } of [
    ...wanted.map((name) => ({ name, isDefault: true })),
    ...named(check, 'fix').map((name) => ({ name, isDefault: false })),
  ]) {
    const fixes = own.get(name) ?? shared.get(name);
    if (fixes === undefined)
      missing(check, name, isDefault, [...own.keys(), ...shared.keys()], files);
    for (const fix of fixes ?? [])
      if (!offered.has(fix.id)) offered.set(fix.id, { fix, isDefault });
  }
  return [...offered.values()];
}

function attributeOf(check: XmlElement, local: string) {
  return check.attributes.find(
    ({ name }) => name.namespace === quickFixNamespace && name.local === local,
  );
}

function named(check: XmlElement, local: string): readonly string[] {
  const value = attributeOf(check, local)?.value ?? '';
  return value.split(/\s+/).filter((name) => name !== '');
}

function missing(
  check: XmlElement,
  name: string,
  isDefault: boolean,
  known: readonly string[],
  files: SchematronFiles,
): void {
  const span = attributeOf(check, isDefault ? 'default-fix' : 'fix')?.valueSpan;
  const meant = nearest(name, known);
  const help =
    known.length === 0
      ? 'Define it with <sqf:fix> in the rule, or in <sqf:fixes> of the schema; there is none yet.'
      : `${meant === undefined ? '' : `Did you mean ${meant}? `}The quick fixes that can be named here are ${namesIn(known)}.`;
  files.complaints.doubt(
    check,
    span ?? check.nameSpan,
    `There is no quick fix ${name} for this ${check.name.local}.`,
    help,
  );
}
