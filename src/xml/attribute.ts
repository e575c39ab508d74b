import { attributeValue } from './attribute-value.js';
import { isSpace } from './characters.js';
import type { Cursor } from './cursor.js';
import type { KnownName } from './names.js';
import { WrittenName } from './namespaces.js';
import { AttributeNode, NormalizedAttributeNode, SuppliedAttributeNode } from './nodes.js';
import type { StartTagContext } from './start-tag.js';

/**
 * Reads the attributes [41] of a start tag. Where something else stands there, it says so, and finds out from what
 * follows where the next attribute begins or the tag should have ended.
 */
export class AttributeReader {
  /** The name of the attribute that was read last. */
  name!: KnownName;
  /** Set where the tag turned out to end at the cursor, without a `>` to say so. */
  ended: 'open' | 'empty' | undefined;
  #element = '';
  #tagStart = 0;
  /** Where things began that are no attributes, after the last that is one, and the problems that there were before. */
  #odd = -1;
  #problemsBefore = 0;
  /** The next `>`, when somebody has looked for it. */
  #greater = -1;

  constructor(private readonly context: StartTagContext) {}

  begin(element: string, tagStart: number): void {
    this.#element = element;
    this.#tagStart = tagStart;
    this.ended = undefined;
    this.#odd = -1;
    this.#greater = -1;
  }

  /** The name of an attribute until the namespaces of its tag are known. */
  provisional(known: KnownName): WrittenName {
    if (known.attribute !== undefined) return known.attribute;
    known.plain ??= new WrittenName('', known.qname, '', known.qname);
    return known.plain;
  }

