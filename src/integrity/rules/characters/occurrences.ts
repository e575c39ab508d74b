import {
  escapeAttribute,
  escapeText,
  type Span,
  sourceOf,
  spanInAttribute,
  spanInText,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlText,
} from '../../../xml/index.js';
import type { Listeners } from '../../rule.js';
import { isTei } from '../../tei-element.js';
import { matchesOneUnit, unitsOf } from './units-of.js';

/** Characters that a rule looks for, where they stand. */
export interface Occurrence {
  readonly text: string;
  /** Of the regular expression that found them. */
  readonly match: RegExpExecArray;
  /** The text node's value, or the attribute's, that they stand in. */
  readonly value: string;
  /** Where they begin in it. */
  readonly index: number;
  /** The element whose text or attribute it is. */
  readonly element: XmlElement;
  /** The text node, where it is one. */
  readonly node: XmlText | undefined;
  /** The attribute, where it is one. */
  readonly attribute: XmlAttribute | undefined;
  readonly span: Span;
  /** How they are written: as they are, by one character reference, or so that their place cannot be told exactly. */
  readonly written: 'literally' | 'by reference' | 'unplaced';
  /** What is to stand at their span instead of them, escaped as the source needs it; nothing, where they have no exact place. */
  replacedBy(text: string): string | undefined;
}

export interface Search {
  /** Finds out quickly whether a text can hold what is wanted: without the flags g and y. */
  readonly hint: RegExp;
  /** Finds out as quickly whether a whole source can, markup and all, where the hint is not fit for that. */
  readonly sourceHint?: RegExp;
  /** Finds each: with the flag g. */
  readonly wanted: RegExp;
  /** Whether attributes of TEI elements are searched besides their text. */
  readonly attributes?: boolean;
  /**
   * Whether characters that are written by reference are wanted too. Who writes `&#xAD;` shows what stands there, and
   * means it.
   */
  readonly referenced?: boolean;
}

/**
 * Listens for characters in the text of TEI elements. Where nothing in the whole source gives a hint of them, nothing is
 * listened to: a rule costs one look through the source.
 */
export function hearOccurrences(
  document: XmlDocument,
  search: Search,
  say: (occurrence: Occurrence) => void,
): Listeners {
  const { hint, wanted, attributes = false, referenced = false } = search;
  if (!mayHold(document, search.sourceHint ?? hint, referenced)) return {};
  const look = (value: string, element: XmlElement, within: Within): void => {
    if (!hint.test(value) || !isTei(element)) return;
    for (const match of value.matchAll(wanted)) {
      const found = occurrence(match, value, element, within);
      if (referenced || found.written !== 'by reference') say(found);
    }
  };
  const text: Listeners['text'] = (node) =>
    look(node.value, node.parent, {
      whole: node,
      node,
      attribute: undefined,
      spanOf: (from, to) => spanInText(sourceOf(node.parent), node, from, to),
    });
  if (!attributes) return { text };
  return {
    text,
    attribute: (attribute, element) =>
      look(attribute.value, element, {
        whole: attribute.valueSpan,
        node: undefined,
        attribute,
        spanOf: (from, to) => spanInAttribute(sourceOf(element), attribute, from, to),
      }),
  };
}

/** Whether a document can hold what a regular expression hints at, in any of the sources that it is made of. */
export function mayHold(document: XmlDocument, hint: RegExp, referenced = false): boolean {
  const { text } = document.source;
  if (document.doctype !== undefined) return true;
  // Many rules look for a character that few documents have: all of them together cost one look through the source.
  if (hint.test(matchesOneUnit(hint) ? unitsOf(document.source) : text)) return true;
  return (referenced && text.includes('&#')) || text.includes('XInclude');
}

interface Within {
  readonly whole: Span;
  readonly node: XmlText | undefined;
  readonly attribute: XmlAttribute | undefined;
  readonly spanOf: (from: number, to: number) => Span;
}

const oneReference = /^&#(?:[0-9]+|x[0-9A-Fa-f]+);$/;

function occurrence(
  match: RegExpExecArray,
  value: string,
  element: XmlElement,
  { whole, node, attribute, spanOf }: Within,
): Occurrence {
  const { 0: text, index } = match;
  const span = spanOf(index, index + text.length);
  const source = sourceOf(element).text.slice(span.start, span.end);
  let written: Occurrence['written'] = 'unplaced';
  if (source === text) written = 'literally';
  else if (oneReference.test(source)) written = 'by reference';
  else if (span.start !== whole.start || span.end !== whole.end)
    written = /&#/.test(source) ? 'by reference' : 'unplaced';
  return {
    text,
    match,
    value,
    index,
    element,
    node,
    attribute,
    span,
    written,
    replacedBy: (replacement) => {
      const exact = written === 'literally' || oneReference.test(source);
      if (!exact) return undefined;
      return attribute === undefined ? escapeText(replacement) : escapeAttribute(replacement);
    },
  };
}
