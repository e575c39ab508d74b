import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../src/problems/index.js';
import { problemsIn } from '../src/relaxng/derivative-engine.js';
import { loadSchema } from '../src/relaxng/load-schema.js';
import { parseXml } from '../src/xml/index.js';
import { hasJing, jing } from './jing.js';

// Schemas made at random, and documents for each that nearly or wholly fit: nothing crashes, and jing says the same.

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A pattern as it is written in the compact syntax, and how a sample of it is made. */
type Pattern =
  | { readonly kind: 'empty' | 'text' | 'any' }
  | { readonly kind: 'element' | 'attribute'; readonly name: string; readonly content: Pattern }
  | { readonly kind: 'string'; readonly written: string; readonly samples: readonly string[] }
  | { readonly kind: 'list'; readonly content: Pattern }
  | { readonly kind: 'many'; readonly sign: '?' | '*' | '+'; readonly content: Pattern }
  | { readonly kind: 'mixed'; readonly content: Pattern }
  | {
      readonly kind: 'several';
      readonly sign: ',' | '&' | '|';
      readonly parts: readonly Pattern[];
    };

const names = ['a', 'b', 'c', 'd'];

const strings: fc.Arbitrary<Pattern> = fc.constantFrom(
  { kind: 'string', written: 'xsd:integer', samples: ['1', ' -20 ', '1.0', 'x'] },
  { kind: 'string', written: 'xsd:date', samples: ['1951-01-29', '1951-02-29', '1951-01-29Z'] },
  { kind: 'string', written: 'xsd:NCName', samples: ['a', 'a:b', '1', ''] },
  { kind: 'string', written: 'xsd:token { minLength = "2" }', samples: ['ab', ' a b ', 'a', ''] },
  { kind: 'string', written: 'xsd:token - "no"', samples: ['yes', 'no', ' no '] },
  { kind: 'string', written: '"on"', samples: ['on', ' on ', 'off'] },
  { kind: 'string', written: 'xsd:integer "7"', samples: ['7', '007', '8'] },
  { kind: 'string', written: 'string "on"', samples: ['on', ' on'] },
);

const { content: contents } = fc.letrec<{ content: Pattern; words: Pattern }>((tie) => ({
  words: fc.oneof(
    { maxDepth: 2 },
    strings,
    fc.record({
      kind: fc.constant('many' as const),
      sign: fc.constantFrom('?', '*', '+'),
      content: tie('words'),
    }),
    fc.record({
      kind: fc.constant('several' as const),
      sign: fc.constantFrom(',', '|'),
      parts: fc.array(tie('words'), { minLength: 2, maxLength: 3 }),
    }),
  ),
  content: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'content' },
    fc.constantFrom<Pattern>({ kind: 'empty' }, { kind: 'text' }, { kind: 'any' }),
    strings,
    fc.record({ kind: fc.constant('list' as const), content: tie('words') }),
    fc.record({
      kind: fc.constant('attribute' as const),
      name: fc.constantFrom(...names),
      content: fc.oneof(strings, fc.constant<Pattern>({ kind: 'text' })),
    }),
    fc.record({ kind: fc.constant('mixed' as const), content: tie('content') }),
    ...[0, 1, 2].map(() =>
      fc.record({
        kind: fc.constant('element' as const),
        name: fc.constantFrom(...names),
        content: tie('content'),
      }),
    ),
    ...[0, 1].map(() =>
      fc.record({
        kind: fc.constant('many' as const),
        sign: fc.constantFrom('?', '*', '+'),
        content: tie('content'),
      }),
    ),
    ...[0, 1, 2].map(() =>
      fc.record({
        kind: fc.constant('several' as const),
        sign: fc.constantFrom(',', '&', '|'),
        parts: fc.array(tie('content'), { minLength: 2, maxLength: 4 }),
      }),
    ),
  ),
}));

function written(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'empty':
    case 'text':
      return pattern.kind;
    case 'any':
      return 'element * - (a | b | c | d | n:*) { (attribute * { text } | text)* }';
    case 'string':
      return pattern.written;
    case 'element':
    case 'attribute':
      return `${pattern.kind} ${pattern.name} { ${written(pattern.content)} }`;
    case 'list':
    case 'mixed':
      return `${pattern.kind} { ${written(pattern.content)} }`;
    case 'many':
      return `(${written(pattern.content)})${pattern.sign}`;
    case 'several':
      return `(${pattern.parts.map(written).join(` ${pattern.sign} `)})`;
  }
}

