import { nearest } from '../problems/index.js';
import type { XmlElement } from '../xml/index.js';
import type { ExpandedName } from './derivatives.js';
import type { Task } from './explain.js';
import type { Explanation } from './explanation.js';
import { contains, type ElementPattern, type Pattern } from './patterns.js';
import { list, shortGloss } from './wording.js';

/**
 * Reports a root element that the schema does not begin with.
 *
 * @returns the root with the content that it should have, as far as that can be told
 */
export function explainRoot(explanation: Explanation): Task | undefined {
  const { document, schema, wording } = explanation;
  const { root } = document;
  const { derivatives, grammar } = schema;
  const starts = derivatives.elements(grammar.start);
  const fitting = starts.filter(({ name }) => contains(name, root.name.namespace, root.name.local));
  if (fitting.length > 0) return explanation.task(root, fitting);
  const names = wording.namesOf(starts);
  const known = explanation.elementsNamed(root.name);
  if (known.length === 0) return reportUnknown(explanation, root, names, names);
  explanation.report(
    root,
    root.nameSpan,
    'relaxng/misplaced-element',
    `<${root.qname}> cannot be the root of a document.`,
    { help: `The root is ${wording.elements(names, 'or')}.` },
  );
  return explanation.task(root, known);
}

/** What people who know HTML, or TEI's older versions, write, and TEI's element for it. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  a: ['ref'],
  b: ['hi'],
  blockquote: ['quote'],
  br: ['lb'],
  em: ['emph', 'hi'],
  footnote: ['note'],
  h1: ['head'],
  h2: ['head'],
  h3: ['head'],
  heading: ['head'],
  i: ['hi'],
  img: ['graphic'],
  li: ['item'],
  location: ['placeName'],
  ol: ['list'],
  organisation: ['orgName'],
  organization: ['orgName'],
  para: ['p'],
  person: ['persName'],
  place: ['placeName'],
  section: ['div'],
  span: ['seg'],
  strong: ['hi'],
  td: ['cell'],
  'TEI.2': ['TEI'],
  'teiCorpus.2': ['teiCorpus'],
  tr: ['row'],
  ul: ['list'],
};

/**
 * Reports an element whose name the schema does not know.
 *
 * @param next names that could stand at this place
 * @param likely names to think of first in looking for the one that was meant
 * @returns the element with the content of the one that was probably meant
 */
export function reportUnknown(
  explanation: Explanation,
  element: XmlElement,
  next: readonly ExpandedName[],
  likely: readonly ExpandedName[],
): Task | undefined {
  const meant = meantName(explanation, element, likely);
  const { namespace, local } = element.name;
  if (meant !== undefined && meant.local === local) {
    reportNamespace(explanation, element, meant);
    return explanation.task(element, explanation.elementsNamed(meant));
  }
  const shown = next.length > 0 ? next : likely;
  const help =
    meant !== undefined
      ? `Did you mean <${spelt(element, explanation, meant)}>?`
      : shown.length > 0
        ? `Here may stand ${explanation.wording.elements(shown, 'or')}.`
        : undefined;
  explanation.report(
    element,
    element.nameSpan,
    'relaxng/unknown-element',
    `<${element.qname}> is not an element of this schema.`,
    {
      help:
        meant !== undefined && meant.namespace !== namespace
          ? `${help} Mind its namespace, ${meant.namespace || 'none'}.`
          : help,
    },
  );
  if (meant === undefined) return undefined;
  return explanation.task(element, explanation.elementsNamed(meant), true);
}

function spelt(element: XmlElement, explanation: Explanation, meant: ExpandedName): string {
  const { prefix, namespace } = element.name;
  if (meant.namespace !== namespace) return explanation.wording.name(meant);
  return prefix === '' ? meant.local : `${prefix}:${meant.local}`;
}

