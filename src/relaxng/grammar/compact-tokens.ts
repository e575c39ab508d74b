import { isNcName, type SourceText } from '../../xml/index.js';
import type { SchemaProblems } from './schema-problems.js';
import type { SchemaPlace } from './syntax.js';

// RELAX NG Compact Syntax, 3: the lexical structure.

/** A token, and where it stands in the source. */
export interface CompactToken {
  readonly kind: 'name' | 'prefixed' | 'anyLocal' | 'literal' | 'symbol' | 'documentation' | 'end';
  /** A name, `prefix:local`, the prefix of `prefix:*`, the value of a literal, or the sign itself. */
  readonly text: string;
  /** Whether a name was written with a \ before it, so that it is no keyword. */
  readonly escaped: boolean;
  readonly at: SchemaPlace;
}

const symbols = ['|=', '&=', '>>', ...'{}()[]=&,|*+?-~'];

/** Line ends written as escapes are no line ends: until literals are read, characters that XML forbids stand for them. */
const escapedLineFeed = '\uFFFE';
const escapedReturn = '\uFFFF';

/** What ends the reading of a schema in the compact syntax: a complaint has been made. */
export class CompactSyntaxError extends Error {}

/**
 * The tokens of a schema; the last one is its end.
 * @throws CompactSyntaxError after a complaint
 */
export function compactTokens(source: SourceText, problems: SchemaProblems): CompactToken[] {
  const { text, offsets } = interpretEscapes(source, problems);
  const tokens: CompactToken[] = [];
  const offset = (at: number) => offsets?.[at] ?? at;
  const place = (start: number, end: number): SchemaPlace => ({
    source,
    span: { start: offset(start), end: offset(end) },
  });
  const stop = (start: number, end: number, message: string, help?: string): never => {
    problems.report(place(start, end), 'compact 3', message, help);
    throw new CompactSyntaxError();
  };
  const add = (kind: CompactToken['kind'], value: string, start: number, escaped = false) =>
    tokens.push({ kind, text: value, escaped, at: place(start, pos) });

  let pos = 0;
  while (pos < text.length) {
    const start = pos;
    const sign = text[pos] ?? '';
    if (/\s/.test(sign)) {
      pos++;
    } else if (sign === '#') {
      const end = text.indexOf('\n', pos);
      pos = end === -1 ? text.length : end;
      const comment = /^##+ ?(.*)$/.exec(text.slice(start, pos));
      if (comment !== null) add('documentation', comment[1] ?? '', start);
    } else if (sign === '"' || sign === "'") {
      const mark = text.startsWith(sign.repeat(3), pos) ? sign.repeat(3) : sign;
      const end = text.indexOf(mark, pos + mark.length);
      const content = text.slice(pos + mark.length, end === -1 ? undefined : end);
      if (end === -1) stop(start, start + mark.length, `The literal is not closed with ${mark}.`);
      if (mark.length === 1 && content.includes('\n'))
        stop(
          start,
          start + 1,
          `The literal is not closed with ${mark} on the same line.`,
          'Put three quotation marks around a literal of several lines.',
        );
      pos = end + mark.length;
      add(
        'literal',
        content.replaceAll(escapedLineFeed, '\n').replaceAll(escapedReturn, '\r'),
        start,
      );
    } else {
      const symbol = symbols.find((one) => text.startsWith(one, pos));
      if (symbol !== undefined) {
        pos += symbol.length;
        add('symbol', symbol, start);
      } else pos = readName(start);
    }
  }
  add('end', '', pos);
  return tokens;

  function readName(start: number): number {
    const escaped = text[start] === '\\';
    const first = ncNameAt(text, start + (escaped ? 1 : 0));
    if (first === '') {
      const sign = String.fromCodePoint(text.codePointAt(start) ?? 0);
      stop(
        start,
        start + sign.length,
        sign === '<'
          ? 'This is XML, where the compact syntax is wanted; a schema in XML is named .rng.'
          : `${JSON.stringify(sign)} begins nothing of the compact syntax.`,
      );
    }
    pos = start + (escaped ? 1 : 0) + first.length;
    if (!escaped && text[pos] === ':') {
      if (text[pos + 1] === '*') {
        pos += 2;
        add('anyLocal', first, start);
        return pos;
      }
      const local = ncNameAt(text, pos + 1);
      if (local !== '') {
        pos += 1 + local.length;
        add('prefixed', `${first}:${local}`, start);
        return pos;
      }
    }
    add('name', first, start, escaped);
    return pos;
  }
}

/** The NCName that begins at an offset; empty where none does. */
function ncNameAt(text: string, start: number): string {
  const run = /^[^\s"'#:\\{}()[\]=&,|*+?~>]+/.exec(text.slice(start, start + 1000))?.[0] ?? '';
  // A name may hold a -, and so may end with one.
  for (let end = run.length; end > 0; end--) {
    const name = run.slice(0, end);
    if (isNcName(name)) return name;
  }
  return '';
}

/** The text with `\x{…}` replaced by characters, and where each unit stood; no offsets where there is no escape. */
function interpretEscapes(
  source: SourceText,
  problems: SchemaProblems,
): { readonly text: string; readonly offsets: number[] | undefined } {
  const normalised = source.text.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n'));
  if (!normalised.includes('\\x')) return { text: normalised, offsets: undefined };
  const offsets: number[] = [];
  let text = '';
  const keep = (units: string, from: number, step: number) => {
    for (let index = 0; index < units.length; index++) offsets.push(from + index * step);
    text += units;
  };
  let last = 0;
  for (const match of normalised.matchAll(/\\x+\{([0-9a-fA-F]*)(\})?/g)) {
    keep(normalised.slice(last, match.index), last, 1);
    last = match.index + match[0].length;
    const point = Number.parseInt(match[1] || 'x', 16);
    if (match[2] === undefined || !isCharacter(point)) {
      problems.report(
        { source, span: { start: match.index, end: last } },
        'compact 3',
        match[2] === undefined
          ? `${match[0]} is not an escape: it must be closed with }.`
          : `${match[0]} is no character.`,
      );
      throw new CompactSyntaxError();
    }
    const character =
      point === 0xa ? escapedLineFeed : point === 0xd ? escapedReturn : String.fromCodePoint(point);
    keep(character, match.index, 0);
  }
  keep(normalised.slice(last), last, 1);
  offsets.push(normalised.length);
  return { text, offsets };
}

function isCharacter(point: number): boolean {
  return (
    point === 0x9 ||
    point === 0xa ||
    point === 0xd ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    (point >= 0x10000 && point <= 0x10ffff)
  );
}
