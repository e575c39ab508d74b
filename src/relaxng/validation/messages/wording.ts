import { flat, type XmlElement, type XPathStep, xpathOfSteps } from '../../../xml/index.js';
import type { ExpandedName, NumberedElement, OpenElement } from '../mistake.js';

const xml = 'http://www.w3.org/XML/1998/namespace';

/** How names are written for a person, in the prefixes of the document in question. */
export class Wording {
  readonly #prefixes = new Map([[xml, 'xml']]);
  /** Lists that have been put into words: the same ones are told again and again. */
  readonly #words = new WeakMap<readonly ExpandedName[], readonly string[]>();
  /** The element that is spoken of, whose prefixes hold. */
  scope: XmlElement | undefined;

  /** The name as this document would write it. */
  name({ ns, local }: ExpandedName): string {
    const prefix = this.#prefixes.get(ns) ?? this.#prefix(ns) ?? '';
    return prefix === '' ? local : `${prefix}:${local}`;
  }

  element(name: ExpandedName): string {
    return `<${this.name(name)}>`;
  }

  attribute(name: ExpandedName): string {
    return `@${this.name(name)}`;
  }

  /** Elements in words, the first few by name and the rest counted. */
  elements(names: readonly ExpandedName[], joint: 'and' | 'or' = 'and', most = 4): string {
    let words = this.#words.get(names);
    if (words === undefined) {
      words = [...new Set(names.map((name) => this.element(name)))];
      this.#words.set(names, words);
    }
    return list(words, joint, most);
  }

  /** The prefix of a namespace where the scope stands; the same one is used from then on. */
  #prefix(ns: string): string | undefined {
    if (ns === '') return undefined;
    for (let at: XmlElement['parent'] | undefined = this.scope; at?.kind === 'element'; ) {
      let prefix = at.name.namespace === ns ? at.name.prefix : undefined;
      for (const [declared, namespace] of at.namespaces ?? [])
        if (namespace === ns) prefix ??= declared;
      if (prefix !== undefined) {
        this.#prefixes.set(flat(ns), flat(prefix));
        return prefix;
      }
      at = at.parent;
    }
    return undefined;
  }
}

/** "a, b and c"; beyond a few, "a, b, c and 4 more". */
export function list(items: readonly string[], joint: 'and' | 'or', most: number): string {
  const shown = items.length > most + 1 ? items.slice(0, most) : items;
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} ${joint} ${rest} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${joint} ${shown.at(-1)}`;
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A sentence with its full stop, unless it was cut short. */
export function ended(sentence: string): string {
  return /[….]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** What the schema says of something, as a sentence of its own. */
export function sentenceOf(gloss: string): string {
  return ended(capital(withoutName(gloss)));
}

/**
 * What the schema says of an element or attribute, with its name: TEI's "(title statement) groups information" becomes
 * "<titleStmt> (title statement) groups information", other schemas' "A paragraph" becomes "<p>: A paragraph".
 *
 * @param name as it is shown: `<titleStmt>`, `@when`
 */
export function glossed(name: string, gloss: string): string {
  const { called, text } = partsOf(gloss);
  if (!/^\p{Ll}/u.test(text)) return ended(`${name}: ${text}`);
  const bare = name.replace(/[<>@]/g, '').toLowerCase();
  const known = called === undefined || called.toLowerCase() === bare;
  return ended(known ? `${name} ${text}` : `${name} (${called}) ${text}`);
}

function withoutName(gloss: string): string {
  return partsOf(gloss).text;
}

function partsOf(gloss: string): { readonly called: string | undefined; readonly text: string } {
  const [, called, text = gloss] = /^\(([^)]*)\)\s+(.*)$/s.exec(gloss) ?? [];
  return { called, text };
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

/** An XPath that leads to an element that is open, or was. */
export function xpathOfOpen(
  at: NumberedElement & { readonly parent: OpenElement | undefined },
): string {
  return xpathOfSteps(stepsFrom(at));
}

function* stepsFrom(
  at: NumberedElement & { readonly parent: OpenElement | undefined },
): IterableIterator<XPathStep> {
  let { parent } = at;
  for (let step: NumberedElement = at; ; step = parent, parent = parent.parent) {
    const { element, nth, nthOfAll } = step;
    yield nth === undefined && parent !== undefined
      ? { test: '*', number: nthOfAll }
      : { test: element.qname, number: nth ?? 1 };
    if (parent === undefined) return;
  }
}