/** The element that a name unknown to the schema was probably meant to be. */
export function meantName(
  explanation: Explanation,
  element: XmlElement,
  likely: readonly ExpandedName[],
): ExpandedName | undefined {
  const { names } = explanation.schema;
  const { local } = element.name;
  const same =
    likely.find((name) => name.local === local) ?? names.find((name) => name.local === local);
  if (same !== undefined) return same;
  const synonym = synonyms[local]?.find((one) => names.some((name) => name.local === one));
  if (synonym !== undefined) {
    return [...likely, ...names].find((name) => name.local === synonym);
  }
  // What may stand here goes before what stands elsewhere, unless that is nearer.
  const here = nearest(
    local,
    likely.map((name) => name.local),
  );
  const anywhere = nearest(
    local,
    names.map((name) => name.local),
  );
  const closest =
    here === undefined || anywhere === undefined
      ? (here ?? anywhere)
      : nearest(local, [here, anywhere]);
  if (closest === undefined) return undefined;
  return (
    likely.find((name) => name.local === closest) ?? names.find((name) => name.local === closest)
  );
}

/** A right name in the wrong namespace; told once, where the namespace comes in. */
function reportNamespace(explanation: Explanation, element: XmlElement, meant: ExpandedName): void {
  const { parent, name } = element;
  explanation.concerned.add(element);
  if (parent.kind === 'element' && parent.name.namespace === name.namespace) return;
  const named = (namespace: string): string =>
    namespace === '' ? 'in no namespace' : `in the namespace ${namespace}`;
  const prefix = name.prefix === '' ? 'xmlns' : `xmlns:${name.prefix}`;
  explanation.report(
    element,
    element.nameSpan,
    'relaxng/wrong-namespace',
    `<${element.qname}> is ${named(name.namespace)}; the schema wants it ${named(meant.namespace)}.`,
    {
      help:
        meant.namespace === ''
          ? `Take away ${prefix}="${name.namespace}".`
          : parent.kind === 'document'
            ? `Write <${element.qname} ${prefix}="${meant.namespace}">.`
            : `Take away the declaration ${prefix}="${name.namespace}", or write ${prefix}="${meant.namespace}".`,
    },
  );
}

/** Reports an element that the schema knows and that cannot stand in its parent at all. */
export function reportMisplaced(
  explanation: Explanation,
  element: XmlElement,
  parent: XmlElement,
  content: Pattern,
): void {
  const { derivatives } = explanation.schema;
  const { wording } = explanation;
  const inside = wording.namesOf(derivatives.elements(content));
  const takesText = derivatives.afterText(content).kind !== 'notAllowed';
  const owners = wording.namesOf(ownersOf(explanation, element));
  const allowed = [...(takesText ? ['text'] : []), ...inside.map((name) => wording.element(name))];
  const may =
    allowed.length === 0
      ? `<${parent.qname}> is always empty.`
      : allowed.length === 1 && takesText
        ? `Inside <${parent.qname}> text alone may stand.`
        : `Inside <${parent.qname}> may stand ${list(allowed, 'and', 6)}.`;
  const home =
    owners.length === 0
      ? ''
      : ` <${element.qname}> may stand in ${wording.elements(owners, 'and', 4)}.`;
  explanation.report(
    element,
    element.nameSpan,
    'relaxng/misplaced-element',
    `<${element.qname}> cannot stand inside <${parent.qname}>.`,
    { help: `${may}${home}`, related: [explanation.startOf(parent)] },
  );
}

/** The element patterns that may contain an element. */
function ownersOf(explanation: Explanation, { name }: XmlElement): ElementPattern[] {
  const { derivatives, grammar } = explanation.schema;
  return grammar.elements.filter(({ content }) =>
    derivatives.elements(content).some((one) => contains(one.name, name.namespace, name.local)),
  );
}

/** What the schema says of elements, as patterns have them: `<titleStmt>: groups information about …`. */
export function glossOf(
  explanation: Explanation,
  names: readonly ExpandedName[],
  patterns: readonly ElementPattern[],
): string | undefined {
  const glosses = names.flatMap((name) => {
    const gloss = shortGloss(
      patterns.find(
        (one) => one.gloss !== undefined && contains(one.name, name.namespace, name.local),
      )?.gloss,
    );
    return gloss === undefined ? [] : [`${explanation.wording.element(name)}: ${gloss}.`];
  });
  return glosses.length === 0 ? undefined : glosses.slice(0, 2).join(' ');
}
