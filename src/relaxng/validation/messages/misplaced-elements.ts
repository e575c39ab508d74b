import type { Problem } from '../../../problems/index.js';
import { expectedElements } from '../../pattern/index.js';
import type { NameMet } from '../children-met.js';
import { type ExpandedName, expanded, type Mistake, type OpenElement } from '../mistake.js';
import { isSame, mayCome, remedyFor, wraps } from '../remedies.js';
import { foreignHabitsOf, likeliestChildren, timesInside } from '../vocabulary/index.js';
import { attributeOf, bears } from './habits.js';
import type { Telling } from './telling.js';
import { list } from './wording.js';

type Of<Kind extends Mistake['kind']> = Extract<Mistake, { kind: Kind }>;

/** An element that the schema knows and does not allow here. */
export function misplacedElement(telling: Telling, mistake: Of<'misplaced-element'>): Problem {
  const { element, parent, state } = mistake;
  const { wording } = telling;
  if (parent === undefined)
    return telling.problem(
      mistake,
      element.nameSpan,
      'relaxng/misplaced-element',
      `<${element.qname}> cannot be the root of a document.`,
      { help: `The root is ${wording.elements(expectedElements(state).names, 'or')}.` },
    );
  const name = expanded(element);
  const inside = telling.contents.within(parent);
  if (inside.named(name) !== undefined) return outOfOrder(telling, mistake, parent);
  const { qname } = parent.element;
  const remedy = habitIn(telling, mistake) ?? remedyIn(telling, mistake, parent);
  const holds = !inside.isEmpty
    ? undefined
    : telling.contents.holdsText(parent)
      ? 'text alone'
      : 'nothing';
  const help = [
    ...(holds === undefined ? [] : [`<${qname}> holds ${holds}.`]),
    ...(remedy !== undefined ? [remedy] : homesOf(telling, parent, element.qname, name)),
  ];
  return telling.problem(
    mistake,
    element.nameSpan,
    'relaxng/misplaced-element',
    `<${element.qname}> cannot stand inside <${qname}>.`,
    {
      help: help.length === 0 ? undefined : help.join(' '),
      related: [telling.startOf(parent.element)],
    },
  );
}

function homesOf(
  telling: Telling,
  parent: OpenElement,
  qname: string,
  name: ExpandedName,
): string[] {
  const homes = telling.homes.near(parent, name);
  return homes.length === 0
    ? []
    : [`<${qname}> may stand in ${telling.wording.elements(homes, 'and')}.`];
}

/** What another vocabulary means by an element that TEI has for something else. */
function habitIn(
  telling: Telling,
  { element, state }: Of<'misplaced-element'>,
): string | undefined {
  const { ns, local } = expanded(element);
  for (const habit of foreignHabitsOf(local)) {
    const meant = { ns, local: habit.name };
    if (!mayCome(telling.schema.machine, state, meant)) continue;
    if (bears(telling, element, state, meant, habit))
      return `Did you mean <${telling.wording.name(meant)}${attributeOf(habit)}>?`;
  }
  return undefined;
}

function remedyIn(
  telling: Telling,
  { element, state }: Of<'misplaced-element'>,
  parent: OpenElement,
): string | undefined {
  const { wording, homes, schema } = telling;
  const remedy = remedyFor(schema.machine, homes, parent, state, expanded(element));
  const { qname } = parent.element;
  switch (remedy?.kind) {
    case undefined:
      return undefined;
    case 'move-out':
      return `Move it out of <${qname}>: <${remedy.around.element.qname}> may hold it.`;
    case 'move-behind':
      return `Move it out of <${qname}>, into ${wording.elements(remedy.names, 'or')} after it.`;
    case 'wrap':
      return remedy.all
        ? `Put it into ${wording.elements(remedy.names, 'or')}, which may stand here.`
        : `Put it into an element that may stand here and hold it, such as ${wording.elements(remedy.names, 'or')}.`;
  }
}