/** Numbers that look random and are the same each time (a linear congruential generator). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Sample {
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly string[];
}

/** What would match a pattern, now and then with a slip. */
function sample(pattern: Pattern, random: (below: number) => number): Sample {
  const none: Sample = { attributes: new Map(), content: [] };
  const holding = (text: string): Sample => ({ attributes: new Map(), content: [text] });
  const joined = (samples: readonly Sample[]): Sample => ({
    attributes: new Map(samples.flatMap(({ attributes }) => [...attributes])),
    content: samples.flatMap(({ content }) => content),
  });
  if (random(12) === 0)
    return [none, holding('stray'), holding('<a/>'), holding('<b>x</b>')][random(4)] ?? none;
  switch (pattern.kind) {
    case 'empty':
      return none;
    case 'text':
      return random(3) === 0 ? none : holding(random(2) === 0 ? 'text' : ' ');
    case 'any':
      return holding(random(5) === 0 ? '<a/>' : '<z y="1">t</z>');
    case 'string':
      return holding(pattern.samples[random(4) === 0 ? random(pattern.samples.length) : 0] ?? '');
    case 'list':
      return holding(sample(pattern.content, random).content.join(' '));
    case 'mixed':
      return joined([holding('some '), sample(pattern.content, random), holding(' text')]);
    case 'attribute': {
      const value = sample(pattern.content, random).content.join('').replaceAll(/[<>]/g, '');
      return { attributes: new Map([[pattern.name, value]]), content: [] };
    }
    case 'element':
      return holding(element(pattern.name, sample(pattern.content, random)));
    case 'many': {
      const least = pattern.sign === '+' ? 1 : 0;
      const times = pattern.sign === '?' ? random(2) : least + random(3);
      return joined(Array.from({ length: times }, () => sample(pattern.content, random)));
    }
    case 'several': {
      const { parts, sign } = pattern;
      if (sign === '|') return sample(parts[random(parts.length)] ?? pattern, random);
      const samples = parts.map((part) => sample(part, random));
      if (sign === ',') return joined(samples);
      const { attributes, content } = joined(samples);
      return { attributes, content: shuffled(content, random) };
    }
  }
}

function shuffled(items: readonly string[], random: (below: number) => number): string[] {
  const left = [...items];
  return items.map(() => left.splice(random(left.length), 1)[0] ?? '');
}

function element(name: string, { attributes, content }: Sample): string {
  const given = [...attributes].map(([attribute, value]) => ` ${attribute}="${value}"`);
  return `<${name}${given.join('')}>${content.join('')}</${name}>`;
}

const head = 'namespace n = "urn:n"\n';

function accepted(schema: string, file: string): boolean {
  const path = join(folder, file);
  writeFileSync(path, schema);
  try {
    loadSchema({ path, file });
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** So many schemas are made one, each with a root of its own, so that jing is asked once; of more it loses count. */
const together = 150;

/** Whether documents by some schemas are valid, on which jing must agree. */
function compared(patterns: readonly Pattern[], random: (below: number) => number): boolean[] {
  const path = join(folder, 'all.rnc');
  const start = patterns.map((pattern, index) => `  element r${index} { ${written(pattern)} }`);
  writeFileSync(path, `${head}start =\n${start.join(' |\n')}\n`);
  const schema = loadSchema({ path, file: 'all.rnc' });
  const documents = patterns.flatMap((pattern, index) =>
    Array.from({ length: 8 }, (_, nth) => {
      const file = join(folder, `${index}-${nth}.xml`);
      const text = element(`r${index}`, sample(pattern, random));
      writeFileSync(file, text);
      return { file, text, pattern };
    }),
  );
  const said = jing(
    path,
    documents.map(({ file }) => file),
  );
  return documents.map(({ file, text, pattern }) => {
    const { document } = parseXml({ file, text });
    if (document === undefined) throw new Error(`${text} is not well-formed`);
    const problems = problemsIn(document, schema, 'all.rnc');
    const errors = said.get(file) ?? [];
    const about = [text, written(pattern), errors[0]?.message];
    expect([problems.length > 0, ...about]).toEqual([errors.length > 0, ...about]);
    return problems.length === 0;
  });
}

describe.skipIf(!hasJing)('schemas made at random', () => {
  const worthwhile = contents.filter((pattern) => written(pattern).length > 50);
  const patterns = fc.sample(worthwhile, { numRuns: 800, seed: 1951 });

  it('judge documents as jing judges them', { timeout: 240_000 }, () => {
    const correct = patterns.filter((pattern, index) =>
      accepted(`${head}start = element r { ${written(pattern)} }`, `one-${index}.rnc`),
    );
    expect(correct.length).toBeGreaterThan(300);
    const random = numbersFrom(1951);
    let valid = 0;
    let all = 0;
    for (let first = 0; first < correct.length; first += together) {
      const judged = compared(correct.slice(first, first + together), random);
      valid += judged.filter((one) => one).length;
      all += judged.length;
    }
    // Both verdicts occur often enough for the comparison to mean something.
    expect(valid).toBeGreaterThan(all / 10);
    expect(valid).toBeLessThan((all * 9) / 10);
  });

  it('are correct where jing finds them correct', { timeout: 120_000 }, () => {
    const wrong = patterns.flatMap((pattern, index) => {
      const file = `two-${index}.rnc`;
      return accepted(`${head}start = element r { ${written(pattern)} }`, file) ? [] : [file];
    });
    for (const file of wrong.slice(0, 6)) {
      const run = spawnSync('jing', ['-i', '-c', join(folder, file)], { encoding: 'utf8' });
      expect([file, run.stdout]).toEqual([file, expect.stringContaining('error: ')]);
    }
  });
});
