import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/problems/index.js';
import { problemsIn } from '../src/relaxng/derivative-engine.js';
import { loadSchema } from '../src/relaxng/load-schema.js';
import { descendants, parseXml, type XmlElement } from '../src/xml/index.js';
import { isAboutMarked, marked, suggestionsTaken } from './suggestions.js';
import { chapters, documentWith } from './tei-mistakes.js';

// What a message suggests makes its mistake go away: whoever follows it is not told the same again.

const folder = join(import.meta.dirname, '../../shared/tei/4.9.0');
const telegrams = join(import.meta.dirname, '../schemas/telegram.rng');
const file = 'letter.xml';

function schemaOf(name: string) {
  const path = name === 'telegram' ? telegrams : join(folder, `${name}.rng`);
  return loadSchema({ path, file: `${name}.rng` });
}

function problemsOf(text: string, name: string): Problem[] {
  const { document } = parseXml({ file, text });
  return document === undefined ? [] : problemsIn(document, schemaOf(name), name);
}

/** Suggestions that do not help, of all that is said of a document; and how many there were. */
function useless(
  source: string,
  name: string,
): { readonly failed: string[]; readonly taken: number } {
  const failed: string[] = [];
  let taken = 0;
  for (const [index, { message }] of problemsOf(source, name).entries()) {
    const text = marked(source, problemsOf(source, name)[index] as Problem);
    const problem = problemsOf(text, name)[index] as Problem;
    expect(problem.message).toBe(message);
    for (const { suggestion, text: after } of suggestionsTaken(text, problem)) {
      taken++;
      const { document, problems: faults } = parseXml({ file, text: after });
      const same = (one: Problem) =>
        one.code === problem.code && one.message === message && isAboutMarked(after, one);
      if (document === undefined) failed.push(`${suggestion}: ${faults[0]?.message}`);
      else if (problemsOf(after, name).some(same)) failed.push(suggestion);
    }
  }
  return { failed, taken };
}

describe.skipIf(!existsSync(folder)).each(['tei_all', 'tei_lite', 'tei_simplePrint'])(
  'what messages by %s suggest',
  (name) => {
    it.each(chapters)('makes mistakes go away: $title', ({ mistakes }) => {
      for (const mistake of mistakes)
        expect(useless(documentWith(mistake), name).failed).toEqual([]);
    });
  },
);

const jing = spawnSync('jing', ['-v']).error === undefined;

describe.skipIf(!existsSync(folder) || !jing).each(['tei_all', 'tei_lite', 'tei_simplePrint'])(
  'documents mended as messages by %s suggest',
  (name) => {
    it('are valid when jing judges them, where our own engine finds nothing more', () => {
      const place = mkdtempSync(join(tmpdir(), 'imprimatur-mended-'));
      try {
        const mended = chapters
          .flatMap(({ mistakes }) => mistakes)
          .map(documentWith)
          .flatMap((text) =>
            problemsOf(text, name).flatMap((problem) => suggestionsTaken(text, problem)),
          )
          // The one thing in which jing does not follow XML Schema (Part 2, 3.2.8): the end of a day.
          .filter(({ text }) => !text.includes('24:00:00'))
          .filter(({ text }) => {
            const { document, problems } = parseXml({ file, text });
            return document && problems.length === 0 && problemsOf(text, name).length === 0;
          });
        expect(mended.length).toBeGreaterThan(100);
        const files = mended.map(({ text }, index) => {
          const path = join(place, `${index}.xml`);
          writeFileSync(path, text);
          return path;
        });
        const said = spawnSync('jing', ['-i', join(folder, `${name}.rng`), ...files], {
          encoding: 'utf8',
        });
        expect(said.stdout).toBe('');
        expect(said.status).toBe(0);
      } finally {
        rmSync(place, { recursive: true });
      }
    });
  },
);

const sound = readFileSync(join(import.meta.dirname, 'broken/tei/sound.xml'), 'utf8');

