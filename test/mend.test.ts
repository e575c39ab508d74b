// `validate --fix` by the compiled program, with a rule that has a fix: integrity/double-space.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imprimatur, telegramProject } from './command-line.js';
import { fine } from './small-projects.js';
import { contentsOf, letter, temporaryFolder } from './temporary-project.js';

const twoSpaces = { ...fine, 'tei/two.xml': letter('From  Seoul today', 'To  Anju') };
const oneSpace = letter('From Seoul today', 'To Anju');

describe('validate --fix', () => {
  test('mends what can be mended, says so on standard error, and reports what is left', () => {
    const folder = temporaryFolder(twoSpaces);
    const before = contentsOf(folder);
    const run = imprimatur(folder, 'validate', '--fix');
    expect(run.stderr).toBe(
      `tei/two.xml:5:14: mended: Two spaces stand in a line of text, between "From" and "Seoul". [integrity/double-space]
tei/two.xml:6:12: mended: Two spaces stand in a line of text, between "To" and "Anju". [integrity/double-space]
Mended 2 problems in 1 file.
`,
    );
    expect(run.stdout).toBe('No problems in 3 documents, valid by schemas/letter.rng.\n');
    expect(run.status).toBe(0);
    const after = contentsOf(folder);
    expect(after['tei/two.xml']).toBe(oneSpace);
    for (const file of Object.keys(before).filter((name) => name !== 'tei/two.xml'))
      expect(after[file]).toBe(before[file]);
  });

  test('changes nothing the second time', () => {
    const folder = temporaryFolder(twoSpaces);
    imprimatur(folder, 'validate', '--fix');
    const once = contentsOf(folder);
    expect(imprimatur(folder, 'validate', '--fix').stderr).toBe('Nothing was mended.\n');
    expect(contentsOf(folder)).toEqual(once);
  });

  test('ends with 1 where errors are left, told at the places where they are now', () => {
    const folder = temporaryFolder({
      ...fine,
      'tei/two.xml': letter('From  here <placename>Seoul</placename>'),
    });
    const { status, stdout } = imprimatur(folder, 'validate', '--fix', '--format', 'json');
    expect(status).toBe(1);
    const { problems } = JSON.parse(stdout) as { problems: { code: string; column: number }[] };
    expect(problems).toMatchObject([{ code: 'relaxng/unknown-element', column: 21 }]);
  });

  test('without it, the fix is told and nothing is changed', () => {
    const folder = temporaryFolder(twoSpaces);
    const { stdout } = imprimatur(folder, 'validate');
    expect(stdout).toContain('    fix: imprimatur validate --fix writes " " here\n');
    expect(contentsOf(folder)).toMatchObject(twoSpaces);
  });

  test('with --quiet mends errors only', () => {
    const folder = temporaryFolder(twoSpaces);
    expect(imprimatur(folder, 'validate', '--fix', '--quiet').stderr).toBe('Nothing was mended.\n');
    expect(contentsOf(folder)).toMatchObject(twoSpaces);
  });

  test('mends a file in the encoding that it has', () => {
    const folder = temporaryFolder(fine);
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-16"?>\r\n${letter('Péng  彭德怀')}`;
    writeFileSync(join(folder, 'tei/two.xml'), Buffer.from(text, 'utf16le'));
    imprimatur(folder, 'validate', '--fix');
    expect(readFileSync(join(folder, 'tei/two.xml'), 'utf16le')).toBe(text.replace('  彭', ' 彭'));
  });

  test('leaves a file whose encoding it cannot write, and says so', () => {
    const text = `<?xml version="1.0" encoding="koi8-r"?>\n${letter('Two  spaces')}`;
    const folder = temporaryFolder({ ...fine, 'tei/two.xml': text });
    const { stderr, stdout } = imprimatur(folder, 'validate', '--fix');
    expect(stderr).toBe(
      'Nothing was mended.\nnote: A fix for tei/two.xml was not made. ' +
        'It is encoded in koi8-r, which can be read but not written.\n',
    );
    expect(stdout).toContain('[integrity/double-space]');
    expect(readFileSync(join(folder, 'tei/two.xml'), 'utf8')).toBe(text);
  });

  test('mends an included file in its own place, once', () => {
    const including = letter('one').replace(
      '<p>one</p>',
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part.xml"/>',
    );
    const part = '<p xmlns="http://www.tei-c.org/ns/1.0">From  Seoul</p>\n';
    const folder = temporaryFolder({
      ...fine,
      'tei/a.xml': including,
      'tei/b.xml': including,
      'tei/part.xml': part,
    });
    const { stderr } = imprimatur(folder, 'validate', '--fix');
    expect(stderr).toContain('tei/part.xml:1:44: mended: ');
    expect(stderr).toContain('Mended 1 problem in 1 file.\n');
    expect(contentsOf(folder)).toMatchObject({
      'tei/a.xml': including,
      'tei/part.xml': part.replace('  ', ' '),
    });
  });
});

test('what was put wrong into the telegram is mended to the byte', () => {
  const folder = telegramProject();
  const path = join(folder, 'tei/telegram-112096.xml');
  const right = readFileSync(path, 'utf8');
  const at = right.indexOf('<body>');
  /** The body with each nth match of a pattern replaced: never within a tag. */
  const wrong = (text: string, pattern: RegExp, put: string, nth: number): string => {
    let count = 0;
    return text.replace(/<[^>]*>|[^<]+/g, (piece) =>
      piece.startsWith('<')
        ? piece
        : piece.replace(pattern, (found) => (count++ % nth === 0 ? put : found)),
    );
  };
  const body = wrong(
    wrong(right.slice(at), /(?<=[a-z]) (?=[a-z])/g, '  ', 9),
    /(?<=[a-z])(?=, [a-z])/g,
    ' ',
    5,
  );
  expect(body.length).toBeGreaterThan(right.length - at + 20);
  writeFileSync(path, right.slice(0, at) + body);
  const { stderr, status } = imprimatur(folder, 'validate', '--fix');
  expect(stderr).toMatch(/^Mended \d\d+ problems in 1 file\.$/m);
  expect(readFileSync(path, 'utf8')).toBe(right);
  expect(status).toBe(0);
});
