import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chance } from './schema/chance.js';
import { embeddedRules } from './schema/embedded-rules.js';
import {
  allPatterns,
  type Grammar,
  type NamedPattern,
  namesInContent,
  type Pattern,
  readGrammar,
} from './schema/grammar.js';
import {
  jing,
  lacking,
  schemaText,
  teiSchema,
  telegramSchema,
  type Verdicts,
  withDocuments,
  xmllint,
} from './schema/judges.js';
import { mutantsOf, unchanged } from './schema/mutants.js';
import { sampler } from './schema/sampler.js';

const sources = resolve(import.meta.dirname, '../tei');
const encoding = new Map(
  readdirSync(sources)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => [name, readFileSync(join(sources, name), 'utf8')]),
);
const schema = schemaText(telegramSchema);
const grammar = readGrammar(schema);

if (lacking !== undefined) console.warn(`The schema is not held against TEI's: ${lacking}.`);

describe('the schema by itself', () => {
  it('governs edition documents and registers, told apart by what follows the header', () => {
    const tei = grammar.definitions.get('TEI') as NamedPattern;
    const children = [...namesInContent(grammar, tei.children)]
      .filter(({ kind }) => kind === 'element')
      .map(({ name }) => name);
    expect(children).toEqual(['teiHeader', 'text', 'standOff']);
    expect(grammar.definitions.get('edition')).toEqual({ kind: 'ref', name: 'text' });
    expect(grammar.definitions.get('register')).toEqual({ kind: 'ref', name: 'standOff' });
  });

  it('has a gloss on every element, every attribute and every value', () => {
    const bare = [...allPatterns(grammar)].flatMap((pattern) => {
      if (pattern.kind !== 'element' && pattern.kind !== 'attribute' && pattern.kind !== 'value') {
        return [];
      }
      const gloss = pattern.documentation ?? '';
      return /^[A-Z].*[.”]$/s.test(gloss) ? [] : [`${label(pattern)}: ${gloss}`];
    });
    expect(bare).toEqual([]);
  });

  it('has one pattern for a name in any one content model', () => {
    expect(rivals(grammar)).toEqual([]);
  });

  it('would not pass with two', () => {
    const competing = readGrammar(`<grammar xmlns="http://relaxng.org/ns/structure/1.0">
      <start><element name="a"><ref name="b"/><element name="b"><empty/></element></element></start>
      <define name="b"><element name="b"><text/></element></define>
    </grammar>`);
    expect(rivals(competing)).toEqual(['element b in a']);
  });

  it('defines nothing that is not used', () => {
    const used = new Set(
      [...allPatterns(grammar)].flatMap((each) => (each.kind === 'ref' ? [each.name] : [])),
    );
    expect([...grammar.definitions.keys()].filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('the rules in the schema', () => {
  const rules = embeddedRules(schema);
  const telegram = encoding.get('telegram-112096.xml') ?? '';
  const places = encoding.get('places.xml') ?? '';

  it('are kept by the encoding', () => {
    expect(rules.count).toBe(13);
    for (const text of encoding.values()) expect(rules.check(text)).toEqual([]);
  });

  it.each([
    [telegram, 'type="main"', 'type="sub"', 'A file has one main title, not 0.'],
    [telegram, ' cert="medium" resp="#encoder"', ' cert="medium"', '“cert” says how sure'],
    [telegram, 'type="point" n="3"', 'type="point"', 'A point has its number in “n”.'],
    [telegram, '<label>3.</label>', '3.', 'A point opens with its numeral'],
    [telegram, 'n="3"', 'n="4"', "The point's “n” is “4”, but its label says “3.”."],
    [
      telegram,
      '<p xml:id="situation">',
      '$&<label>1.</label>',
      'A label is the numeral of a point',
    ],
    [telegram, 'type="request"', 'type="request" n="10"', 'A request has no number'],
    [telegram, 'unit="km"', 'unit="days"', '“days” is no unit of a distance: take km.'],
    [telegram, 'unit="troops"', 'unit="km"', '“km” is no unit of a count'],
    [telegram, 'unit="months"', 'unit="km"', '“km” is no unit of a duration'],
    [telegram, 'atLeast="15"', 'atLeast="30"', 'The lower end of the range, 30, lies below'],
    [places, '37.566 126.9784', '37.566 126.9784 37 126', 'A point has one latitude'],
    [places, 'type="point" source', 'type="course" source', 'A course has two points or more.'],
  ])('are broken, each by what it is about (%#)', (text, good, bad, message) => {
    const broken = text.replace(good, bad);
    expect(broken).not.toBe(text);
    expect(rules.check(broken).join('\n')).toContain(message);
  });
});

describe.skipIf(lacking !== undefined)('the schema and TEI’s own', { timeout: 240_000 }, () => {
  it('what it accepts, tei_all and the rules in it accept', async () => {
    const from = sampler(grammar, chance(112096));
    const samples = new Map<string, string>();
    while (samples.size < 400 || from.missing().length > 0) {
      samples.set(`sample-${samples.size}.xml`, from.sample());
      if (samples.size > 4000) throw new Error(`Never sampled: ${from.missing().map(label)}`);
    }
    const names = [...samples.keys()];
    await withDocuments(samples, (folder) => {
      expect(refused(jing(folder, telegramSchema, names))).toEqual([]);
      expect(refused(xmllint(folder, telegramSchema, names))).toEqual([]);
      expect(refused(jing(folder, teiSchema, names))).toEqual([]);
    });

    const rules = embeddedRules(schemaText(teiSchema));
    for (const text of [...samples.values()].slice(0, 80)) expect(rules.check(text)).toEqual([]);
  });

  it('what tei_all rejects, it rejects; and libxml2 names the line that jing names', async () => {
    const by = chance(19510129);
    const from = sampler(grammar, chance(45_1_337));
    const mutants = new Map(
      [
        ...[...encoding].flatMap(([name, text]) =>
          mutantsOf(text, name.startsWith('telegram') ? 260 : 91, by),
        ),
        ...Array.from({ length: 40 }, () => mutantsOf(from.sample(), 13, by)).flat(),
      ].map((mutant, index) => [`mutant-${index}.xml`, mutant]),
    );
    const documents = new Map([...mutants].map(([name, { text }]) => [name, text]));
    for (const [name, text] of encoding) documents.set(name, unchanged(text));
    const names = [...documents.keys()];

    await withDocuments(documents, (folder) => {
      const tei = jing(folder, teiSchema, names);
      const ours = jing(folder, telegramSchema, names);
      const libxml2 = xmllint(folder, telegramSchema, names);
      const about = (name: string) => `${name}: ${mutants.get(name)?.change ?? 'unchanged'}`;

      expect([...encoding.keys()].filter((name) => tei.has(name) || ours.has(name))).toEqual([]);
      expect(refused(new Map([...tei].filter(([name]) => !ours.has(name))))).toEqual([]);
      expect(names.filter((name) => ours.has(name) !== libxml2.has(name)).map(about)).toEqual([]);

      const elsewhere = [...mutants].filter(([name, mutant]) => {
        const lines = ours.get(name)?.map(({ line }) => line);
        if (lines === undefined || !mutant.local) return false;
        const line = libxml2.get(name)?.[0]?.line;
        // Of an attribute that is wrong, libxml2 may name the line of the element's first child.
        return line === undefined || !(lines.includes(line) || lines.includes(line - 1));
      });
      expect(elsewhere.map(([name]) => about(name))).toEqual([]);

      // The mutants put both schemas to the test: TEI refuses many, the series still more of them.
      expect(tei.size).toBeGreaterThan(400);
      expect(ours.size).toBeGreaterThan(tei.size + 150);
      expect(ours.size).toBeLessThan(names.length);
      for (const change of new Set([...mutants.values()].map((mutant) => mutant.change))) {
        const of = [...mutants].filter(([, mutant]) => mutant.change === change);
        expect(of.filter(([name]) => tei.has(name)).length, change).toBeGreaterThan(2);
      }
    });
  });
});

/** Names that have two patterns in one content model. */
function rivals(of: Grammar): string[] {
  const models: [string, readonly Pattern[]][] = [['the start', [of.start]]];
  for (const pattern of allPatterns(of)) {
    if (pattern.kind === 'element') models.push([pattern.name, pattern.children]);
  }
  return models.flatMap(([where, content]) => {
    const labels = [...namesInContent(of, content)].map(label);
    return [...new Set(labels.filter((each, index) => labels.indexOf(each) !== index))].map(
      (each) => `${each} in ${where}`,
    );
  });
}

function label(pattern: Pattern): string {
  if (pattern.kind === 'element' || pattern.kind === 'attribute') {
    return `${pattern.kind} ${pattern.name}`;
  }
  return pattern.kind === 'value' ? `value ${pattern.value}` : pattern.kind;
}

/** Which documents were refused that should not be, and why. */
function refused(verdicts: Verdicts): string[] {
  return [...verdicts].map(([name, reasons]) => `${name}: ${reasons[0]?.message}`);
}