/** The parent takes such a child, but not at this point. */
function outOfOrder(
  telling: Telling,
  mistake: Of<'misplaced-element'>,
  parent: OpenElement,
): Problem {
  const { element, state, first } = mistake;
  const { machine } = telling.schema;
  const { wording, homes } = telling;
  const { qname } = parent.element;
  const name = expanded(element);
  const say = (
    message: string,
    help: string | undefined,
    related = [telling.startOf(parent.element)],
  ) =>
    telling.problem(mistake, element.nameSpan, 'relaxng/misplaced-element', message, {
      help,
      related,
    });
  const barrier = barrierFor(telling, parent, name);
  // What its own like keeps out may stand but once.
  const like = barrier && { ns: barrier.name.namespace, local: barrier.name.local };
  if (first !== undefined && like !== undefined && isSame(like, name))
    return say(
      `<${element.qname}> cannot stand in <${qname}> a second time.`,
      'Join the two, or delete one.',
      [telling.place(first, parent, `The first <${first.qname}>.`)],
    );
  const within = wraps(machine, homes, expanded(parent.element), state, name);
  const wrap =
    within.names.length > 0 && within.times > timesInside(expanded(parent.element), name)
      ? `Put it into ${wording.elements(within.names, 'or')}, which may stand here`
      : undefined;
  if (barrier !== undefined && like !== undefined) {
    const before = wording.element(like);
    const move = `before the ${barrier.count === 1 ? '' : 'first '}${before}`;
    const place = parent.children.first(barrier.name);
    return say(
      `<${element.qname}> cannot come after ${before} in <${qname}>.`,
      wrap === undefined ? `Move it ${move}.` : `${wrap}, or move it ${move}.`,
      place && [telling.place(place, parent, `${before} stands here.`)],
    );
  }
  const next = expectedElements(state).names;
  return say(
    parent.children.all === 0
      ? `<${element.qname}> cannot come first in <${qname}>.`
      : `<${element.qname}> cannot come at this place in <${qname}>.`,
    wrap !== undefined
      ? `${wrap}.`
      : next.length > 0
        ? `Here may come ${wording.elements(likeliestChildren(expanded(parent.element), next), 'or')}.`
        : `<${qname}> is complete before it.`,
  );
}

/**
 * The child after which another cannot come any more: before the first of its name it could, and the first could come
 * after it.
 */
function barrierFor(
  telling: Telling,
  parent: OpenElement,
  name: ExpandedName,
): NameMet | undefined {
  const { machine } = telling.schema;
  let found: NameMet | undefined;
  for (const met of parent.children.names()) {
    const opening =
      met.before && machine.opening(met.before, machine.names.get(name.ns, name.local));
    if (opening === undefined) continue;
    const after = machine.after(
      opening,
      opening.continuations.map((_, index) => index),
    );
    const sibling = { ns: met.name.namespace, local: met.name.local };
    if (isSame(sibling, name) || mayCome(machine, after, sibling)) found = met;
  }
  return found;
}

/** An element before others that should come before it. */
export function tooEarly(telling: Telling, mistake: Of<'too-early'>): Problem {
  const { element, parent, late } = mistake;
  const named = list(
    late.map((one) => `<${one.qname}>`),
    'and',
    6,
  );
  return telling.problem(
    mistake,
    element.nameSpan,
    'relaxng/misplaced-element',
    `<${element.qname}> stands before ${named}, after which it should come.`,
    {
      help: `Move it behind <${late.at(-1)?.qname}>.`,
      related: late
        .slice(0, 1)
        .map((one) => telling.place(one, parent, `<${one.qname}> stands here.`)),
    },
  );
}

/** Text where only elements may stand. */
export function misplacedText(telling: Telling, mistake: Of<'text'>): Problem {
  const { parent, state, span, text } = mistake;
  const { element } = parent;
  const { wording } = telling;
  const empty = telling.contents.within(parent).isEmpty && !telling.contents.holdsText(parent);
  const holders = empty ? [] : telling.contents.holdersOfText(expanded(element), state);
  const inElements = holders.map(({ name, inside }) =>
    inside === undefined
      ? wording.element(name)
      : `${wording.element(inside)} in ${wording.element(name)}`,
  );
  const around = parent.parent;
  const outside =
    empty && around?.state !== undefined && telling.contents.holdsText(around)
      ? `Put it behind <${element.qname}/>.`
      : undefined;
  return telling.problem(
    parent,
    firstLine(span, text),
    'relaxng/text-not-allowed',
    empty
      ? `Text cannot stand inside <${element.qname}>, which is always empty.`
      : `Text cannot stand directly inside <${element.qname}>.`,
    {
      help: holders.length > 0 ? `Put it into ${list(inElements, 'or', 3)}.` : outside,
      related: [telling.startOf(element)],
    },
  );
}

/** The first line of a text without the white space around it, where the source says just that. */
function firstLine(span: { start: number; end: number }, text: string) {
  if (span.end - span.start !== text.length) return { start: span.start, end: span.end };
  const start = span.start + (text.length - text.trimStart().length);
  const line = text.trim().split('\n', 1)[0]?.trimEnd() ?? '';
  return { start, end: start + line.length };
}
