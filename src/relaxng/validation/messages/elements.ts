import type { Problem } from '../../../problems/index.js';
import {
  afterText,
  Contains,
  type ElementPattern,
  elementsWithin,
  expectedElements,
  forgivingAttributes,
} from '../../pattern/index.js';
import { missingAtEnd } from '../missing.js';
import type { ExpandedName, Mistake, OpenElement } from '../mistake.js';
import type { Telling } from './telling.js';
import { ended, list, shortGloss } from './wording.js';

type Of<Kind extends Mistake['kind']> = Extract<Mistake, { kind: Kind }>;

/** An element whose name the schema does not know. */
export function unknownElement(telling: Telling, mistake: Of<'unknown-element'>): Problem {
  const { element, state, parent, meant } = mistake;
  const { wording } = telling;
  let help: string | undefined;
  if (meant !== undefined) {
    const { prefix, namespace } = element.name;
    const spelt =
      meant.ns !== namespace
        ? wording.name(meant)
        : prefix === ''
          ? meant.local
          : `${prefix}:${meant.local}`;
    const mind = meant.ns === namespace ? '' : ` Mind its namespace, ${meant.ns || 'none'}.`;
    help = `Did you mean <${spelt}>?${mind}`;
  } else {
    const next = expectedElements(state).names;
    const shown = next.length > 0 || parent === undefined ? next : telling.within(parent);
    if (shown.length > 0) help = `Here may stand ${wording.elements(shown, 'or')}.`;
  }
  return telling.problem(
    mistake,
    element.nameSpan,
    'relaxng/unknown-element',
    `<${element.qname}> is not an element of this schema.`,
    { help },
  );
}

/** A right name in the wrong namespace. */
export function wrongNamespace(telling: Telling, mistake: Of<'wrong-namespace'>): Problem {
  const { element, meant } = mistake;
  const { name, parent } = element;
  const named = (ns: string) => (ns === '' ? 'in no namespace' : `in the namespace ${ns}`);
  const prefix = name.prefix === '' ? 'xmlns' : `xmlns:${name.prefix}`;
  return telling.problem(
    mistake,
    element.nameSpan,
    'relaxng/wrong-namespace',
    `<${element.qname}> is ${named(name.namespace)}; the schema wants it ${named(meant.ns)}.`,
    {
      help:
        meant.ns === ''
          ? `Take away ${prefix}="${name.namespace}".`
          : parent.kind === 'document'
            ? `Write <${element.qname} ${prefix}="${meant.ns}">.`
            : `Take away the declaration ${prefix}="${name.namespace}", or write ${prefix}="${meant.ns}".`,
    },
  );
}

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
  const inside = telling.within(parent);
  const takes = inside.some(
    ({ ns, local }) => ns === element.name.namespace && local === element.name.local,
  );
  if (takes) return outOfOrder(telling, mistake, parent);
  const text = holdsText(telling, parent);
  const allowed = [...(text ? ['text'] : []), ...wording.likeliestElements(inside)];
  const may =
    allowed.length === 0
      ? `<${parent.element.qname}> is always empty.`
      : allowed.length === 1 && text
        ? `Inside <${parent.element.qname}> text alone may stand.`
        : `Inside <${parent.element.qname}> may stand ${list(allowed, 'and', 6)}.`;
  const { namespace: ns, local } = element.name;
  const homes = telling.homes.ofElement({ ns, local });
  const home =
    homes.length === 0
      ? ''
      : ` <${element.qname}> may stand in ${wording.elements(homes, 'and', 4)}.`;
  return telling.problem(
    mistake,
    element.nameSpan,
    'relaxng/misplaced-element',
    `<${element.qname}> cannot stand inside <${parent.element.qname}>.`,
    { help: `${may}${home}`, related: [telling.startOf(parent.element)] },
  );
}

function holdsText(telling: Telling, parent: OpenElement): boolean {
  return parent.patterns.some((pattern) => takesText(telling, pattern));
}

/** Whether an element may hold text, or a value. */
function takesText(telling: Telling, pattern: ElementPattern): boolean {
  const { pool } = telling.schema.machine;
  const content = forgivingAttributes(pool, pattern.content());
  return (
    (content.contains & Contains.strings) !== 0 || afterText(pool, content).kind !== 'notAllowed'
  );
}

