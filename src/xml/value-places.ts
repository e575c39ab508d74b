import { referenceAt } from './attribute-value.js';
import { predefinedEntities } from './entities.js';
import type { PlacedSource } from './source-text.js';
import type { Span, XmlAttribute, XmlText } from './tree.js';

/**
 * Where characters of an attribute's value stand in the source.
 *
 * @param from first character, counted in UTF-16 units of the normalised value
 * @param to the one after the last
 * @returns their span; that of the whole value where entities keep it from being told
 */
export function spanInAttribute(
  source: PlacedSource,
  attribute: XmlAttribute,
  from: number,
  to: number,
): Span {
  return spanInLiteral(source, attribute.valueSpan, attribute.value, from, to);
}

/** Where characters of a text node stand in the source; the whole node where entities keep it from being told. */
export function spanInText(source: PlacedSource, text: XmlText, from: number, to: number): Span {
  return spanInLiteral(source, { start: text.start, end: text.end }, text.value, from, to);
}

function spanInLiteral(
  source: PlacedSource,
  whole: Span,
  value: string,
  from: number,
  to: number,
): Span {
  if (whole.end - whole.start === value.length) {
    return { start: whole.start + from, end: whole.start + to };
  }
  const literal =
    source.reading === undefined
      ? source.text?.slice(whole.start, whole.end)
      : source.reading.slice(whole.start, whole.end);
  if (literal === undefined) return whole;
  let counted = 0;
  let start = -1;
  let at = 0;
  while (at < literal.length) {
    if (counted === from && start === -1) start = at;
    if (counted >= to && start !== -1) break;
    if (literal.startsWith('<![CDATA[', at)) return whole;
    if (literal[at] === '&') {
      const reference = referenceAt(literal, at);
      if (reference === undefined) return whole;
      if (reference.digits === undefined && !predefinedEntities.has(reference.name)) return whole;
      counted += /^x0*1?[0-9A-Fa-f]{5}$/.test(reference.digits ?? '') ? 2 : 1;
      at = reference.end;
    } else {
      at += literal.startsWith('\r\n', at) ? 2 : 1;
      counted++;
    }
  }
  return start === -1 || counted < to
    ? whole
    : { start: whole.start + start, end: whole.start + at };
}
