import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { printEdition } from '../src/editions/print.js';
import { Failure } from '../src/problems/index.js';
import { builtInTransformer, readTei, sourceOf, telegramInput } from './telegram-input.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const archivePage = resolve(import.meta.dirname, '../../shared/source/wilson-center-112096.txt');
/** Poppler reads the PDF back (Debian: poppler-utils); where it is absent, what needs it is skipped. */
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'imprimatur-print-'));
const pdf = join(folder, 'telegram-112096.pdf');
const messages: string[] = [];
const transformer = builtInTransformer(messages);

beforeAll(async () => {
  writeFileSync(pdf, await pdfOf());
});

afterAll(() => rmSync(folder, { recursive: true }));

async function pdfOf(change?: (text: string) => string): Promise<Uint8Array> {
  const files = await printEdition.make(telegramInput(transformer, change));
  expect(files.map(({ path }) => path)).toEqual(['telegram-112096.pdf']);
  return files[0]?.content as Uint8Array;
}

async function failureOf(change: (text: string) => string): Promise<Failure> {
  const failure = await pdfOf(change).catch((error: unknown) => error);
  if (!(failure instanceof Failure)) throw new Error(`no Failure: ${String(failure)}`);
  return failure;
}

function read(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function textIn(bytes: Uint8Array): string {
  const file = join(folder, 'other.pdf');
  writeFileSync(file, bytes);
  return folded(read('pdftotext', file, '-'));
}

const folded = (words: string): string => words.replace(/\s+/g, ' ').trim();

test('the print tree of the telegram', async () => {
  const { source, registers } = telegramInput(transformer);
  const { principal } = await transformer.run('print', {
    source,
    registers,
    parameters: { name: 'telegram-112096', root: '../' },
  });
  const lines = principal.replace(
    />(?=<(?:block|message|section|entry|heading|p|term|index|group)\b)/g,
    '>\n',
  );
  await expect(`${lines}\n`).toMatchFileSnapshot('golden/print/telegram-112096.tree.xml');
});

test.skipIf(!existsSync(archivePage))(
  'the words of its text are the archive’s, in their order (needs ../shared)',
  async () => {
    const { source, registers } = telegramInput(transformer);
    const { principal } = await transformer.run('print', { source, registers });
    const text = /<text>.*?<\/heading>(.*)<\/text>/s.exec(principal)?.[1] ?? '';
    const words = text
      .replace(/<rubric>.*?<\/rubric>|<note\b.*?<\/note>/gs, '')
      .replace(/<lb\/>|<\/?block[^>]*>/g, ' ')
      .replace(/<[^>]*>/g, '');
    const page = folded(readFileSync(archivePage, 'utf8'));
    const end = '28 January 1951 MAO ZEDONG';
    const archive = page.slice(page.indexOf('SECOND MAIN'), page.lastIndexOf(end) + end.length);
    expect(folded(words)).toBe(archive);
  },
);

test('two runs give the same bytes', async () => {
  expect(Buffer.compare(Buffer.from(await pdfOf()), readFileSync(pdf))).toBe(0);
});

test('nothing is said of the telegram as it is', async () => {
  messages.length = 0;
  await pdfOf();
  expect(messages).toEqual([]);
});

describe.skipIf(!poppler)('the PDF, read back (needs poppler-utils)', () => {
  test('is tagged, has a title, and neither clock nor path in it', () => {
    const info = read('pdfinfo', pdf);
    expect(info).toMatch(
      /^Title: +Telegram from Mao Zedong to I\.V\. Stalin, conveying 28 January/m,
    );
    expect(info).toMatch(/^Author: +Mao Zedong$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).not.toMatch(/^(CreationDate|ModDate):/m);
    expect(readFileSync(pdf, 'latin1')).not.toContain(resolve(import.meta.dirname, '..'));
  });

  test('says in its metadata that it is PDF/UA-1, and in which language it is', () => {
    const meta = read('pdfinfo', '-meta', pdf);
    expect(meta).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(meta).toMatch(/<dc:language><rdf:Bag><rdf:li>en<\/rdf:li>/);
  });

  test('embeds its fonts, and has no others', () => {
    const fonts = read('pdffonts', pdf)
      .split('\n')
      .slice(2)
      .filter((line) => line !== '');
    for (const font of fonts) {
      expect(font).toMatch(/^[A-Z]{6}\+(EBGaramond|NotoSansKR)-/);
      expect(font).toMatch(/ yes yes yes /);
    }
  });

  test('has bookmarks that lead to its sections, the forwarded telegram inside the text', () => {
    const outline = read('pdftohtml', '-xml', '-stdout', '-i', pdf).split('<outline>').slice(1);
    const [sections = '', forwarded = ''] = outline;
    expect(sections).toMatch(/<item page="2">Text<\/item>/);
    expect(forwarded).toMatch(
      /<item page="2">Forwarded: telegram from Mao Zedong to Peng Dehuai<\/item>/,
    );
    const titles = outline.join('').match(/(?<=<item page="\d+">)[^<]*/g);
    for (const title of [
      'Text',
      'The places',
      'Correspondence',
      'Source',
      'Editorial principles',
      'Index of names',
    ]) {
      expect(titles).toContain(title);
    }
  });

  test('tags its notes, its headings, and the map with a text that stands for it', () => {
    const structure = read('pdfinfo', '-struct', pdf);
    const notes = readFileSync(
      resolve(import.meta.dirname, 'golden/print/telegram-112096.tree.xml'),
      'utf8',
    );
    expect(structure.match(/^ *Note </gm)).toHaveLength(notes.match(/<note /g)?.length ?? 0);
    expect(structure).toMatch(/^ *H1 "Text"/m);
    expect(structure).toMatch(/^ *Figure\b/m);
    expect(readFileSync(pdf, 'latin1')).toContain('/Alt');
  });

  test('the index gives the pages on which a name stands', () => {
    const pages = read('pdftotext', '-layout', pdf, '-').split('\f');
    const text = pages.slice(
      0,
      pages.findIndex((page) => page.includes('The places')),
    );
    const [, listed = ''] = /^ *Suwon +수원; .*?(\d[\d, ]*)$/m.exec(pages.join('')) ?? [];
    const standing = text.flatMap((page, index) => (page.includes('Suwon') ? [index + 1] : []));
    expect(listed.split(', ').map(Number)).toEqual(standing);
  });

  test('the text it holds, in reading order', async () => {
    await expect(read('pdftotext', '-raw', pdf, '-')).toMatchFileSnapshot(
      'golden/print/telegram-112096.pdf.txt',
    );
  });

  test('footnotes give a place its names in their scripts', () => {
    expect(folded(read('pdftotext', pdf, '-'))).toContain(
      'Jemulpo] In square brackets, an identification ascribed to the Wilson Center Digital Archive. 제물포; 濟物浦; Chemulp’o (McCune–Reischauer)',
    );
  });

  test('no text becomes markup', async () => {
    const hostile = '#panic("x") *bold* _i_ $x$ \\ <label> @ref // c /* = h `r` [b] "q" ~ -- ...';
    const xml = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const changed = await pdfOf((tei) => tei.replace('Transporting troops', () => xml));
    const words = textIn(changed).replace(/ ﻿?\d+ MAO ZEDONG TO I\.V\. STALIN /g, ' ');
    expect(words).toContain(hostile);
  });

  test('an element without a template keeps its words and gets a note', async () => {
    messages.length = 0;
    const changed = await pdfOf((tei) =>
      tei.replace('Transporting troops', '<hi rend="italic">Transporting</hi> troops'),
    );
    expect(textIn(changed)).toContain('Transporting] Encoded as <hi>');
    expect(messages).toHaveLength(1);
  });
});

describe('what cannot be set', () => {
  test('a character without a glyph: which, in which word, where, and what to do', async () => {
    const broken = (tei: string): string =>
      tei.replace('Transporting troops', 'Transporting \u{13000}roops');
    const before = broken(readTei('tei/telegram-112096.xml').text).split('\u{13000}')[0] ?? '';
    const line = before.split('\n').length;
    const column = (before.split('\n').at(-1)?.length ?? 0) + 1;
    const { message, help, problems } = await failureOf(broken);
    expect(message).toBe(
      `The print edition of tei/telegram-112096.xml cannot be set: no font has a glyph for U+13000 (\u{13000}): tei/telegram-112096.xml:${line}:${column}.`,
    );
    expect(help).toMatch(/build without print: --only html,text/);
    expect(problems).toMatchObject([
      {
        file: 'tei/telegram-112096.xml',
        line,
        column,
        endColumn: column + 2,
        code: 'print/no-glyph',
        message:
          'No font of the print edition has a glyph for U+13000 (\u{13000}), in “\u{13000}roops”.',
      },
    ]);
  });

  test('several characters without glyphs, one of them a combining mark', async () => {
    const { message, problems } = await failureOf((tei) =>
      tei.replace('Transporting troops', 'T\u{1DFA}ransporting \u0915roops'),
    );
    expect(message).toMatch(/ and 1 more: /);
    expect(problems.map((problem) => problem.message.replace(/^.*for /, ''))).toEqual([
      'U+1DFA (\u25CC\u{1DFA}), in “T\u{1DFA}ransporting”.',
      'U+0915 (\u0915), in “\u0915roops”.',
    ]);
  });

  test('a character without a glyph in a register', async () => {
    const input = telegramInput(transformer);
    const places = sourceOf(
      'tei/places.xml',
      readTei('tei/places.xml').text.replace('서울', '서\u{13000}'),
    );
    const registers = [...input.registers.slice(0, 2), places];
    const failure = await printEdition.make({ ...input, registers }).catch((error) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure.message).toMatch(/U\+13000 \(.+\): tei\/places\.xml:\d+:\d+\.$/u);
  });
});
