import type { PlacedSource, Span, XmlProcessingInstruction } from '../xml/index.js';

/** An attribute as processing instructions have it (Associating Style Sheets with XML documents 1.0, 2nd ed., 3). */
export interface PseudoAttribute {
  readonly name: string;
  /** References resolved. */
  readonly value: string;
  readonly nameSpan: Span;
  /** Without the quotation marks. */
  readonly valueSpan: Span;
}

/** Something that keeps an instruction from being read. */
export interface PseudoAttributeFault {
  readonly span: Span;
  readonly message: string;
  readonly help: string;
}

/** The pseudo-attributes of an instruction, in order; `fault` where one is not written right. */
export interface PseudoAttributes {
  readonly attributes: readonly PseudoAttribute[];
  readonly fault?: PseudoAttributeFault;
}

/** The references that a value may hold (production PredefEntityRef). */
const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Thrown at the first thing that is not written right; caught by `readPseudoAttributes`. */
class Fault extends Error {
  constructor(readonly about: PseudoAttributeFault) {
    super(about.message);
  }
}

/**
 * Reads the pseudo-attributes of an instruction: `(S PseudoAtt)* S?`, with character references and those to the
 * five predefined entities in their values.
 */
export function readPseudoAttributes(
  instruction: XmlProcessingInstruction,
  source: PlacedSource,
): PseudoAttributes {
  const attributes: PseudoAttribute[] = [];
  try {
    for (const attribute of pseudoAttributes(placedText(instruction, source))) {
      if (attributes.some(({ name }) => name === attribute.name)) {
        const message = `${attribute.name} is given twice.`;
        throw new Fault({ span: attribute.nameSpan, message, help: 'Delete one of the two.' });
      }
      attributes.push(attribute);
    }
    return { attributes };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { attributes, fault: error.about };
  }
}

interface PlacedText {
  readonly text: string;
  /** Where a part of the text stands in the source. */
  spanOf(from: number, to: number): Span;
}

/** What follows the target, as it is written. */
function placedText(
  { start, end, target, value }: XmlProcessingInstruction,
  source: PlacedSource,
): PlacedText {
  const from = start + 2 + target.length;
  const written = source.text?.slice(from, end - 2) ?? source.reading?.slice(from, end - 2);
  if (written !== undefined) {
    return { text: written, spanOf: (a, b) => ({ start: from + a, end: from + b }) };
  }
  // The value alone is left: counted from its end, it lies as it was written, unless line ends were normalised.
  const valueStart = end - 2 - value.length;
  return {
    text: ` ${value}`,
    spanOf: (a, b) =>
      value.includes('\n')
        ? { start, end }
        : { start: valueStart + a - 1, end: valueStart + b - 1 },
  };
}

function* pseudoAttributes({ text, spanOf }: PlacedText): IterableIterator<PseudoAttribute> {
  const attribute = /([ \t\r\n]*)([^ \t\r\n="'<>&]+)([ \t\r\n]*(=?)[ \t\r\n]*)/y;
  const end = text.trimEnd().length;
  for (let at = 0; at < end; ) {
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (found === null) {
      const sign = at + (/^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0);
      throw new Fault({
        span: spanOf(sign, sign + 1),
        message: `${text[sign]} cannot stand here: the name of a pseudo-attribute is wanted.`,
        help: 'Write name="value", with a space before the next name.',
      });
    }
    const [all, space = '', name = '', , sign] = found;
    const nameStart = at + space.length;
    const nameSpan = spanOf(nameStart, nameStart + name.length);
    if (space === '') {
      const help = `Put a space before ${name}.`;
      throw new Fault({ span: nameSpan, message: `White space is missing before ${name}.`, help });
    }
    if (sign !== '=') {
      const help = `Write ${name}="…".`;
      throw new Fault({ span: nameSpan, message: `${name} has no value.`, help });
    }
    const open = at + all.length;
    const mark = text[open];
    if (mark !== '"' && mark !== "'") {
      const help = `Write ${name}="…".`;
      const message = `The value of ${name} is not in quotation marks.`;
      throw new Fault({
        span: spanOf(open, Math.max(open + 1, wordEnd(text, open))),
        message,
        help,
      });
    }
    const close = text.indexOf(mark, open + 1);
    if (close === -1) {
      const help = `Write ${mark} where the value ends.`;
      const message = `The value of ${name} is not closed with ${mark}.`;
      throw new Fault({ span: spanOf(open, open + 1), message, help });
    }
    const value = resolved(text.slice(open + 1, close), (a, b) =>
      spanOf(open + 1 + a, open + 1 + b),
    );
    yield { name, value, nameSpan, valueSpan: spanOf(open + 1, close) };
    at = close + 1;
  }
}

function wordEnd(text: string, from: number): number {
  const rest = /^[^ \t\r\n]*/.exec(text.slice(from));
  return from + (rest?.[0].length ?? 0);
}

/** A value with its references resolved. */
function resolved(written: string, spanOf: (from: number, to: number) => Span): string {
  return written.replace(/<|&[^;&]*;?/g, (reference, at: number) => {
    const [, decimal, hexadecimal, name = ''] =
      /^&(?:#([0-9]+)|#x([0-9a-fA-F]+)|([a-z]+));$/.exec(reference) ?? [];
    const point = Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10);
    const character =
      point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        ? String.fromCodePoint(point)
        : predefined.get(name);
    if (character !== undefined) return character;
    throw new Fault({
      span: spanOf(at, at + reference.length),
      message:
        reference === '<'
          ? 'The sign < cannot stand in a value.'
          : `${reference} is no reference that can stand in a processing instruction.`,
      help: reference === '<' ? 'Write &lt;.' : 'Write &amp; for the sign & itself.',
    });
  });
}
