import { isOpen } from '../pattern/index.js';
import { type NameSet, NameSets } from './name-set.js';
import type { SchemaProblems } from './schema-problems.js';
import type { SimpleAttribute, SimpleElement, SimplePattern } from './simple-form.js';

// 7 Restrictions: what a schema in the simple form may not say.

/** What a pattern holds, down to its elements and not into them. */
const Holds = {
  attribute: 1,
  element: 2,
  text: 4,
  list: 8,
  data: 16,
  group: 32,
  interleave: 64,
  oneOrMore: 128,
  empty: 256,
  /** An attribute within a group or an interleave. */
  groupedAttribute: 512,
} as const;

/** 7.2: what strings a pattern stands for; `mixed` is none, a string standing beside something else. */
const ContentType = { empty: 0, complex: 1, simple: 2, mixed: 3 } as const;

/** A pattern that holds more than this, elements not opened, is more than a derivative can be asked of. */
const largest = 1_000_000;

interface Facts {
  /** How many patterns it holds, those that are referred to twice counting twice. */
  readonly size: number;
  readonly holds: number;
  readonly contentType: number;
  readonly attributes: NameSet;
}

/** Checks what may be found at each place, that strings stand alone, that attributes and interleaved elements differ. */
export function checkRestrictions(start: SimplePattern, problems: SchemaProblems): void {
  new Restrictions(problems).document(start);
}

class Restrictions {
  readonly #facts = new Map<SimplePattern, Facts>();
  readonly #names = new Map<SimplePattern, NameSet>();
  readonly #contents = new Set<SimplePattern>();
  readonly #repeated = new Map<SimplePattern, boolean>();
  readonly #elements: SimpleElement[] = [];
  readonly #seen = new Set<SimpleElement>();
  readonly #nameSets = new NameSets();

  constructor(readonly problems: SchemaProblems) {}

  document(start: SimplePattern): void {
    this.#forbid(
      start,
      '7.1.5',
      Holds.attribute |
        Holds.text |
        Holds.list |
        Holds.data |
        Holds.group |
        Holds.interleave |
        Holds.oneOrMore |
        Holds.empty,
      'The start of a grammar',
    );
    this.#content(start);
    for (let next = this.#elements.pop(); next !== undefined; next = this.#elements.pop())
      this.#element(next);
  }

  #element(element: SimpleElement): void {
    const { content } = element;
    if (this.#contents.has(content)) return;
    this.#contents.add(content);
    this.#content(content);
    if (this.#factsOf(content).contentType === ContentType.mixed)
      this.problems.report(
        this.#stringBesideOthers(content).at,
        '7.2',
        'A value or datatype stands beside elements, text or another value; it must be all that an element holds beside attributes.',
        'Put several values into a list, or use text.',
      );
  }

  /** What holds of a content as a whole: the open attributes in it are repeated (7.3). */
  #content(content: SimplePattern): void {
    this.#factsOf(content);
    this.#openAttributes(content, false);
  }

  /** 7.3: an attribute of which there may be infinitely many must stand in oneOrMore. */
  #openAttributes(pattern: SimplePattern, repeated: boolean): void {
    if ((this.#factsOf(pattern).holds & Holds.attribute) === 0) return;
    const before = this.#repeated.get(pattern);
    if (before === repeated || before === false) return;
    this.#repeated.set(pattern, repeated);
    switch (pattern.kind) {
      case 'attribute':
        if (!repeated && isOpen(pattern.nameClass))
          this.problems.report(
            pattern.at,
            '7.3',
            'An attribute whose name is left open must be repeated.',
            'Put it into oneOrMore or zeroOrMore.',
          );
        break;
      case 'oneOrMore':
        this.#openAttributes(pattern.content, true);
        break;
      case 'group':
      case 'interleave':
      case 'choice':
        for (const child of pattern.children) this.#openAttributes(child, repeated);
    }
  }

  /** 7.1: what may not stand in a place, wherever in it. */
  #forbid(pattern: SimplePattern, clause: string, forbidden: number, where: string): void {
    const found = this.#factsOf(pattern).holds & forbidden;
    if (found === 0) return;
    const culprit = this.#find(pattern, found) ?? pattern;
    this.problems.report(culprit.at, clause, `${where} cannot hold ${describe(culprit)}.`);
  }

