import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { makeFolder, replaceFile } from './index.js';

describe('a file that is written', () => {
  test('takes the place of the one before, and leaves nothing beside it', () => {
    const folder = temporaryFolder({ 'letter.xml': 'before' });
    replaceFile(join(folder, 'letter.xml'), 'after');
    expect(readFileSync(join(folder, 'letter.xml'), 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['letter.xml']);
  });

  test('has the permissions that it is to have', () => {
    const path = join(temporaryFolder({ 'letter.xml': 'before' }), 'letter.xml');
    replaceFile(path, 'after', 0o640);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('that cannot be put in its place leaves what was there, and nothing beside it', () => {
    const folder = temporaryFolder({ 'a-folder/letter.xml': 'before' });
    expect(() => replaceFile(join(folder, 'a-folder'), 'after')).toThrow();
    expect(() => replaceFile(join(folder, 'no-folder/letter.xml'), 'after')).toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual(['a-folder']);
    expect(readFileSync(join(folder, 'a-folder/letter.xml'), 'utf8')).toBe('before');
  });
});

describe('a folder that is made', () => {
  test('comes with those above it', () => {
    const folder = temporaryFolder();
    makeFolder(join(folder, 'a/b/c'));
    writeFileSync(join(folder, 'a/b/c/letter.xml'), '');
    makeFolder(join(folder, 'a/b/c'));
    expect(readdirSync(join(folder, 'a/b/c'))).toEqual(['letter.xml']);
  });

  test('cannot be made below a file', () => {
    const folder = temporaryFolder({ file: '' });
    expect(() => makeFolder(join(folder, 'file/a'))).toThrow('ENOTDIR');
  });

  test.skipIf(process.platform !== 'linux')(
    'in /proc cannot be made, which is told at once',
    () => {
      expect(() => makeFolder('/proc/none/at/all')).toThrow('ENOENT');
    },
  );
});
