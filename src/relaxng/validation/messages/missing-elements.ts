import type { Problem } from '../../../problems/index.js';
import { missingAtEnd } from '../missing.js';
import { type ExpandedName, expanded, type Mistake } from '../mistake.js';
import type { Telling } from './telling.js';
import { glossed, list, shortGloss } from './wording.js';

type Of<Kind extends Mistake['kind']> = Extract<Mistake, { kind: Kind }>;

/** Elements that should have come before one. */
export function missingElement(telling: Telling, mistake: Of<'missing-before'>): Problem {
  const { element, parent, missing, nthOfAll } = mistake;
  const { wording } = telling;
  const { qname } = parent.element;
  const { names, alternatives } = missing;
  const say = (message: string, help: string | undefined) =>
    telling.problem(mistake, element.nameSpan, 'relaxng/missing-element', message, {
      help,
      related: [telling.startOf(parent.element)],
    });
  if (names.length === 0)
    return say(`Elements are missing before <${element.qname}> in <${qname}>.`, undefined);
  const glosses = telling.glosses(names, parent);
  const first = nthOfAll === 1;
  if (alternatives.length > 1)
    return say(
      `<${element.qname}> cannot come ${first ? 'first' : 'yet'} in <${qname}>: ${wording.elements(alternatives, 'or')} must stand before it.`,
      glosses,
    );
  const several = names.length > 1;
  const named = list(
    names.map((name) => wording.element(name)),
    'and',
    6,
  );
  const them = several ? 'them' : 'it';
  return say(
    `${named} ${several ? 'are' : 'is'} missing: <${qname}> must ${first ? `begin with ${them}` : `have ${them} before <${element.qname}>`}.`,
    glosses,
  );
}

/** An element that ends too soon. */
export function incompleteElement(telling: Telling, { parent, state }: Of<'incomplete'>): Problem {
  const { element } = parent;
  const { wording } = telling;
  const empty = parent.children.all === 0;
  const say = (code: string, message: string, help: string | undefined) =>
    telling.problem(parent, element.endTag ?? element.startTag, code, message, {
      help,
      related: element.endTag === undefined ? [] : [telling.startOf(element)],
    });
  // That an element may hold its like is seldom what was meant.
  const missing = missingAtEnd(telling.schema.machine, expanded(element), state).map((names) => {
    const others = names.filter(({ local }) => local !== element.name.local);
    return others.length > 0 ? others : names;
  });
  const [alternatives = [], ...others] = missing;
  if (missing.length === 0) {
    const gloss = shortGloss(
      parent.patterns.find(({ documentation }) => documentation !== undefined)?.documentation,
    );
    return say(
      'relaxng/missing-text',
      `<${element.qname}> must hold text.`,
      gloss === undefined ? undefined : glossed(`<${element.qname}>`, gloss),
    );
  }
  const firsts: ExpandedName[] = missing.flatMap((names) => names.slice(0, 1));
  const one = (name: ExpandedName) => wording.element(name);
  // Of many that would do for each, naming one of each would say that just these are wanted.
  const open = others.length > 0 && alternatives.length > 2;
  const lack = `<${element.qname}> is ${empty ? 'empty' : 'not complete'}`;
  const wanted = open
    ? `it must hold at least ${missing.length}${empty ? '' : ' more'} elements, the first of them ${wording.elements(alternatives, 'or')}`
    : others.length > 0
      ? `${list(firsts.map(one), 'and', 6)} are missing`
      : alternatives.length === 1
        ? `${wording.elements(alternatives)} is missing`
        : `it must ${empty ? 'hold' : 'go on with'} ${wording.elements(alternatives, 'or')}`;
  return say(
    'relaxng/missing-element',
    `${lack}: ${wanted}.`,
    alternatives.length > 5 ? undefined : telling.glosses(firsts, parent),
  );
}
