import type { Chance } from './chance.js';

// Strings that a pattern facet allows (XML Schema Part 2, appendix F): branches, groups, classes of
// characters with ranges, the escapes \s and \S, single escapes, and quantifiers.

type Part =
  | { readonly kind: 'characters'; readonly ranges: readonly (readonly [number, number])[] }
  | { readonly kind: 'branches'; readonly branches: readonly (readonly Part[])[] }
  | {
      readonly kind: 'repeat';
      readonly part: Part;
      readonly least: number;
      readonly most: number;
    };

/** A string that the facet allows; ends of ranges and of repetitions come up often. */
export function stringFor(facet: string, by: Chance): string {
  return write(parse(facet), by);
}

function write(part: Part, by: Chance): string {
  switch (part.kind) {
    case 'characters': {
      const [first, last] = by.oneOf(part.ranges);
      return String.fromCodePoint(
        by.oneOf([first, last, first + by.below(last - first + 1)] as const),
      );
    }
    case 'branches':
      return by
        .oneOf(part.branches)
        .map((each) => write(each, by))
        .join('');
    case 'repeat': {
      const most = Math.min(part.most, part.least + 3);
      const times = by.oneOf([
        part.least,
        Number.isFinite(part.most) ? part.most : most,
        part.least + by.below(most - part.least + 1),
      ]);
      return Array.from({ length: times }, () => write(part.part, by)).join('');
    }
  }
}

function parse(facet: string): Part {
  const characters = [...facet];
  let at = 0;
  const expect = (character: string): void => {
    if (characters[at] !== character) throw new Error(`“${character}” expected at ${at}: ${facet}`);
    at += 1;
  };

  const branches = (): Part => {
    const found: Part[][] = [[]];
    while (at < characters.length && characters[at] !== ')') {
      if (characters[at] === '|') {
        at += 1;
        found.push([]);
      } else {
        found.at(-1)?.push(quantified());
      }
    }
    return { kind: 'branches', branches: found };
  };

  const quantified = (): Part => {
    const part = atom();
    const quantifier = characters[at];
    if (quantifier === '?' || quantifier === '*' || quantifier === '+') {
      at += 1;
      return {
        kind: 'repeat',
        part,
        least: quantifier === '+' ? 1 : 0,
        most: quantifier === '?' ? 1 : Number.POSITIVE_INFINITY,
      };
    }
    if (quantifier !== '{') return part;
    const end = characters.indexOf('}', at);
    const [least = '0', most = least] = characters
      .slice(at + 1, end)
      .join('')
      .split(',');
    at = end + 1;
    return { kind: 'repeat', part, least: Number(least), most: Number(most) };
  };

  const atom = (): Part => {
    const character = characters[at];
    if (character === '(') {
      at += 1;
      const part = branches();
      expect(')');
      return part;
    }
    if (character === '[') return characterClass();
    if (character === '.') {
      at += 1;
      return { kind: 'characters', ranges: [span(' ', '~'), span('가', '힣')] };
    }
    return { kind: 'characters', ranges: single() };
  };

  const single = (): (readonly [number, number])[] => {
    const character = characters[at] ?? '';
    at += 1;
    if (character !== '\\') return [span(character, character)];
    const escaped = characters[at] ?? '';
    at += 1;
    if (escaped === 's') return [span(' ', ' ')];
    if (escaped === 'S') return [span('!', '~'), span('가', '힣')];
    return [span(escaped, escaped)];
  };

  const characterClass = (): Part => {
    expect('[');
    const negative = characters[at] === '^';
    if (negative) at += 1;
    const ranges: (readonly [number, number])[] = [];
    while (characters[at] !== ']') {
      const from = single();
      if (characters[at] === '-' && characters[at + 1] !== ']') {
        at += 1;
        ranges.push([from[0]?.[0] ?? 0, single()[0]?.[0] ?? 0]);
      } else {
        ranges.push(...from);
      }
    }
    at += 1;
    return { kind: 'characters', ranges: negative ? outside(ranges) : ranges };
  };

  const whole = branches();
  if (at < characters.length)
    throw new Error(`“${characters[at]}” at ${at} is not known: ${facet}`);
  return whole;
}

/** The letters of ASCII, one by one, that lie in none of the ranges. */
function outside(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return Array.from({ length: 0x7f - 0x21 }, (_, index) => 0x21 + index)
    .filter((code) => !ranges.some(([first, last]) => code >= first && code <= last))
    .map((code) => [code, code] as const);
}

function span(first: string, last: string): readonly [number, number] {
  return [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
}
