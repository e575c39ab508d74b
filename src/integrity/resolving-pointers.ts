import { posix } from 'node:path';
import { nearest, type Problem } from '../problems/index.js';
import {
  descendants,
  problemAt,
  sourceOf,
  spanInAttribute,
  type XmlAttribute,
  type XmlElement,
} from '../xml/index.js';
import type { Identifiers } from './identifiers.js';
import { isPointer } from './pointer-attributes.js';
import {
  type PointerTarget,
  pointerFolder,
  pointerTarget,
  prefixDefinitions,
} from './pointer-target.js';
import type { IntegrityRule, RuleContext } from './rule.js';

/** One pointer of a value that may list several. */
interface Pointer {
  readonly text: string;
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
}

/**
 * Every pointer leads somewhere: to an `xml:id` in its document or in another of the project, or to a file that is
 * there (TEI Guidelines, section 17.2). Addresses on the network are not looked up, but must be addresses.
 */
export const resolvingPointers: IntegrityRule = {
  codes: ['integrity/dangling-pointer', 'integrity/missing-file', 'integrity/malformed-pointer'],
  *check(context: RuleContext): Iterable<Problem> {
    const { document, path } = context.subject;
    const prefixes = prefixDefinitions(document);
    for (const element of descendants(document)) {
      for (const attribute of element.attributes) {
        if (!isPointer(element, attribute)) continue;
        for (const { 0: text, index } of attribute.value.matchAll(/[^ \t\r\n]+/g)) {
          const target = pointerTarget(text, element, path, prefixes);
          const fault = pointerFault({ text, element, attribute }, target, context);
          if (fault === undefined) continue;
          const source = sourceOf(element);
          const span = spanInAttribute(source, attribute, index, index + text.length);
          yield problemAt(source, span, fault);
        }
      }
    }
  },
};

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly help: string | undefined;
}

function pointerFault(
  pointer: Pointer,
  target: PointerTarget,
  outer: RuleContext,
): Fault | undefined {
  const { text, element, attribute } = pointer;
  const named = `"${text}" in @${attribute.qname} on <${element.qname}>`;
  if (target.kind === 'elsewhere') return undefined;
  if (target.kind === 'malformed') {
    const { reason, help } = target;
    return {
      code: 'integrity/malformed-pointer',
      message: `${named} is no pointer: ${reason}.`,
      help,
    };
  }
  const { identifiers, subject, fileExists } = outer;
  const { fragment } = target;
  const path = target.path ?? subject.path;
  const known = identifiers.of(path);
  if (known === undefined) {
    if (fileExists(path)) return undefined;
    const context = { ...outer, folder: pointerFolder(element, subject.path) };
    return missingFile(named, text, path, fragment, context);
  }
  // A fragment in brackets is one of TEI's XPointer schemes, which lead into the text.
  if (fragment === undefined || known.has(fragment) || /^[A-Za-z-]+\(.*\)$/.test(fragment))
    return undefined;
  const context = { ...outer, folder: pointerFolder(element, subject.path) };
  const where = path === subject.path ? 'this document' : posix.basename(path);
  return {
    code: 'integrity/dangling-pointer',
    message: `${named} points to nothing: ${where} has no xml:id="${fragment}".`,
    help: suggestion(fragment, path, context),
  };
}

/** A rule's context, and where relative pointers begin from. */
interface PointerContext extends RuleContext {
  readonly folder: string;
}

function missingFile(
  named: string,
  text: string,
  path: string,
  fragment: string | undefined,
  context: PointerContext,
): Fault {
  const { identifiers, subject } = context;
  const code = 'integrity/missing-file';
  const looksLikeIdentifier = fragment === undefined && !/[./]/.test(text);
  if (looksLikeIdentifier) {
    const bearer = likeliest(lookUp(identifiers).bearers.get(text) ?? [], context);
    const pointer = bearer === undefined ? suggestion(text, subject.path, context) : undefined;
    return {
      code,
      message: `${named} points to a file, and there is none of that name.`,
      help:
        bearer !== undefined
          ? `Did you mean ${written(bearer, text, context)}?`
          : (pointer ?? 'A pointer to an xml:id begins with #, or with the name of a file and #.'),
    };
  }
  const folder = posix.dirname(path);
  const siblings = identifiers.paths.filter((one) => posix.dirname(one) === folder);
  const near = nearest(
    posix.basename(path),
    siblings.map((one) => posix.basename(one)),
  );
  const elsewhere = identifiers.paths.filter((one) => posix.basename(one) === posix.basename(path));
  const bearers = fragment === undefined ? [] : (lookUp(identifiers).bearers.get(fragment) ?? []);
  const meant =
    near !== undefined
      ? posix.join(folder, near)
      : (elsewhere[0] ?? (bearers.length === 1 ? bearers[0] : undefined));
  const known = meant === undefined ? undefined : identifiers.of(meant);
  const meantFragment =
    fragment === undefined || known === undefined || known.has(fragment)
      ? fragment
      : nearest(fragment, known.keys());
  return {
    code,
    message: `${named} points into a file that does not exist: ${written(path, undefined, context)}.`,
    help:
      meant === undefined
        ? 'Check the path, which begins from the folder of this document.'
        : `Did you mean ${written(meant, meantFragment, context)}?`,
  };
}

