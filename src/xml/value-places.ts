import { referenceAt } from './attribute-value.js';
import { predefinedEntities } from './entities.js';
import type { SourceText } from './source-text.js';
import type { Span, XmlAttribute, XmlText } from './tree.js';

/**
 * Where characters of an attribute's value stand in the source.
 *
 * @param from first character, counted in UTF-16 units of the normalised value
 * @param to the one after the last
 * @returns their span; that of the whole value where entities keep it from being told
 */
export function spanInAttribute(
  source: SourceText,
  attribute: XmlAttribute,
  from: number,
  to: number,
): Span {
  return spanInLiteral(source.text, attribute.valueSpan, attribute.value, from, to);
}

/** Where characters of a text node stand in the source; the whole node where entities keep it from being told. */
export function spanInText(source: SourceText, text: XmlText, from: number, to: number): Span {
  return spanInLiteral(source.text, { start: text.start, end: text.end }, text.value, from, to);
}

function spanInLiteral(source: string, whole: Span, value: string, from: number, to: number): Span {
  if (whole.end - whole.start === value.length) {
    return { start: whole.start + from, end: whole.start + to };
  }
  let counted = 0;
  let start = -1;
  let at = whole.start;
  while (at < whole.end) {
    if (counted === from && start === -1) start = at;
    if (counted >= to && start !== -1) return { start, end: at };
    if (source.startsWith('<![CDATA[', at)) return whole;
    if (source[at] === '&') {
      const reference = referenceAt(source, at);
      if (reference === undefined) return whole;
      if (reference.digits === undefined && !predefinedEntities.has(reference.name)) return whole;
      counted += /^x0*1?[0-9A-Fa-f]{5}$/.test(reference.digits ?? '') ? 2 : 1;
      at = reference.end;
    } else {
      at += source.startsWith('\r\n', at) ? 2 : 1;
      counted++;
    }
  }
  return start === -1 || counted < to ? whole : { start, end: whole.end };
}
