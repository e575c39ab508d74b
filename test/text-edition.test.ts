import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { columnsOf } from '../src/editions/text/columns.js';
import { textEdition } from '../src/editions/text.js';
import { builtInTransformer, sourceOf, telegramInput } from './telegram-input.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const source = resolve(import.meta.dirname, '../../shared/source/wilson-center-112096.txt');
const messages: string[] = [];
const transformer = builtInTransformer(messages);
let text = '';

beforeAll(async () => {
  text = await textOf();
});

async function textOf(change?: (text: string) => string): Promise<string> {
  const [file] = await textEdition.make(telegramInput(transformer, change));
  return String(file?.content);
}

const folded = (words: string): string => words.replace(/\s+/g, ' ').trim();

test('the text edition of the telegram', async () => {
  await expect(text).toMatchFileSnapshot('golden/text/telegram-112096.txt');
});

test('it is one file, named as the document', async () => {
  const files = await textEdition.make(telegramInput(transformer));
  expect(files.map(({ path }) => path)).toEqual(['telegram-112096.txt']);
});

test.skipIf(!existsSync(source))(
  'the reading text is the archive’s, once white space is folded (needs ../shared)',
  () => {
    const page = folded(readFileSync(source, 'utf8'));
    const end = '28 January 1951 MAO ZEDONG';
    const archive = page.slice(
      page.indexOf('January 29, 1951'),
      page.lastIndexOf(end) + end.length,
    );
    const [reading = ''] = text.split(/^-{78}$/m);
    expect(folded(reading)).toBe(archive);
  },
);

test('the forwarded telegram is set in, the telegram that forwards it is not', () => {
  expect(text).toContain('\n    “Comrade PENG DEHUAI!\n');
  expect(text).toContain('\n    MAO ZEDONG, 28 January 1951\n    19:00.”\n\nNo. 478.\n');
});

test('no line is longer than 78 columns', () => {
  for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(78);
});

test('no line ends in white space', () => {
  expect(text).not.toMatch(/[ \t]$/m);
});

test.each([
  'opening paragraph 1 · Jemulpo] In square brackets, an identification ascribed to the Wilson Center Digital Archive. 제물포; 濟物浦; Chemulp’o (McCune–Reischauer); Chemulpo (in older Western writing). Jemulpo is a part of Incheon today.',
  'point 1 · 27 January 1951, 24:00] Midnight beginning 28 January 1951.',
  'point 2 · 20,000 to 30,000] 20,000–30,000 troops.',
  'point 4 · our troops] The referent is of high certainty in the judgement of imprimatur.',
  'point 8 · given region] The “region of Pyongyang, Seoul, Jemulpo, Suwon” (point 8).',
])('a note: %s', (note) => {
  expect(folded(text)).toContain(note);
});

test('a name is explained where each message first has it, and only there', () => {
  const notes = text.split('NOTES AND OTHER NAMES')[1]?.split('REGISTER OF NAMES')[0] ?? '';
  expect(notes.match(/.*· Seoul\]/g)).toEqual(['opening paragraph 1 · Seoul]', 'point 3 · Seoul]']);
});

test('an element without a template keeps its words, is named in a note, and is said', async () => {
  messages.length = 0;
  const changed = await textOf((tei) =>
    tei.replace('Transporting troops', '<hi rend="italic">Transporting</hi> troops'),
  );
  expect(folded(changed)).toContain('reinforcements. Transporting troops is also inadequate.');
  expect(folded(changed)).toContain('point 6 · Transporting] Encoded as <hi>');
  expect(messages).toEqual([
    'The element hi in “point 6” is set as plain words: this edition has no other way for it.',
  ]);
});

test('a document of a title and a paragraph, without registers, is set', async () => {
  const input = telegramInput(transformer);
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
    <publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>Born digital.</p></sourceDesc></fileDesc></teiHeader>
    <text><body><p>One <placeName ref="places.xml#seoul">Seoul</placeName>.</p></body></text></TEI>`;
  const source = sourceOf('tei/letter.xml', tei);
  const [file] = await textEdition.make({ ...input, name: 'letter', source, registers: [] });
  expect(file?.path).toBe('letter.txt');
  expect(String(file?.content)).toMatch(/^One Seoul\.\n/);
  expect(String(file?.content)).toMatch(/^Published +Unpublished\.$/m);
  expect(String(file?.content)).toMatch(/^“A letter”\.$/m);
});

test('nothing is said of the telegram as it is', async () => {
  messages.length = 0;
  await textOf();
  expect(messages).toEqual([]);
});
