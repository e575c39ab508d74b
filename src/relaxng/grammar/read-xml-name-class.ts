import { trim } from '../datatype-libraries/index.js';
import type { NameClass } from '../pattern/index.js';
import { checkAttributeName, checkExcept } from './constraints.js';
import type { XmlConstruct } from './xml-construct.js';

/** The elements that are name classes (3). */
const nameClassKinds: ReadonlySet<string> = new Set(['name', 'anyName', 'nsName', 'choice']);

/** Constructs nested deeper than this are not read. */
export const deepest = 1000;

/** A class that has no name: what stands for one after a complaint. */
export const noName: NameClass = { kind: 'choice', choices: [] };

/**
 * The name class of an `element` or `attribute`, from its attribute `name` (4.8) or its first child, and the children
 * that follow.
 */
export function readOwnNameClass(construct: XmlConstruct): {
  readonly nameClass: NameClass;
  readonly rest: readonly XmlConstruct[];
} {
  const ofAttribute = construct.kind === 'attribute';
  const name = construct.trimmed('name');
  if (name !== undefined) {
    // The name of an attribute is in no namespace unless it says so itself.
    const ns =
      ofAttribute && construct.attribute('ns') === undefined ? '' : construct.surroundings.ns;
    const expanded = construct.expand(name.value, name.at, ns);
    const nameClass: NameClass = expanded === undefined ? noName : { kind: 'name', ...expanded };
    if (ofAttribute) checkAttributeName(construct.surroundings.problems, name.at, nameClass);
    return { nameClass, rest: construct.children };
  }
  const [first, ...rest] = construct.children;
  if (first === undefined || !nameClassKinds.has(first.kind)) {
    construct.report(
      '3',
      `<${construct.kind}> has no name.`,
      'Write name="…", or a name class before all else in it.',
    );
    return { nameClass: noName, rest: construct.children };
  }
  const nameClass = readNameClass(first);
  if (ofAttribute)
    checkAttributeName(
      construct.surroundings.problems,
      construct.place(first.element.startTag),
      nameClass,
    );
  return { nameClass, rest };
}

function readNameClass(construct: XmlConstruct): NameClass {
  const { surroundings } = construct;
  switch (construct.kind) {
    case 'name': {
      const expanded = construct.expand(trim(construct.text), construct.at, surroundings.ns);
      return expanded === undefined ? noName : { kind: 'name', ...expanded };
    }
    case 'anyName':
      return { kind: 'anyName', except: readExcept(construct, 'anyName') };
    case 'nsName':
      return { kind: 'nsName', ns: surroundings.ns, except: readExcept(construct, 'nsName') };
    case 'choice':
      return readChoice(construct);
    default:
      construct.report('3', `<${construct.element.qname}> is not a name class.`);
      return noName;
  }
}

function readChoice(construct: XmlConstruct): NameClass {
  if (construct.children.length === 0)
    construct.report('3', `<${construct.kind}> holds no name class.`);
  const { reading } = construct.surroundings;
  if (reading.depth >= deepest) {
    construct.report('3', `Name classes are nested more than ${deepest} deep.`);
    return noName;
  }
  reading.depth++;
  const choices = construct.children.map(readNameClass);
  reading.depth--;
  const [only] = choices;
  return choices.length === 1 && only !== undefined ? only : { kind: 'choice', choices };
}

function readExcept(construct: XmlConstruct, from: 'anyName' | 'nsName'): NameClass | undefined {
  const [first, second] = construct.children;
  if (first === undefined) return undefined;
  if (first.kind !== 'except' || second !== undefined) {
    (second ?? first).report('3', `<${from}> may hold one <except>, and nothing else.`);
    return undefined;
  }
  const nameClass = readChoice(first);
  checkExcept(construct.surroundings.problems, first.at, from, nameClass);
  return nameClass;
}
