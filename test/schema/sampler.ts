import type { Chance } from './chance.js';
import { valueFor } from './datatypes.js';
import { allPatterns, definitionOf, type Grammar, type Pattern } from './grammar.js';

const namespace = 'http://www.tei-c.org/ns/1.0';
const texts = ['', ' ', 'words', 'a & b < c', '서울', '\n  ', '“Comrade'];

/** Documents that a grammar accepts. Each goes for a pattern that none has come to before. */
export interface Sampler {
  /** The next document. */
  sample(): string;
  /** Elements, attributes, values and data that no document has come to yet. */
  missing(): Pattern[];
}

/** What is being written: attributes go to the element that is open, content after them. */
interface Writing {
  readonly attributes: Map<string, string>;
  readonly content: string[];
}

/** A sampler over a grammar. What it makes follows from the seed in `by` alone. */
export function sampler(grammar: Grammar, by: Chance): Sampler {
  const wanted = new Set(
    [...allPatterns(grammar)].filter(({ kind }) =>
      ['element', 'attribute', 'value', 'data', 'text'].includes(kind),
    ),
  );
  const turns = new Map<Pattern, number>();
  const sizes = smallest(grammar);

  const sample = (): string => {
    const goal = wanted.values().next().value;
    const distance = goal === undefined ? new Map<Pattern, number>() : distancesTo(grammar, goal);
    const identifiers = new Set<string>();
    let room = 60;

    const far = (pattern: Pattern): number => distance.get(pattern) ?? Number.POSITIVE_INFINITY;
    const nearest = (patterns: readonly Pattern[]): Pattern | undefined =>
      patterns.reduce<Pattern | undefined>(
        (best, each) => (far(each) < (best ? far(best) : Number.POSITIVE_INFINITY) ? each : best),
        undefined,
      );

    const value = (pattern: Extract<Pattern, { kind: 'data' }>): string => {
      const turn = turns.get(pattern) ?? 0;
      turns.set(pattern, turn + 1);
      let found = valueFor(pattern, turn, by);
      if (pattern.type !== 'ID') return found;
      while (identifiers.has(found)) found += `-${identifiers.size}`;
      identifiers.add(found);
      return found;
    };

    /** Writes what a pattern allows; `onTheWay` is true on the way to the goal. */
    const write = (pattern: Pattern, into: Writing, onTheWay: boolean): void => {
      wanted.delete(pattern);
      const towards = onTheWay && pattern !== goal;
      switch (pattern.kind) {
        case 'element': {
          room -= 1;
          const inner: Writing = { attributes: new Map(), content: [] };
          sequence(pattern.children, inner, towards);
          const attributes = [...inner.attributes].map(
            ([name, text]) => ` ${name}="${escaped(text)}"`,
          );
          into.content.push(`<${pattern.name}${attributes.join('')}>`, ...inner.content);
          into.content.push(`</${pattern.name}>`);
          return;
        }
        case 'attribute': {
          const inner: Writing = { attributes: new Map(), content: [] };
          sequence(pattern.children, inner, towards);
          into.attributes.set(pattern.name, unescaped(inner.content.join('')));
          return;
        }
        case 'group':
          sequence(pattern.children, into, towards);
          return;
        case 'list': {
          const tokens: string[] = [];
          for (const child of pattern.children) {
            const inner: Writing = { attributes: new Map(), content: [] };
            write(child, inner, towards);
            tokens.push(...inner.content);
          }
          into.content.push(tokens.join(by.oneOf([' ', '\n', '  '])));
          return;
        }
        case 'choice': {
          const next = towards ? nearest(pattern.children) : undefined;
          const small = pattern.children.filter(
            (each) => size(each) === Math.min(...pattern.children.map(size)),
          );
          const taken = next ?? by.oneOf(room > 0 ? pattern.children : small);
          write(taken, into, taken === next);
          return;
        }
        case 'optional':
        case 'zeroOrMore':
        case 'oneOrMore': {
          const least = pattern.kind === 'oneOrMore' ? 1 : 0;
          const most = pattern.kind === 'optional' ? 1 : 3;
          const leads = towards && Number.isFinite(Math.min(...pattern.children.map(far)));
          const times = room > 0 ? least + by.below(most - least + 1) : least;
          const steered = by.below(Math.max(times, 1));
          for (let time = 0; time < Math.max(times, leads ? 1 : 0); time += 1) {
            sequence(pattern.children, into, leads && time === steered);
          }
          return;
        }
        case 'ref':
          write(definitionOf(grammar, pattern.name), into, towards);
          return;
        case 'data':
          into.content.push(escaped(value(pattern)));
          return;
        case 'value':
          into.content.push(escaped(pattern.value));
          return;
        case 'text':
          into.content.push(escaped(by.oneOf(texts)));
          return;
        case 'empty':
          return;
      }
    };

    const sequence = (patterns: readonly Pattern[], into: Writing, towards: boolean): void => {
      const next = towards ? nearest(patterns) : undefined;
      for (const each of patterns) write(each, into, each === next);
    };

    const size = (pattern: Pattern): number => sizes.get(pattern) ?? Number.POSITIVE_INFINITY;

    const whole: Writing = { attributes: new Map(), content: [] };
    write(grammar.start, whole, goal !== undefined);
    return whole.content.join('').replace('<TEI', `<TEI xmlns="${namespace}"`);
  };

  return { sample, missing: () => [...wanted] };
}

/** How far each pattern is from one of them, through content and references. */
function distancesTo(grammar: Grammar, goal: Pattern): Map<Pattern, number> {
  const parents = new Map<Pattern, Pattern[]>();
  for (const pattern of allPatterns(grammar)) {
    for (const child of below(grammar, pattern)) {
      parents.set(child, [...(parents.get(child) ?? []), pattern]);
    }
  }
  const distance = new Map<Pattern, number>([[goal, 0]]);
  for (const pattern of distance.keys()) {
    for (const parent of parents.get(pattern) ?? []) {
      if (!distance.has(parent)) distance.set(parent, (distance.get(pattern) ?? 0) + 1);
    }
  }
  return distance;
}

/** How many elements the smallest thing has that each pattern allows. */
function smallest(grammar: Grammar): Map<Pattern, number> {
  const sizes = new Map<Pattern, number>();
  const size = (pattern: Pattern): number => sizes.get(pattern) ?? Number.POSITIVE_INFINITY;
  const all = [...allPatterns(grammar)];
  let changed = true;
  while (changed) {
    changed = false;
    for (const pattern of all) {
      const inside = below(grammar, pattern).map(size);
      const sum = inside.reduce((total, each) => total + each, 0);
      const found =
        pattern.kind === 'choice'
          ? Math.min(...inside)
          : pattern.kind === 'optional' || pattern.kind === 'zeroOrMore'
            ? 0
            : sum + (pattern.kind === 'element' ? 1 : 0);
      if (found < size(pattern)) {
        sizes.set(pattern, found);
        changed = true;
      }
    }
  }
  return sizes;
}

function below(grammar: Grammar, pattern: Pattern): readonly Pattern[] {
  if (pattern.kind === 'ref') return [definitionOf(grammar, pattern.name)];
  return 'children' in pattern ? pattern.children : [];
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