/** What has been looked up already: equal mistakes are common, and looking through all identifiers takes time. */
interface LookedUp {
  readonly suggestions: Map<string, string | undefined>;
  /** By a fragment that no document has, the nearest that one has. */
  readonly nearest: Map<string, { readonly path: string; readonly fragment: string } | undefined>;
  /** The documents that have an identifier. */
  readonly bearers: ReadonlyMap<string, readonly string[]>;
}

const lookedUp = new WeakMap<Identifiers, LookedUp>();

function lookUp(identifiers: Identifiers): LookedUp {
  let known = lookedUp.get(identifiers);
  if (known === undefined) {
    const bearers = new Map<string, string[]>();
    for (const path of identifiers.paths) {
      for (const id of identifiers.of(path)?.keys() ?? []) {
        const same = bearers.get(id);
        if (same === undefined) bearers.set(id, [path]);
        else same.push(path);
      }
    }
    known = { suggestions: new Map(), nearest: new Map(), bearers };
    lookedUp.set(identifiers, known);
  }
  return known;
}

/** What to write for a pointer that leads nowhere. */
function suggestion(fragment: string, path: string, context: PointerContext): string | undefined {
  const { identifiers, subject } = context;
  const { suggestions } = lookUp(identifiers);
  const key = [fragment, path, subject.path, context.folder].join('\n');
  if (!suggestions.has(key)) suggestions.set(key, findSuggestion(fragment, path, context));
  return suggestions.get(key);
}

/** The identifier in the first document that has one near to a fragment. */
function nearestAnywhere(fragment: string, identifiers: Identifiers) {
  const { nearest: found } = lookUp(identifiers);
  if (!found.has(fragment)) {
    found.set(fragment, undefined);
    for (const path of identifiers.paths) {
      const near = nearest(fragment, identifiers.of(path)?.keys() ?? []);
      if (near === undefined) continue;
      found.set(fragment, { path, fragment: near });
      break;
    }
  }
  return found.get(fragment);
}

/** The identifier that was most likely meant: the same in another document, else the nearest in the one named. */
function findSuggestion(
  fragment: string,
  path: string,
  context: PointerContext,
): string | undefined {
  const { identifiers, subject } = context;
  const elsewhere = likeliest(
    (lookUp(identifiers).bearers.get(fragment) ?? []).filter((one) => one !== path),
    context,
  );
  if (elsewhere !== undefined) return `Did you mean ${written(elsewhere, fragment, context)}?`;
  const here = nearest(fragment, identifiers.of(path)?.keys() ?? []);
  if (here !== undefined) return `Did you mean ${written(path, here, context)}?`;
  const near = nearestAnywhere(fragment, identifiers);
  if (near !== undefined) return `Did you mean ${written(near.path, near.fragment, context)}?`;
  const identified = posix.basename(path);
  return `Give the element that is meant xml:id="${fragment}" in ${path === subject.path ? 'this document' : identified}, or mend the pointer.`;
}

/** Of several documents that have what is sought, the one that the pointing document names most often. */
function likeliest(paths: readonly string[], context: PointerContext): string | undefined {
  if (paths.length < 2) return paths[0];
  const { text } = context.subject.document.source;
  const counts = paths.map((path) => text.split(`"${written(path, '', context)}`).length);
  return paths[counts.indexOf(Math.max(...counts))];
}

/** A pointer as it is written in a document. */
function written(
  path: string,
  fragment: string | undefined,
  { subject, folder }: PointerContext,
): string {
  const file = path === subject.path && fragment !== undefined ? '' : posix.relative(folder, path);
  return fragment === undefined ? file : `${file}#${fragment}`;
}
