import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentsOf, letter, temporaryFolder } from '../../test/temporary-project.js';
import type { Problem } from '../problems/index.js';
import { loadProject, type Project } from '../project/index.js';
import { placeAt } from '../xml/index.js';
import { type ValidationResult, validateAndMend } from './index.js';

type Rule = (text: string) => { start: number; end: number; text: string }[];

/** Finds problems in every document by patterns: what is to stand in the place of what. */
function checkBy(...rules: Rule[]): (project: Project) => Promise<ValidationResult> {
  return async (project) => {
    const problems = project.documents.flatMap(({ source }) =>
      rules.flatMap((rule) =>
        rule(source.text).map(({ start, end, text }): Problem => {
          const { file, ...place } = placeAt(source, { start, end });
          const told = {
            severity: 'warning',
            code: 'a/rule',
            message: `Write "${text}".`,
          } as const;
          return { file, ...place, ...told, fix: { ...place, text } };
        }),
      ),
    );
    const { documents } = project;
    return { problems, documents, brokenRules: [], schemas: [], withoutSchema: [] };
  };
}

/** Wants a text in the place of whatever a pattern finds. */
const wants =
  (pattern: RegExp, text: string): Rule =>
  (source) =>
    [...source.matchAll(pattern)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      text,
    }));

const oneSpace = wants(/(?<=\S) {2,}(?=\S)/g, ' ');

function mend(folder: string, check: (project: Project) => Promise<ValidationResult>) {
  return validateAndMend(() => loadProject('.', { workingDirectory: folder }), check);
}

describe('a project that is mended', () => {
  test('has what the fixes say, and nothing else has changed', async () => {
    const text = letter('Peng  Dehuai', 'in  Anju   today').replaceAll('\n', '\r\n');
    const folder = temporaryFolder({ 'tei/a.xml': text, 'tei/b.xml': letter('fine') });
    const { result, mended, unmade } = await mend(folder, checkBy(oneSpace));
    expect(contentsOf(folder)).toEqual({
      'tei/a.xml': text.replace('g  D', 'g D').replace('n  A', 'n A').replace('u   t', 'u t'),
      'tei/b.xml': letter('fine'),
    });
    expect(mended.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'tei/a.xml:5:14',
      'tei/a.xml:6:12',
      'tei/a.xml:6:18',
    ]);
    expect({ problems: result.problems, unmade }).toEqual({ problems: [], unmade: [] });
  });

  test('is not touched when it is mended again', async () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('Peng  Dehuai') });
    await mend(folder, checkBy(oneSpace));
    const { mtimeMs, ino } = statSync(join(folder, 'tei/a.xml'));
    expect((await mend(folder, checkBy(oneSpace))).mended).toEqual([]);
    expect(statSync(join(folder, 'tei/a.xml'))).toMatchObject({ mtimeMs, ino });
  });

  test('has fixes that overlap made one after another', async () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a, b') });
    const check = checkBy(wants(/a, b/g, 'a; b'), wants(/(?<=[;,]) b/g, ' c'));
    const { mended } = await mend(folder, check);
    expect(mended.map(({ message }) => message)).toEqual(['Write "a; b".', 'Write " c".']);
    expect(readFileSync(join(folder, 'tei/a.xml'), 'utf8')).toBe(letter('a; c'));
  });

  test('keeps the permissions of its files, and a link stays a link', async () => {
    const folder = temporaryFolder({
      'tei/a.xml': letter('a  b'),
      'texts/b.xml': letter('a  b'),
    });
    chmodSync(join(folder, 'tei/a.xml'), 0o640);
    symlinkSync('../texts/b.xml', join(folder, 'tei/b.xml'));
    await mend(folder, checkBy(oneSpace));
    expect(statSync(join(folder, 'tei/a.xml')).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(folder, 'texts/b.xml'), 'utf8')).toBe(letter('a b'));
    writeFileSync(join(folder, 'texts/b.xml'), 'another');
    expect(readFileSync(join(folder, 'tei/b.xml'), 'utf8')).toBe('another');
  });
});

test('a file outside of the project is mended where it was named', async () => {
  const outside = temporaryFolder({ 'b.xml': letter('a  b') });
  const folder = temporaryFolder({ 'tei/a.xml': letter('a') });
  const paths = [join(outside, 'b.xml')];
  const load = () => loadProject('.', { workingDirectory: folder, paths });
  expect((await validateAndMend(load, checkBy(oneSpace))).mended.length).toBe(1);
  expect(contentsOf(outside)).toEqual({ 'b.xml': letter('a b') });
});

describe('a fix is not made', () => {
  async function refused(folder: string, check: (project: Project) => Promise<ValidationResult>) {
    const before = contentsOf(folder);
    const { mended, unmade, result } = await mend(folder, check);
    expect(mended).toEqual([]);
    expect(contentsOf(folder)).toEqual(before);
    expect(result.problems.length).toBeGreaterThan(0);
    return [...new Set(unmade.map(({ reason }) => reason))];
  }

  test('in a file that lies outside of the project', async () => {
    const outside = temporaryFolder({ 'b.xml': letter('a  b') });
    const folder = temporaryFolder({ 'tei/a.xml': letter('a') });
    symlinkSync(join(outside, 'b.xml'), join(folder, 'tei/b.xml'));
    expect(await refused(folder, checkBy(oneSpace))).toEqual([
      'The file does not belong to the project.',
    ]);
    expect(readFileSync(join(outside, 'b.xml'), 'utf8')).toBe(letter('a  b'));
  });

  test('in an encoding that cannot be written', async () => {
    const text = `<?xml version="1.0" encoding="Shift_JIS"?>\n${letter('a  b')}`;
    expect(await refused(temporaryFolder({ 'tei/a.xml': text }), checkBy(oneSpace))).toEqual([
      'It is encoded in Shift_JIS, which can be read but not written.',
    ]);
  });

  test('that would leave a file that is not well-formed', async () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a  b') });
    expect(await refused(folder, checkBy(wants(/ {2}(?=b)/g, ' <')))).toEqual([
      'The file would not be well-formed any more.',
    ]);
  });

  test('in a file that somebody has changed since it was read', async () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a  b') });
    const check = checkBy(oneSpace);
    const reasons = await mend(folder, async (project) => {
      const result = await check(project);
      writeFileSync(join(folder, 'tei/a.xml'), letter('changed,  a  b'));
      return result;
    }).then(({ unmade }) => unmade.map(({ reason }) => reason));
    expect(reasons).toEqual(['The file was changed while it was checked. Run the command again.']);
    expect(readFileSync(join(folder, 'tei/a.xml'), 'utf8')).toBe(letter('changed,  a  b'));
  });

  test('that undoes another: each has its turn once', async () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a b') });
    const check = checkBy(wants(/a b/g, 'b a'), wants(/b a/g, 'a b'));
    const { mended, unmade } = await mend(folder, check);
    expect(mended.length).toBe(1);
    expect(unmade.map(({ reason }) => reason)).toEqual(['The fixes of the file undo one another.']);
  });

  test('for ever', async () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a') });
    const { mended, unmade } = await mend(folder, checkBy(wants(/a(?=<\/p>)/g, 'aa')));
    expect(mended.length).toBe(10);
    expect(unmade.map(({ reason }) => reason)).toEqual([
      'It is still there after ten rounds of fixes.',
    ]);
  });
});
