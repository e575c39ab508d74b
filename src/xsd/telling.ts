import { nearest, type Problem, type RelatedPlace } from '../problems/index.js';
import { list } from '../relaxng/index.js';
import {
  problemAt,
  relatedPlace,
  type Span,
  sourceOf,
  type XmlAttribute,
  type XmlElement,
  type XmlNode,
  xpathOf,
} from '../xml/index.js';
import type { Expected } from './complaint.js';
import type { Declarations } from './declarations.js';
import { type ExpandedName, writtenAt } from './expanded-name.js';

/** What is said besides the message. */
export interface More {
  readonly help?: string | undefined;
  readonly related?: readonly RelatedPlace[];
}

/** What all messages by one schema share. */
export class Telling {
  constructor(
    readonly declarations: Declarations,
    readonly schemaFile: string,
  ) {}

  problem(
    element: XmlElement,
    span: Span,
    code: string,
    message: string,
    more: More = {},
  ): Problem {
    return problemAt(sourceOf(element), span, {
      code,
      message,
      schema: this.schemaFile,
      xpath: xpathOf(element),
      ...more,
    });
  }

  /** What may stand, in words: "<head>", "<p>, <list> or <closer>", "<p> or an element of another namespace". */
  expected(element: XmlElement, { names, others, isCut }: Expected): string {
    const words = [...new Set(names.map((name) => `<${writtenAt(element, name, 'element')}>`))];
    if (!isCut) return list([...words, ...others], 'or', 6);
    return list([...words.slice(0, 6), 'another'], 'or', 7);
  }

  /** The name that was probably meant by one that the schema does not have. */
  meant(
    element: XmlElement,
    candidates: readonly ExpandedName[],
    kind: 'element' | 'attribute',
  ): string | undefined {
    return nearest(
      element.qname,
      candidates.map((name) => writtenAt(element, name, kind)),
    );
  }
}

/** The start of an element, as the related place of what is wrong in it. */
export function startOf(element: XmlElement): RelatedPlace {
  return relatedPlace(sourceOf(element), element.startTag, `<${element.qname}> begins here.`);
}

/** The attribute of an expanded name. */
export function attributeOf(
  element: XmlElement,
  { namespace, local }: ExpandedName,
): XmlAttribute | undefined {
  return element.attributes.find(
    ({ name }) => name.local === local && name.namespace === namespace,
  );
}

/** Where what an element holds ends: its end tag, or all of it where it is `<empty/>`. */
export function endOf(element: XmlElement): Span {
  return element.endTag ?? element.startTag;
}

/** A text without the white space around it. */
export function textSpan(nodes: readonly XmlNode[]): Span | undefined {
  const texts = nodes.filter((node) => node.kind === 'text' && node.value.trim() !== '');
  const [first] = texts;
  const last = texts.at(-1);
  if (first?.kind !== 'text' || last?.kind !== 'text') return undefined;
  const before = exact(first) ? first.value.length - first.value.trimStart().length : 0;
  const after = exact(last) ? last.value.length - last.value.trimEnd().length : 0;
  return { start: first.start + before, end: last.end - after };
}

/** Whether a text stands in the source as it is meant. */
function exact({ value, start, end }: { value: string; start: number; end: number }): boolean {
  return end - start === value.length;
}
