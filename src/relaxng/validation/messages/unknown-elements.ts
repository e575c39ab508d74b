import type { Problem } from '../../../problems/index.js';
import { expectedElements } from '../../pattern/index.js';
import { type ExpandedName, expanded, type Mistake } from '../mistake.js';
import { mayCome } from '../remedies.js';
import { habitsOf, likeliestChildren, tei, teiModule, vocabularyOf } from '../vocabulary/index.js';
import { attributeOf, bears } from './habits.js';
import type { Telling } from './telling.js';

type Of<Kind extends Mistake['kind']> = Extract<Mistake, { kind: Kind }>;

/** An element whose name the schema does not know. */
export function unknownElement(telling: Telling, mistake: Of<'unknown-element'>): Problem {
  const { element, meant } = mistake;
  const name = expanded(element);
  const help = [
    ...(meant === undefined ? [] : [likely(telling, mistake, meant)]),
    ...(name.ns === tei ? moduleOf(element.qname, name) : []),
  ];
  return telling.problem(
    mistake,
    element.nameSpan,
    'relaxng/unknown-element',
    `<${element.qname}> ${stranger(telling, name)}.`,
    { help: help.length > 0 ? help.join(' ') : expectedHere(telling, mistake) },
  );
}

function stranger(telling: Telling, { ns, local }: ExpandedName): string {
  const vocabulary = vocabularyOf(ns);
  if (ns === tei)
    return teiModule(local) === undefined
      ? 'is not an element of TEI'
      : 'is an element of TEI that this schema does not have';
  const shared = telling.schema.index.names.some((one) => one.ns === ns);
  return vocabulary === undefined || shared
    ? 'is not an element of this schema'
    : `belongs to ${vocabulary}, of which this schema has nothing`;
}

function moduleOf(qname: string, { local }: ExpandedName): string[] {
  const module = teiModule(local);
  return module === undefined
    ? []
    : [`To have <${qname}>, add it to the schema: it is in TEI’s module ${module}.`];
}

/** The name that was meant, with the attribute that says the rest. */
function likely(
  telling: Telling,
  { element, parent, state }: Of<'unknown-element'>,
  meant: ExpandedName,
): string {
  const name = telling.wording.name(meant);
  const mind =
    meant.ns === element.name.namespace || meant.ns === ''
      ? ''
      : ` Mind its namespace, ${meant.ns}.`;
  if (!mayCome(telling.schema.machine, state, meant)) {
    const inside = parent === undefined ? '' : ` inside <${parent.element.qname}>`;
    return `Did you mean <${name}>? That cannot stand here${inside} either.${mind}`;
  }
  const habits = habitsOf(element.name.local).filter((habit) => habit.name === meant.local);
  const habit = habits.find((one) => bears(telling, element, state, meant, one));
  return `Did you mean <${name}${habit ? attributeOf(habit) : ''}>?${mind}`;
}

function expectedHere(telling: Telling, { parent, state }: Of<'unknown-element'>) {
  const next = expectedElements(state).names;
  const names =
    next.length > 0 || parent === undefined ? next : telling.contents.within(parent).names;
  if (names.length === 0) return undefined;
  const ranked = parent === undefined ? names : likeliestChildren(expanded(parent.element), names);
  return `Here may stand ${telling.wording.elements(ranked, 'or')}.`;
}

/** A right name in the wrong namespace. */
export function wrongNamespace(telling: Telling, mistake: Of<'wrong-namespace'>): Problem {
  const { element, meant, parent } = mistake;
  const { namespace, prefix } = element.name;
  const called = (ns: string) => {
    const vocabulary = vocabularyOf(ns);
    return ns === '' ? 'no namespace' : `${vocabulary ? `${vocabulary}’s` : 'the'} namespace ${ns}`;
  };
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const own = element.namespaces?.get(prefix) === namespace;
  const inherited = parent?.element.name.namespace === meant.ns ? parent.element.name.prefix : '';
  let help: string;
  if (meant.ns === '') help = `Take away ${declaration}="${namespace}".`;
  else if (own && namespace !== '')
    help = `Write ${declaration}="${meant.ns}" instead of "${namespace}".`;
  else if (own) help = `Take away ${declaration}="", or write ${declaration}="${meant.ns}".`;
  else if (parent !== undefined && inherited !== '')
    help = `Write <${inherited}:${element.name.local}>.`;
  else help = `Write <${element.qname} ${declaration}="${meant.ns}">.`;
  return telling.problem(
    mistake,
    element.nameSpan,
    'relaxng/wrong-namespace',
    `<${element.qname}> is in ${called(namespace)}; the schema wants it in ${called(meant.ns)}.`,
    { help },
  );
}
