import type { Problem, RelatedPlace } from '../problems/index.js';
import {
  problemAt,
  relatedPlace,
  type Span,
  type XmlDocument,
  type XmlElement,
} from '../xml/index.js';
import { Derivatives, type ExpandedName } from './derivatives.js';
import type { Task } from './explain.js';
import { contains, type ElementPattern, listedNames, type Pattern } from './patterns.js';
import type { Grammar } from './read-grammar.js';
import { Wording, xpathOf } from './wording.js';

/** A schema with what explanations by it have in common. */
export interface ExplainingSchema {
  readonly file: string;
  readonly grammar: Grammar;
  readonly derivatives: Derivatives;
  /** The names of all elements that the schema lists. */
  readonly names: readonly ExpandedName[];
}

export function explainingSchema(file: string, grammar: Grammar): ExplainingSchema {
  const names = new Map<string, ExpandedName>();
  for (const { name } of grammar.elements) {
    for (const one of listedNames(name)) names.set(`${one.namespace} ${one.local}`, one);
  }
  return { file, grammar, derivatives: new Derivatives(grammar.table), names: [...names.values()] };
}

/** What the parts of an explanation of one document share: the schema, the words, and what has been found. */
export class Explanation {
  readonly problems: Problem[] = [];
  /** The elements of which something has been said. */
  readonly concerned = new Set<XmlElement>();
  readonly wording: Wording;
  readonly #lookup = new Map<string, readonly ElementPattern[]>();

  constructor(
    readonly document: XmlDocument,
    readonly schema: ExplainingSchema,
  ) {
    this.wording = new Wording(document);
  }

  report(
    element: XmlElement,
    span: Span,
    code: `relaxng/${string}`,
    message: string,
    more: { help?: string | undefined; related?: readonly RelatedPlace[] } = {},
  ): void {
    this.concerned.add(element);
    this.problems.push(
      problemAt(this.document.source, span, {
        code,
        message,
        schema: this.schema.file,
        xpath: xpathOf(element),
        ...more,
      }),
    );
  }

  /** The start of an element, as the related place of what is wrong in it. */
  startOf(element: XmlElement): RelatedPlace {
    return relatedPlace(this.document.source, element.startTag, `<${element.qname}> begins here.`);
  }

  /** Every element pattern of the schema that has a name, wherever it stands. */
  elementsNamed({ namespace, local }: ExpandedName): readonly ElementPattern[] {
    const key = `${namespace} ${local}`;
    let found = this.#lookup.get(key);
    if (found === undefined) {
      found = this.schema.grammar.elements.filter(({ name }) => contains(name, namespace, local));
      this.#lookup.set(key, found);
    }
    return found;
  }

  /** An element to be judged by patterns, any of which it may match. */
  task(
    element: XmlElement,
    patterns: readonly ElementPattern[],
    guessed = false,
  ): Task | undefined {
    const content = this.contentOf(patterns);
    if (content === undefined) return undefined;
    return {
      element,
      content,
      gloss: patterns.find(({ gloss }) => gloss !== undefined)?.gloss,
      guessed,
    };
  }

  /** The contents that several patterns of one name give it, as a choice. */
  contentOf(patterns: readonly ElementPattern[]): Pattern | undefined {
    const { table } = this.schema.grammar;
    const contents = [...new Set(patterns.map(({ content }) => content))];
    return contents.length === 0
      ? undefined
      : contents.reduceRight((right, left) => table.choice(left, right));
  }
}
