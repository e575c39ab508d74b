import { relatedPlace, sourceOf, type XmlDocument, type XmlElement } from '../../../xml/index.js';
import { languageOf } from '../../language-of.js';
import type { Finding, Listeners, RuleDocument } from '../../rule.js';
import { hearOccurrences, mayHold, type Occurrence, type Search } from './occurrences.js';
import { isVerbatim } from './verbatim.js';

/** One of two ways to write the same. */
export type Way = 'typed' | 'typographic';

interface Part {
  readonly name: string;
  readonly typed: Occurrence[];
  readonly typographic: Occurrence[];
}

/** More of them are told of by the first alone. */
const many = 10;

/**
 * Finds what is written in two ways in one language in a part of a document (its header, its text), and tells of those that are fewer:
 * of each, or of the first where they are many.
 *
 * @param typographic what a document must have somewhere for both ways to be in it
 * @param wayOf in which way it is written; nothing, where it is something else
 * @param say what is said of an occurrence that is one of few
 */
export function hearTwoWays(
  { document, report }: Pick<RuleDocument<unknown>, 'document' | 'report'>,
  { typographic, ...search }: Search & { readonly typographic: RegExp },
  wayOf: (occurrence: Occurrence) => Way | undefined,
  say: (occurrence: Occurrence, way: Way, part: string) => Finding,
): Listeners {
  if (!mayHold(document, typographic)) return {};
  const parts = new Map<XmlElement | undefined, Map<string, Part>>();
  // Languages have conventions of their own.
  const partFor = (bearer: XmlElement): Part => {
    const element = partOf(bearer, document);
    const languages = parts.get(element) ?? new Map<string, Part>();
    parts.set(element, languages);
    const language = languageOf(bearer);
    const name = element === undefined ? 'the document' : `<${element.qname}>`;
    const part = languages.get(language) ?? { name, typed: [], typographic: [] };
    languages.set(language, part);
    return part;
  };
  return {
    ...hearOccurrences(document, search, (occurrence) => {
      const way = wayOf(occurrence);
      if (way === undefined || isVerbatim(occurrence.element)) return;
      partFor(occurrence.element)[way].push(occurrence);
    }),
    end: () => {
      for (const part of [...parts.values()].flatMap((each) => [...each.values()])) {
        if (part.typed.length === 0 || part.typographic.length === 0) continue;
        const way: Way = part.typographic.length < part.typed.length ? 'typographic' : 'typed';
        const few = part[way];
        const others = part[way === 'typed' ? 'typographic' : 'typed'];
        const [other] = others;
        // Where neither is the rule, nobody can say for certain which is meant.
        const isCertain = others.length >= 2 * few.length;
        for (const occurrence of few.length > many ? few.slice(0, 1) : few) {
          const { element, span } = occurrence;
          const finding = say(occurrence, way, part.name);
          report(element, span, {
            ...finding,
            fix: isCertain ? finding.fix : undefined,
            message:
              few.length > many
                ? `${finding.message.slice(0, -1)}; and ${few.length - 1} more.`
                : finding.message,
            related:
              other === undefined
                ? []
                : [
                    relatedPlace(
                      sourceOf(other.element),
                      other.span,
                      `The first "${other.text}" stands here.`,
                    ),
                  ],
          });
        }
      }
    },
  };
}

/** The child of the root element that an element stands in: `<teiHeader>`, `<text>`, `<standOff>`. */
function partOf(element: XmlElement, document: XmlDocument): XmlElement | undefined {
  let node = element;
  while (node.parent.kind === 'element') {
    if (node.parent === document.root) return node;
    node = node.parent;
  }
  return undefined;
}
