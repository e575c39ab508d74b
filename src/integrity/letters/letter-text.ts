import { attribute, type XmlAttribute, type XmlElement } from '../../xml/index.js';
import type { Identified } from '../identifiers.js';
import type { Listeners } from '../rule.js';
import { childElements } from './correspondence.js';

/** A part of a letter's text (a dateline, a signature), and the `correspDesc` of the letter. */
export interface LetterPart {
  readonly element: XmlElement;
  readonly description: XmlElement;
}

/** What is quoted or told in a letter, and is not of it. */
const quoting = new Set([
  'quote',
  'q',
  'cit',
  'note',
  'floatingText',
  'teiHeader',
  'standOff',
  'back',
]);

/** The `correspDesc`s of a document, and the parts of the letters that they describe. */
export class Letters {
  readonly descriptions: XmlElement[] = [];
  readonly #parts: XmlElement[] = [];
  readonly #declaring: XmlElement[] = [];
  readonly #identifiers: ReadonlyMap<string, Identified>;

  constructor(identifiers: ReadonlyMap<string, Identified>) {
    this.#identifiers = identifiers;
  }

  /** Hears of descriptions, and of the parts of the names given. */
  listeners(parts: readonly string[], end: () => void): Listeners {
    const hear = (element: XmlElement): void => {
      this.#parts.push(element);
    };
    return {
      elements: {
        correspDesc: (element) => {
          this.descriptions.push(element);
        },
        ...Object.fromEntries(parts.map((name) => [name, hear])),
      },
      attributes: {
        decls: (_: XmlAttribute, element: XmlElement) => {
          this.#declaring.push(element);
        },
      },
      end: () => {
        if (this.descriptions.length > 0) end();
      },
    };
  }

  /** The parts of letters, in their order; only those of which it is certain of which letter they are. */
  parts(): readonly LetterPart[] {
    const texts = this.#texts();
    return this.#parts.flatMap((element) => {
      for (let node = element.parent; node.kind === 'element'; node = node.parent) {
        const description = texts.get(node);
        if (description !== undefined) return [{ element, description }];
        if (quoting.has(node.name.local)) return [];
      }
      return [];
    });
  }

  /** The elements that hold a letter each, with their descriptions. */
  #texts(): ReadonlyMap<XmlElement, XmlElement> {
    const texts = new Map<XmlElement, XmlElement>();
    for (const description of this.descriptions) {
      const id = attribute(description, 'xml:id')?.value.trim();
      const linked = [
        ...pointed(description, 'corresp').flatMap(
          (to) => this.#identifiers.get(to)?.element ?? [],
        ),
        ...this.#declaring.filter(
          (each) => id !== undefined && pointed(each, 'decls').includes(id),
        ),
      ];
      for (const text of linked) texts.set(text, description);
      if (linked.length > 0) continue;
      const whole = edition(description);
      const others = this.descriptions.filter((each) => edition(each) === whole);
      const [text, ...more] = whole === undefined ? [] : childElements(whole, 'text');
      if (text !== undefined && more.length === 0 && others.length === 1)
        texts.set(text, description);
    }
    return texts;
  }
}

/** The identifiers in the document itself that an attribute points to. */
function pointed(element: XmlElement, name: string): readonly string[] {
  const value = attribute(element, name)?.value ?? '';
  return [...value.matchAll(/(?<!\S)#(\S+)/g)].map(([, id]) => id ?? '');
}

/** The `TEI` element that something stands in. */
function edition(element: XmlElement): XmlElement | undefined {
  for (let node = element.parent; node.kind === 'element'; node = node.parent)
    if (node.name.local === 'TEI') return node;
  return undefined;
}
