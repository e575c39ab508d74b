import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  decodeSource,
  descendants,
  parseXml,
  positionAt,
  readSource,
  type Span,
  type XmlDocument,
  type XmlElement,
} from '../xml/index.js';
import { loadSchema } from './load-schema.js';
import { type Mistake, validateDocument } from './validation/index.js';

// jing as an oracle, over TEI's schemas and documents beside the project, and over documents broken at random.

const shared = new URL('../../../shared/', import.meta.url).pathname;
const jingIsThere = spawnSync('jing', ['-v']).error === undefined;
const present = existsSync(`${shared}tei/4.9.0/tei_all.rng`) && jingIsThere;

interface JingError {
  readonly line: number;
  readonly message: string;
}

/** What jing says of files, by their names. It stops at what it cannot read, so that comes by itself. */
function jing(schema: string, files: readonly string[]): Map<string, JingError[]> {
  const run = spawnSync('jing', ['-i', schema, ...files], { maxBuffer: 2 ** 29, encoding: 'utf8' });
  const said = new Map<string, JingError[]>(files.map((file) => [file, []]));
  for (const line of run.stdout.split('\n')) {
    const match = /^(.*?):(\d+):\d+: error: (.*)$/.exec(line);
    const errors = said.get(match?.[1] ?? '');
    if (match === null || errors === undefined) continue;
    const error = { line: Number(match[2]), message: match[3] ?? '' };
    // Inside an element that it does not know, jing repeats itself.
    if (errors.at(-1)?.message !== error.message) errors.push(error);
  }
  return said;
}

/** What a mistake is about, which it tells only until the next. */
interface Found {
  readonly kind: Mistake['kind'];
  readonly element: XmlElement;
  readonly span: Span | undefined;
}

function mistakesIn(document: XmlDocument, schemaPath: string): Found[] {
  const mistakes: Found[] = [];
  const schema = loadSchema({ path: schemaPath, file: basename(schemaPath) });
  validateDocument(document, schema, (mistake) =>
    mistakes.push({
      kind: mistake.kind,
      element: 'element' in mistake ? mistake.element : mistake.parent.element,
      span: 'span' in mistake ? mistake.span : undefined,
    }),
  );
  return mistakes;
}

/** The errors of jing that none of our mistakes accounts for. */
function unaccounted(document: XmlDocument, mistakes: readonly Found[], errors: JingError[]) {
  const line = (offset: number) => positionAt(document.source, offset).line;
  const lines = new Set<number>();
  const refused: [number, number][] = [];
  for (const { kind, element, span } of mistakes) {
    for (let at = line(element.start); at <= line(element.startTag.end); at++) lines.add(at);
    if (span !== undefined) lines.add(line(span.end));
    // Where something was refused, what is missing at the end may be a consequence.
    const { parent } = element;
    for (const ending of parent.kind === 'element' ? [element, parent] : [element])
      lines.add(line(ending.end));
    if (kind.endsWith('-element') || kind === 'too-early')
      refused.push([line(element.start), line(element.end)]);
  }
  return errors.filter(
    (error) =>
      !lines.has(error.line) &&
      !refused.some(([from, to]) => error.line >= from && error.line <= to),
  );
}

const schemas = ['tei_all', 'tei_lite', 'tei_simplePrint'];
/** Documents that name a DTD which is not there: jing reads them no further. */
const withoutDtd = ['testchinese', 'testcorpus', 'testdrama', 'testminimal'];

describe.skipIf(!present)('documents of TEI are judged as jing judges them', () => {
  const documents = ['corpus/letters/editions/', 'corpus/tei-tests/'].flatMap((folder) =>
    present
      ? readdirSync(`${shared}${folder}`)
          .filter((name) => name.endsWith('.xml') && !withoutDtd.includes(basename(name, '.xml')))
          .map((name) => `${shared}${folder}${name}`)
      : [],
  );

  it.each(schemas)('by %s', { timeout: 120_000 }, (name) => {
    const schema = `${shared}tei/4.9.0/${name}.rng`;
    const said = jing(schema, documents);
    for (const path of documents) {
      const { document } = parseXml(readSource(path, basename(path)));
      if (document === undefined) throw new Error(`${path} is not well-formed`);
      const mistakes = mistakesIn(document, schema);
      const errors = said.get(path) ?? [];
      expect([path, mistakes.length > 0]).toEqual([path, errors.length > 0]);
      expect([path, unaccounted(document, mistakes, errors)]).toEqual([path, []]);
    }
  });
});

/** Numbers that look random and are the same each time (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A document with one thing changed that may or may not break it. */
function mutate(document: XmlDocument, random: (below: number) => number): string {
  const { text } = document.source;
  const elements = [...descendants(document)].slice(1);
  const pick = () => elements[random(elements.length)] as XmlElement;
  const element = pick();
  const other = pick();
  const replace = (start: number, end: number, by: string) =>
    `${text.slice(0, start)}${by}${text.slice(end)}`;
  const attribute = element.attributes[0];
  switch (random(7)) {
    case 0:
      return replace(element.start, element.end, '');
    case 1:
      return replace(element.end, element.end, text.slice(element.start, element.end));
    case 2:
      return replace(element.startTag.end, element.startTag.end, element.endTag ? 'stray ' : '');
    case 3: {
      const named = replace(element.nameSpan.start, element.nameSpan.end, other.qname);
      const shift = other.qname.length - element.qname.length;
      if (element.endTag === undefined) return named;
      const end = element.endTag.start + shift + 2;
      return `${named.slice(0, end)}${other.qname}${named.slice(end + element.qname.length)}`;
    }
    case 4:
      return attribute === undefined
        ? replace(element.nameSpan.end, element.nameSpan.end, ' when="1892-02-30"')
        : replace(attribute.start, attribute.end, '');
    case 5:
      return attribute === undefined
        ? replace(element.nameSpan.end, element.nameSpan.end, ' rend="odd one"')
        : replace(attribute.valueSpan.start, attribute.valueSpan.end, 'a b  c');
    default:
      return replace(element.start, element.start, text.slice(other.start, other.end));
  }
}

describe.skipIf(!present)('documents broken at random are judged as jing judges them', () => {
  const originals = ['relateditem', 'testnames', 'testplace', 'testtranscr'];

  it.each(originals)('%s', { timeout: 120_000 }, (name) => {
    const schema = `${shared}tei/4.9.0/tei_all.rng`;
    const path = `${shared}corpus/tei-tests/${name}.xml`;
    const { document } = parseXml(readSource(path, name));
    if (document === undefined) throw new Error(`${path} is not well-formed`);
    const random = numbers(name.length * 7919);
    const folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
    try {
      const files = Array.from({ length: 150 }, (_, index) => {
        const file = join(folder, `${index}.xml`);
        writeFileSync(file, mutate(document, random));
        return file;
      });
      const said = jing(schema, files);
      for (const file of files) {
        const source = readSource(file, file);
        const broken = parseXml(decodeSource(Buffer.from(source.text), file)).document;
        if (broken === undefined) throw new Error(`${file} is not well-formed`);
        const mistakes = mistakesIn(broken, schema);
        const errors = said.get(file) ?? [];
        expect([source.text, mistakes.length > 0]).toEqual([source.text, errors.length > 0]);
        const [first] = errors;
        if (first !== undefined)
          expect([file, unaccounted(broken, mistakes, [first])]).toEqual([file, []]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
