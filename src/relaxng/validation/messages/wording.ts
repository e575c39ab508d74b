import type { ExpandedName, NumberedElement, OpenElement } from '../mistake.js';
import type { NamesMet } from '../names-met.js';

/** How names are written for a person, in the prefixes of the document in question. */
export class Wording {
  /** Lists that have been put into words: the same ones are told again and again. */
  readonly #words = new WeakMap<readonly ExpandedName[], readonly string[]>();

  constructor(readonly names: NamesMet) {}

  /** The name as this document would write it. */
  name(name: ExpandedName): string {
    return this.names.written(name);
  }

  element(name: ExpandedName): string {
    return `<${this.name(name)}>`;
  }

  attribute(name: ExpandedName): string {
    return `@${this.name(name)}`;
  }

  /** Elements in words, those that the document uses most first, the first few by name and the rest counted. */
  elements(names: readonly ExpandedName[], joint: 'and' | 'or' = 'and', most = 6): string {
    return list(this.likeliestElements(names), joint, most);
  }

  /** Elements as this document would write them, those that it uses most first. */
  likeliestElements(names: readonly ExpandedName[]): readonly string[] {
    let words = this.#words.get(names);
    if (words === undefined) {
      words = [...new Set(this.likeliestFirst(names).map((name) => this.element(name)))];
      this.#words.set(names, words);
    }
    return words;
  }

  likeliestFirst(names: readonly ExpandedName[]): ExpandedName[] {
    const uses = ({ local }: ExpandedName) => this.names.uses(local);
    return [...names].sort((a, b) => uses(b) - uses(a) || rank(a) - rank(b));
  }
}

/** The elements that people who encode texts write most, for lists in which nothing else is likelier. */
const common = new Map(
  'p div item head list note persName placeName date hi lb pb quote title ref name q l lg ab sp orgName'
    .split(' ')
    .map((local, index) => [local, index]),
);

function rank({ local }: ExpandedName): number {
  return common.get(local) ?? common.size;
}

/** A sentence with its full stop, unless it was cut short. */
export function ended(sentence: string): string {
  return sentence.endsWith('…') ? sentence : `${sentence}.`;
}

/** What the schema says of something, as a sentence of its own. */
export function sentenceOf(gloss: string): string {
  return ended(gloss.charAt(0).toUpperCase() + gloss.slice(1));
}

/** "a, b and c"; beyond a few, "a, b, c and 4 more". */
export function list(items: readonly string[], joint: 'and' | 'or', most: number): string {
  const shown = items.length > most + 1 ? items.slice(0, most) : items;
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} ${joint} ${rest} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${joint} ${shown.at(-1)}`;
}

/** The first sentence of what the schema says of something, or as much of it as a line bears. */
export function shortGloss(gloss: string | undefined): string | undefined {
  if (gloss === undefined) return undefined;
  // TEI names the chapters of its Guidelines in brackets at the end.
  const bare = gloss.replace(/\s*\[[^\]]*\]\s*$/, '');
  const first = /^.*?[.;](?=\s|$)/.exec(bare)?.[0] ?? bare;
  const sentence = first.replace(/(?:,?\s+\(?(?:e\.g|i\.e|for example|such as))?[.;:]?$/, '');
  return sentence.length <= 140 ? sentence : `${sentence.slice(0, 139).replace(/\s+\S*$/, '')} …`;
}

/** A value as it is quoted in a message, shortened when it is long. */
export function quoted(value: string): string {
  const shown = value.length <= 60 ? value : `${value.slice(0, 59)}…`;
  return `"${shown.replace(/\s+/g, ' ')}"`;
}

/**
 * An XPath that leads to an element. Every step but the first has its number, for that others of its name follow is not
 * known while the document is read.
 */
export function xpathOf(
  at: NumberedElement & { readonly parent: OpenElement | undefined },
): string {
  let path = '';
  let { parent } = at;
  for (let step: NumberedElement = at; ; step = parent, parent = parent.parent) {
    if (parent === undefined) return `/${step.element.qname}${path}`;
    path =
      step.nth === undefined
        ? `/*[${step.nthOfAll}]${path}`
        : `/${step.element.qname}[${step.nth}]${path}`;
  }
}