  /**
   * Reads what stands at the cursor.
   *
   * @param spaced whether white space went before it
   * @returns `undefined` where it was no attribute; the cursor has moved, or `ended` is set
   */
  read(cursor: Cursor, spaced: boolean): AttributeNode | undefined {
    const { text } = cursor;
    const { names } = this.context;
    const start = cursor.pos;
    const known = names.read(text, start);
    if (known === undefined) return this.#notAnAttribute(cursor);
    this.name = known;
    const nameEnd = names.end;
    if (!spaced) this.#missingSpace(start, known);
    let at = nameEnd;
    if (text.charCodeAt(at) !== 0x3d /* = */) {
      at = afterSpace(text, at);
      if (text.charCodeAt(at) !== 0x3d) return this.#withoutValue(cursor, start, nameEnd);
    }
    at = text.charCodeAt(at + 1) <= 0x20 ? afterSpace(text, at + 1) : at + 1;
    const mark = text.charCodeAt(at);
    if (mark !== 0x22 && mark !== 0x27) return this.#unquoted(cursor, start, at);
    const valueStart = at + 1;
    const { length } = text;
    let plain = true;
    let less = -1;
    for (at = valueStart; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x3c) continue;
      if (code === mark) break;
      if (code === 0x26 || code < 0x20) plain = false;
      else if (code === 0x3c) {
        plain = false;
        if (less === -1) less = at;
      }
    }
    if (at + 1 >= length) cursor.ranOut = true;
    if (
      at >= length ||
      (less !== -1 && /[>\n]/.test(text.slice(valueStart, less))) ||
      (!mayFollowValue(text.charCodeAt(at + 1)) && swallowed.test(text.slice(valueStart, at)))
    ) {
      return this.#unclosedValue(cursor, start, nameEnd, valueStart);
    }
    this.#odd = -1;
    cursor.pos = at + 1;
    return this.#attribute(text, start, valueStart, at, plain);
  }

  #attribute(
    text: string,
    start: number,
    valueStart: number,
    valueEnd: number,
    plain: boolean,
  ): AttributeNode {
    const { context } = this;
    const { base, reference } = context;
    const name = this.provisional(this.name);
    if (plain && context.isWhole && reference === undefined) {
      return new AttributeNode(name, text, start, valueStart, valueEnd);
    }
    const literal = text.slice(valueStart, valueEnd);
    const value = plain
      ? literal
      : attributeValue(
          literal,
          context.expansion,
          context.span(valueStart, valueEnd),
          reference === undefined ? base + valueStart : undefined,
        );
    return reference === undefined
      ? new NormalizedAttributeNode(name, value, base + start, base + valueStart, base + valueEnd)
      : new SuppliedAttributeNode(name, value, reference);
  }

  #missingSpace(start: number, { qname }: KnownName): void {
    this.context.complaints.report(this.context.span(start, start + qname.length), {
      code: 'xml/not-well-formed',
      message: `White space is missing before @${qname} on <${this.#element}>.`,
      help: 'Attributes are parted by a space.',
    });
  }

  #withoutValue(cursor: Cursor, start: number, nameEnd: number): AttributeNode {
    const { complaints } = this.context;
    const { qname } = this.name;
    this.#beginOdd(start);
    complaints.report(this.context.span(start, nameEnd), {
      code: 'xml/not-well-formed',
      message: `@${qname} on <${this.#element}> has no value.`,
      help: `Write ${qname}="…".`,
    });
    cursor.pos = nameEnd;
    return this.#attribute(cursor.text, start, nameEnd, nameEnd, true);
  }

  #beginOdd(at: number): void {
    if (this.#odd !== -1) return;
    this.#odd = at;
    this.#problemsBefore = this.context.complaints.problems.length;
  }

  #unquoted(cursor: Cursor, start: number, from: number): AttributeNode {
    const { text } = cursor;
    const { qname } = this.name;
    if (text.length - from <= LOOK_AHEAD) cursor.ranOut = true;
    let valueStart = from;
    let valueEnd = from;
    quotedOddly.lastIndex = from;
    const found = quotedOddly.exec(text);
    if (found !== null) {
      cursor.pos = quotedOddly.lastIndex;
      valueEnd = cursor.pos - 1;
      valueStart = valueEnd - (found[1] as string).length;
    } else {
      while (
        valueEnd < text.length &&
        !isSpace(text.charCodeAt(valueEnd)) &&
        !'<>"\''.includes(text[valueEnd] as string)
      ) {
        valueEnd++;
      }
      if (valueEnd > from && text.startsWith('/>', valueEnd - 1)) valueEnd--;
      cursor.pos = valueEnd;
    }
    const typographic = '“”„«»‘’'.includes(text.charAt(from) || ' ');
    this.context.complaints.report(this.context.span(from, Math.max(cursor.pos, from + 1)), {
      code: 'xml/not-well-formed',
      message: `The value of @${qname} on <${this.#element}> is not in quotation marks${
        typographic ? ': typographic ones do not count' : ''
      }.`,
      help: `Write ${qname}="${shortened(text.slice(valueStart, valueEnd))}".`,
    });
    return this.#attribute(text, start, valueStart, valueEnd, true);
  }

  /** The closing quotation mark is missing, or is one that was meant to open another value. */
  #unclosedValue(
    cursor: Cursor,
    start: number,
    nameEnd: number,
    valueStart: number,
  ): AttributeNode {
    const { text } = cursor;
    const { complaints } = this.context;
    const mark = text[valueStart - 1];
    const place = this.context.span(start, nameEnd);
    const message = `The value of @${this.name.qname} on <${this.#element}> has no closing quotation mark.`;
    const help = `Write ${mark} where the value ends.`;
    if (text.length - valueStart <= LOOK_AHEAD) cursor.ranOut = true;
    const length = text.slice(valueStart, valueStart + LOOK_AHEAD).search(endOfValue);
    if (length === -1) complaints.stop(place, message, { help });
    complaints.report(place, { code: 'xml/not-well-formed', message, help });
    this.#odd = -1;
    cursor.pos = valueStart + length;
    return this.#attribute(text, start, valueStart, cursor.pos, true);
  }

  /** At the cursor there is neither a name nor the end of the tag. */
  #notAnAttribute(cursor: Cursor): undefined {
    const { text, pos } = cursor;
    const { complaints } = this.context;
    if (cursor.atEnd) this.#unclosedTag(cursor, true);
    const code = text.charCodeAt(pos);
    if (code === 0x3c /* < */) {
      this.#unclosedTag(cursor, false);
      return;
    }
    if (this.#greater < pos) {
      const less = cursor.find('<', pos);
      const greater = cursor.find('>', pos);
      if (greater === -1 && less === -1) this.#unclosedTag(cursor, true);
      if (greater === -1 || (less !== -1 && less < greater)) {
        this.#unclosedTag(cursor, false);
        return;
      }
      this.#greater = greater;
    }
    if (code === 0x2f /* / */ && afterSpace(text, pos + 1) === this.#greater) {
      complaints.report(this.context.span(pos, this.#greater + 1), {
        code: 'xml/not-well-formed',
        message: `Between the / and the > of <${this.#element}/> nothing may stand, not even a space.`,
        help: 'Write />.',
      });
      cursor.pos = this.#greater + 1;
      this.ended = 'empty';
      return;
    }
    if (this.#odd === -1) {
      this.#beginOdd(pos);
      complaints.report(this.context.span(pos, pos + 1), {
        code: 'xml/not-well-formed',
        message: `${JSON.stringify(text[pos])} cannot stand in the tag of <${this.#element}>: the name of an attribute, > or /> is wanted.`,
        help: 'Attributes are written name="value".',
      });
    }
    const { names } = this.context;
    let at = pos + 1;
    while (
      at < this.#greater &&
      !isSpace(text.charCodeAt(at)) &&
      text.charCodeAt(at) !== 0x2f &&
      names.read(text, at) === undefined
    ) {
      at++;
    }
    cursor.pos = at;
  }

  /** The tag is not closed: another begins in it, or the text ends. What is no attribute must be content then. */
  #unclosedTag(cursor: Cursor, atEnd: boolean): void {
    const { complaints } = this.context;
    const element = this.#element;
    if (this.#odd !== -1) {
      complaints.takeBack(this.#problemsBefore);
      cursor.pos = this.#odd;
    }
    const place = this.context.span(this.#tagStart, this.#tagStart + 1 + element.length);
    const message = `The tag <${element} is not closed with >.`;
    const help = `Write > where the tag of <${element}> ends.`;
    if (atEnd) complaints.stop(place, message, { help });
    complaints.report(place, { code: 'xml/not-well-formed', message, help });
    this.ended = 'open';
  }
}

/** So far a mistake is looked into, in UTF-16 units. */
const LOOK_AHEAD = 10_000;

/** What tells that a value went on into the content, or into the next attribute. */
const swallowed = />|\s[^\s=<>"'/]+\s*=\s*$/;

/** Where a value without a closing quotation mark most likely ends. */
const endOfValue = /\/?>|<|\s[^\s=<>"'/]+\s*=/;

/** A value that has other quotation marks, or lacks the first. */
const quotedOddly = /["'“”„«»‘’]?([^<>="'“”„«»‘’]{0,1000})["'“”„«»‘’]/y;

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

/** White space, >, / or the end of the text. */
function mayFollowValue(code: number): boolean {
  return isSpace(code) || code === 0x3e || code === 0x2f || Number.isNaN(code);
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}