  #find(pattern: SimplePattern, found: number): SimplePattern | undefined {
    if ((ownBit(pattern) & found) !== 0) return pattern;
    if ('children' in pattern) {
      for (const child of pattern.children)
        if ((this.#factsOf(child).holds & found) !== 0) return this.#find(child, found);
    } else if (pattern.kind === 'oneOrMore') return this.#find(pattern.content, found);
    return undefined;
  }

  #stringBesideOthers(pattern: SimplePattern): SimplePattern {
    if ('children' in pattern) {
      const strings = (child: SimplePattern) =>
        this.#factsOf(child).contentType === ContentType.mixed;
      const child =
        pattern.children.find(strings) ??
        pattern.children.find((one) => this.#factsOf(one).contentType === ContentType.simple);
      return child === undefined ? pattern : this.#stringBesideOthers(child);
    }
    return pattern.kind === 'oneOrMore' ? this.#stringBesideOthers(pattern.content) : pattern;
  }

  #factsOf(pattern: SimplePattern): Facts {
    let facts = this.#facts.get(pattern);
    if (facts === undefined) {
      facts = this.#reckon(pattern);
      this.#facts.set(pattern, facts);
    }
    return facts;
  }

  #reckon(pattern: SimplePattern): Facts {
    const { none } = this.#nameSets;
    const leaf = (holds: number, contentType: number): Facts => ({
      size: 1,
      holds,
      contentType,
      attributes: none,
    });
    switch (pattern.kind) {
      case 'empty':
        return leaf(Holds.empty, ContentType.empty);
      case 'notAllowed':
        return leaf(0, ContentType.empty);
      case 'text':
        return leaf(Holds.text, ContentType.complex);
      case 'value':
        return leaf(Holds.data, ContentType.simple);
      case 'data':
        return this.#data(pattern, leaf(Holds.data, ContentType.simple));
      case 'list':
        this.#forbid(
          pattern.content,
          '7.1.3',
          Holds.list | Holds.element | Holds.attribute | Holds.text | Holds.interleave,
          'A list',
        );
        return leaf(Holds.list, ContentType.simple);
      case 'attribute':
        return this.#attribute(pattern);
      case 'element':
        if (!this.#seen.has(pattern)) {
          this.#seen.add(pattern);
          this.#elements.push(pattern);
        }
        return leaf(Holds.element, ContentType.complex);
      case 'oneOrMore':
        return this.#oneOrMore(this.#factsOf(pattern.content), pattern);
      case 'choice':
      case 'group':
      case 'interleave':
        return this.#composite(pattern);
    }
  }

  #data(pattern: Extract<SimplePattern, { kind: 'data' }>, facts: Facts): Facts {
    if (pattern.except !== undefined)
      this.#forbid(
        pattern.except,
        '7.1.4',
        Holds.attribute |
          Holds.element |
          Holds.list |
          Holds.group |
          Holds.interleave |
          Holds.text |
          Holds.oneOrMore |
          Holds.empty,
        'What is excepted from a datatype',
      );
    return facts;
  }

  #attribute(pattern: SimpleAttribute): Facts {
    this.#forbid(pattern.content, '7.1.1', Holds.element | Holds.attribute, 'An attribute');
    if (this.#factsOf(pattern.content).contentType === ContentType.mixed)
      this.problems.report(
        this.#stringBesideOthers(pattern.content).at,
        '7.2',
        'The values of an attribute stand in a group without being a list.',
        'Put them into a list.',
      );
    return {
      size: this.#factsOf(pattern.content).size + 1,
      holds: Holds.attribute,
      contentType: ContentType.empty,
      attributes: this.#nameSets.of(pattern.nameClass),
    };
  }

  #oneOrMore(content: Facts, pattern: SimplePattern): Facts {
    if ((content.holds & Holds.groupedAttribute) !== 0)
      this.problems.report(
        this.#find(pattern, Holds.attribute)?.at ?? pattern.at,
        '7.1.2',
        'An attribute in a group or an interleave cannot be repeated.',
      );
    return {
      ...content,
      // Told once.
      holds: (content.holds & ~Holds.groupedAttribute) | Holds.oneOrMore,
      contentType:
        content.contentType === ContentType.simple ? ContentType.mixed : content.contentType,
    };
  }

  #composite(pattern: Extract<SimplePattern, { children: unknown }>): Facts {
    const parts = pattern.children.map((child) => this.#factsOf(child));
    let holds =
      pattern.kind === 'group' ? Holds.group : pattern.kind === 'interleave' ? Holds.interleave : 0;
    let size = 1;
    for (const part of parts) {
      holds |= part.holds;
      size += part.size;
    }
    if (size > largest && parts.every((part) => part.size <= largest))
      this.problems.report(
        pattern.at,
        '4.19',
        `With its references followed, this pattern holds more than ${largest} others.`,
      );
    if (pattern.kind === 'choice') {
      let contentType: number = ContentType.empty;
      for (const part of parts) contentType = Math.max(contentType, part.contentType);
      return {
        size,
        holds,
        contentType,
        attributes: this.#nameSets.union(parts.map((part) => part.attributes)),
      };
    }
    if ((holds & Holds.attribute) !== 0) holds |= Holds.groupedAttribute;
    const attributes = this.#nameSets.union(
      parts.map((part) => part.attributes),
      (name) =>
        this.problems.report(
          this.#lastOf('attribute', pattern, name)?.at ?? pattern.at,
          '7.3',
          `The attribute ${name} can be given twice here.`,
          'An element has an attribute once: let the names differ, or put the attributes into a choice.',
        ),
    );
    if (pattern.kind === 'interleave') this.#checkInterleave(pattern, parts);
    return {
      size,
      holds,
      contentType: groupContentType(parts),
      attributes,
    };
  }

  /** 7.4: what is interleaved can be told apart. */
  #checkInterleave(
    pattern: Extract<SimplePattern, { children: unknown }>,
    parts: readonly Facts[],
  ): void {
    this.#nameSets.union(
      pattern.children.map((child) => this.#elementNames(child)),
      (name) =>
        this.problems.report(
          this.#lastOf('element', pattern, name)?.at ?? pattern.at,
          '7.4',
          `The element ${name} is in more than one part of an interleave.`,
          'It could not be told which of them an element belongs to.',
        ),
    );
    if (parts.filter((part) => (part.holds & Holds.text) !== 0).length > 1)
      this.problems.report(pattern.at, '7.4', 'Text is in more than one part of an interleave.');
  }

  /** The names of the elements in a pattern; asked for where something is interleaved. */
  #elementNames(pattern: SimplePattern): NameSet {
    if ((this.#factsOf(pattern).holds & Holds.element) === 0) return this.#nameSets.none;
    let names = this.#names.get(pattern);
    if (names === undefined) {
      if (pattern.kind === 'element') names = this.#nameSets.of(pattern.nameClass);
      else if (pattern.kind === 'oneOrMore') names = this.#elementNames(pattern.content);
      else if ('children' in pattern)
        names = this.#nameSets.union(pattern.children.map((child) => this.#elementNames(child)));
      else names = this.#nameSets.none;
      this.#names.set(pattern, names);
    }
    return names;
  }

  /** The last attribute or element of a name in a pattern. */
  #lastOf(
    kind: 'attribute' | 'element',
    pattern: SimplePattern,
    name: string,
  ): SimplePattern | undefined {
    if (
      pattern.kind === kind &&
      this.#nameSets.describe(this.#nameSets.of(pattern.nameClass)).includes(name)
    )
      return pattern;
    if ('children' in pattern) {
      for (const child of [...pattern.children].reverse()) {
        const found = this.#lastOf(kind, child, name);
        if (found !== undefined) return found;
      }
    }
    return pattern.kind === 'oneOrMore' ? this.#lastOf(kind, pattern.content, name) : undefined;
  }
}

/** 7.2: groupable if all but one are empty, or none is simple. */
function groupContentType(parts: readonly Facts[]): number {
  let contentType: number = ContentType.empty;
  for (const part of parts) {
    if (part.contentType === ContentType.empty) continue;
    if (contentType === ContentType.empty) contentType = part.contentType;
    else if (contentType !== ContentType.complex || part.contentType !== ContentType.complex)
      return ContentType.mixed;
  }
  return contentType;
}

function ownBit(pattern: SimplePattern): number {
  switch (pattern.kind) {
    case 'choice':
    case 'notAllowed':
      return 0;
    case 'value':
      return Holds.data;
    default:
      return Holds[pattern.kind];
  }
}

function describe(pattern: SimplePattern): string {
  switch (pattern.kind) {
    case 'element':
    case 'attribute':
    case 'interleave':
      return `an ${pattern.kind}`;
    case 'list':
    case 'group':
    case 'value':
      return `a ${pattern.kind}`;
    case 'data':
      return `the datatype ${pattern.datatype.name}`;
    default:
      return pattern.kind;
  }
}