/** A document of TEI with a good deal in it. */
const rich = documentWith({
  title: '',
  where: 'body',
  xml: `<head>Telegram</head><div type="letter" n="1"><opener><dateline><date when="1951-01-29">29 January 1951</date></dateline><salute>Dear comrade</salute></opener><p xml:id="p1">To <name type="person" ref="#f">Filippov</name> in <name type="place">Moscow</name>: <q>not yet</q><note place="bottom">So the source.</note></p><list type="gloss"><head>Points</head><item n="1">one <hi>two</hi></item><item>three</item></list><table rows="1"><head>Forces</head><row><cell cols="1">a</cell><cell>b</cell></row></table><lg><l>a line</l><l>another</l></lg><p>as <choice><sic>teh</sic><corr>the</corr></choice> <ref target="#p1">above</ref><lb/>says<figure><head>Seal</head><graphic url="seal.png"/></figure></p><closer><salute>Greetings</salute><signed>Mao</signed></closer></div><div type="letter"><p>more</p></div>`,
});

const names =
  'p div head list item note name date q hi table row cell opener closer salute lg l ref b u ul placeName persName xyz dtae titleStmt listBibl bibl title address addrLine choice figure lb abbr text body'.split(
    ' ',
  );
const attributes =
  'type when n xml:id ref target url cols id lang class tpye href cert xml:lang rend unit'.split(
    ' ',
  );
const values = [
  '',
  '1951',
  '1951-02-30',
  '29.1.1951',
  'a b',
  '1a',
  'hihg',
  'two',
  '-1',
  '#p1',
  '1950-1953',
  'http://a b',
  'en_GB',
];

/** One change that somebody may make by mistake. */
const slip = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom(
    'rename',
    'remove',
    'insert',
    'wrap',
    'unwrap',
    'text',
    'exchange',
    'attribute',
    'value',
  ),
  name: fc.constantFrom(...names),
  attribute: fc.constantFrom(...attributes),
  value: fc.constantFrom(...values),
});

function withSlip(
  text: string,
  { at, kind, name, attribute, value }: typeof slip extends fc.Arbitrary<infer Slip> ? Slip : never,
): string {
  const { document } = parseXml({ file, text });
  if (document === undefined) return text;
  const elements = [...descendants(document)];
  const element = elements[at % elements.length] as XmlElement;
  const { start, end, startTag, endTag } = element;
  const inner = text.slice(startTag.end, endTag?.start ?? startTag.end);
  const replaced = (by: string, from = start, to = end) =>
    text.slice(0, from) + by + text.slice(to);
  switch (kind) {
    case 'rename': {
      const tag = text.slice(start + 1 + element.qname.length, startTag.end);
      return replaced(endTag ? `<${name}${tag}${inner}</${name}>` : `<${name}${tag}`);
    }
    case 'remove':
      return element.parent.kind === 'document' ? text : replaced('');
    case 'insert':
      return replaced(`<${name}/>`, startTag.end, startTag.end);
    case 'wrap':
      return replaced(`<${name}>${text.slice(start, end)}</${name}>`);
    case 'unwrap':
      return element.parent.kind === 'document' ? text : replaced(inner);
    case 'text':
      return endTag ? replaced('loose', startTag.end, startTag.end) : text;
    case 'exchange': {
      const siblings = element.parent.children.filter(
        (one): one is XmlElement => one.kind === 'element',
      );
      const next = siblings[siblings.indexOf(element) + 1];
      return next === undefined
        ? text
        : replaced(
            text.slice(next.start, next.end) + text.slice(end, next.start) + text.slice(start, end),
            start,
            next.end,
          );
    }
    case 'attribute':
      return element.attributes.some(({ qname }) => qname === attribute)
        ? text
        : replaced(` ${attribute}="${value}"`, element.nameSpan.end, element.nameSpan.end);
    case 'value': {
      const given = element.attributes[at % Math.max(1, element.attributes.length)];
      return given === undefined || given.qname.startsWith('xmlns')
        ? text
        : replaced(value, given.valueSpan.start, given.valueSpan.end);
    }
  }
}

const sources = { tei_all: rich, tei_lite: rich, tei_simplePrint: rich, telegram: sound } as const;

describe.each(['tei_all', 'tei_lite', 'tei_simplePrint', 'telegram'] as const)(
  'whatever slip is made, by %s',
  (name) => {
    it.skipIf(name !== 'telegram' && !existsSync(folder))(
      'what is suggested makes it go away',
      () => {
        const source = sources[name];
        let all = 0;
        fc.assert(
          fc.property(fc.array(slip, { minLength: 1, maxLength: 2 }), (slips) => {
            const text = slips.reduce(withSlip, source);
            const { failed, taken } = useless(text, name);
            all += taken;
            expect(failed).toEqual([]);
          }),
          { seed: 29011951, numRuns: 60 },
        );
        expect(all).toBeGreaterThan(40);
      },
    );
  },
);
