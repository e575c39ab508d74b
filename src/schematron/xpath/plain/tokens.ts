import { NotPlain } from './items.js';

/** A piece of an expression. */
export interface Token {
  /** A name, `p:name`, `p:*` or `*:name`; an axis with its `::` taken off; a text; a number; any other sign. */
  readonly kind: 'name' | 'axis' | 'text' | 'number' | 'sign' | 'end';
  readonly text: string;
}

const ncName = '[\\p{L}_][\\p{L}\\p{N}_.·-]*';
const pieces = new RegExp(
  [
    `(?<axis>${ncName})\\s*::`,
    `(?<name>\\*:${ncName}|${ncName}(?::(?:${ncName}|\\*))?)`,
    '(?<text>"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\')',
    '(?<number>\\d+)(?![\\p{L}\\d.])',
    '(?<sign>//|\\.\\.|<<|>>|<=|>=|!=|\\|\\||:=|[/.@$()[\\],|*+=<>!-])',
  ].join('|'),
  'uy',
);
const space = /[\t\n\r ]*/y;

/**
 * An expression in pieces (XPath 3.1, A.2).
 *
 * @throws NotPlain where a piece is none of those that plain expressions have
 */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = skip(expression, 0); at < expression.length; at = skip(expression, at)) {
    // A comment, which may hold others.
    if (expression.startsWith('(:', at)) throw new NotPlain();
    pieces.lastIndex = at;
    const groups = pieces.exec(expression)?.groups;
    if (groups === undefined) throw new NotPlain();
    for (const kind of ['axis', 'name', 'text', 'number', 'sign'] as const) {
      const text = groups[kind];
      if (text !== undefined) tokens.push({ kind, text: kind === 'text' ? unquoted(text) : text });
    }
    at = pieces.lastIndex;
  }
  return tokens;
}

function skip(expression: string, at: number): number {
  space.lastIndex = at;
  space.test(expression);
  return space.lastIndex;
}

function unquoted(text: string): string {
  const quote = text[0] ?? '';
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}