/** The parent takes such a child, but not at this point. */
function outOfOrder(
  telling: Telling,
  mistake: Of<'misplaced-element'>,
  parent: OpenElement,
): Problem {
  const { element, state, before, first } = mistake;
  const { qname } = parent.element;
  if (first !== undefined)
    return telling.problem(
      mistake,
      element.nameSpan,
      'relaxng/misplaced-element',
      `<${element.qname}> cannot stand in <${qname}> a second time${before?.start === first.start ? '' : ' at this place'}.`,
      {
        help: 'Join the two, or delete one.',
        related: [telling.place(first, parent, `The first <${first.qname}>.`)],
      },
    );
  const next = expectedElements(state).names;
  return telling.problem(
    mistake,
    element.nameSpan,
    'relaxng/misplaced-element',
    before === undefined
      ? `<${element.qname}> cannot come first in <${qname}>.`
      : `<${element.qname}> cannot come after <${before.qname}> in <${qname}>.`,
    {
      help:
        next.length > 0
          ? `Here may come ${telling.wording.elements(next, 'or')}.`
          : `<${qname}> is complete before it.`,
      related: [telling.startOf(parent.element)],
    },
  );
}

/** Elements that should have come before one. */
export function missingElement(telling: Telling, mistake: Of<'missing-before'>): Problem {
  const { element, parent, missing } = mistake;
  const { wording } = telling;
  const { qname } = parent.element;
  const related = [telling.startOf(parent.element)];
  if (missing.length === 0)
    return telling.problem(
      mistake,
      element.nameSpan,
      'relaxng/missing-element',
      `Elements are missing before <${element.qname}> in <${qname}>.`,
      { related },
    );
  const several = missing.length > 1;
  const named = list(
    missing.map((name) => wording.element(name)),
    'and',
    6,
  );
  return telling.problem(
    mistake,
    element.nameSpan,
    'relaxng/missing-element',
    `${named} ${several ? 'are' : 'is'} missing: <${qname}> must have ${several ? 'them' : 'it'} before <${element.qname}>.`,
    { help: telling.glosses(missing, telling.within(parent)), related },
  );
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

/** An element that ends too soon. */
export function incompleteElement(telling: Telling, { parent, state }: Of<'incomplete'>): Problem {
  const { element } = parent;
  const { wording } = telling;
  const span = element.endTag ?? element.startTag;
  const related = element.endTag === undefined ? [] : [telling.startOf(element)];
  // That an element may hold its like is seldom what was meant.
  const missing = missingAtEnd(telling.schema.machine, state).map((names) => {
    const others = names.filter(({ local }) => local !== element.name.local);
    return others.length > 0 ? others : names;
  });
  if (missing.length === 0) {
    const gloss = shortGloss(
      parent.patterns.find(({ documentation }) => documentation !== undefined)?.documentation,
    );
    return telling.problem(
      parent,
      span,
      'relaxng/missing-text',
      `<${element.qname}> must hold text.`,
      {
        help: gloss === undefined ? undefined : ended(`<${element.qname}>: ${gloss}`),
        related,
      },
    );
  }
  const [alternatives = [], ...others] = missing;
  const likely = wording.likeliestFirst(alternatives);
  const firsts: ExpandedName[] = [likely, ...others].flatMap((names) => names.slice(0, 1));
  // Of many that would do for each, naming one of each would say that just these are wanted.
  const open = others.length > 0 && alternatives.length > 2;
  const one = (name: ExpandedName) => wording.element(name);
  const words = open
    ? `it must hold at least ${missing.length}${parent.last === undefined ? '' : ' more'} elements, the first of them ${wording.elements(alternatives, 'or', 4)}`
    : others.length === 0
      ? `${wording.elements(alternatives, 'or', 4)} is missing`
      : `${list(firsts.map(one), 'and', 6)} are missing`;
  return telling.problem(
    parent,
    span,
    'relaxng/missing-element',
    `<${element.qname}> is ${parent.last === undefined ? 'empty' : 'not complete'}: ${words}.`,
    {
      help: alternatives.length > 5 ? undefined : telling.glosses(firsts, telling.within(parent)),
      related,
    },
  );
}

/** Text where only elements may stand. */
export function misplacedText(telling: Telling, mistake: Of<'text'>): Problem {
  const { parent, state, span, text } = mistake;
  const { element } = parent;
  const holdText = ({ part }: { readonly part: ElementPattern }) => takesText(telling, part);
  const next = expectedElements(state).names.filter(holdText);
  const holders = next.length > 0 ? next : telling.within(parent).filter(holdText);
  return telling.problem(
    parent,
    firstLine(span, text),
    'relaxng/text-not-allowed',
    `Text cannot stand directly inside <${element.qname}>.`,
    {
      help:
        holders.length > 0
          ? `Put it into ${telling.wording.elements(holders, 'or', 4)}.`
          : parent.patterns.every(({ content }) => elementsWithin(content()).names.length === 0)
            ? `<${element.qname}> is always empty.`
            : 'Put it into an element that holds text.',
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
