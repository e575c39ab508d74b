import { WrongExpression } from './wrong-expression.js';

/**
 * A set as xspattern is to read it. XML Schema 1.0 takes `\\i` and `\\c` from the second edition of XML, in whose names
 * no character beyond U+FFFF may stand, and knows no blocks of surrogates, which are not characters (F.1).
 */
export function inSchemaTerms(written: string): string {
  if (surrogateBlock.test(written)) throw new WrongExpression(`${written} names no characters`);
  return written.replace(/\\[\s\S]/g, (escaped) => {
    const ranges = nameRanges.get(escaped);
    return ranges === undefined ? escaped : written.startsWith('[') ? ranges : `[${ranges}]`;
  });
}

const surrogateBlock = /\\[pP]\{Is(?:High|HighPrivateUse|Low)Surrogates\}/;

const initial =
  ':A-Z_a-z\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{2ff}\u{370}-\u{37d}\u{37f}-\u{1fff}\u{200c}-\u{200d}\u{2070}-\u{218f}' +
  '\u{2c00}-\u{2fef}\u{3001}-\u{d7ff}\u{f900}-\u{fdcf}\u{fdf0}-\u{fffd}';
const more = '\\-.0-9\u{b7}\u{300}-\u{36f}\u{203f}-\u{2040}';
const nameRanges = new Map([
  ['\\i', initial],
  ['\\c', initial + more],
  ['\\I', complement(initial)],
  ['\\C', complement(initial + more)],
]);

/** The ranges of all characters that are in none of some ranges. */
function complement(ranges: string): string {
  const covered = [...ranges.matchAll(/(\\?.)(?:-(.))?/gsu)]
    .map(([, first = '', last]) => {
      const low = first.replace('\\', '').codePointAt(0) ?? 0;
      return { low, high: last?.codePointAt(0) ?? low };
    })
    .sort((a, b) => a.low - b.low);
  let next = 1;
  let result = '';
  for (const { low, high } of [...covered, { low: 0x110000, high: 0x110000 }]) {
    if (low > next) result += `${character(next)}-${character(low - 1)}`;
    next = Math.max(next, high + 1);
  }
  return result;
}

/** A character as it may stand in a range. */
function character(point: number): string {
  const written = String.fromCodePoint(point);
  return '[]\\-^'.includes(written) ? `\\${written}` : written;
}
