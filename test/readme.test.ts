import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imprimatur } from './command-line.js';
import { temporaryFolder, writeFiles } from './temporary-project.js';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The fenced blocks of one kind, in order. */
function blocks(kind: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${kind}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block = '']) => block,
  );
}

/** The words after `imprimatur` and the lines that the block says are printed. */
function session(block: string): { words: string[]; printed: string } {
  const [command = '', ...lines] = block.split('\n');
  return { words: command.split(' ').slice(3), printed: lines.join('\n') };
}

/** The sources and the schema of this repository, in a folder of their own. */
function copyOfTheProject(): string {
  const folder = temporaryFolder();
  for (const part of ['tei', 'schemas']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** The three slips that the README tells of. */
function broken(folder: string): void {
  const path = 'tei/telegram-112096.xml';
  const right = readFileSync(join(folder, path), 'utf8');
  const wrong = right
    .replace(
      '<placeName ref="places.xml#seoul">Seoul</placeName>',
      '<placename ref="places.xml#seoul">Seoul</placename>',
    )
    .replace('ref="places.xml#incheon"', 'ref="places.xml#inchon"')
    .replace(/\s*<div type="point" n="4"[\s\S]*?<\/div>/, '');
  expect(wrong).not.toBe(right);
  writeFiles(folder, { [path]: wrong });
}

describe('the README', () => {
  test('begins with two commands of one line: the edition, and all tests', () => {
    expect(blocks('sh').slice(0, 2)).toEqual([
      'npm ci && npm run edition\n',
      'npm ci && npm test\n',
    ]);
  });

  test('shows what is printed for a sound encoding, a broken one, and a build', () => {
    const [sound, unsound, build] = blocks('console').map(session);
    const folder = copyOfTheProject();
    expect(imprimatur(folder, ...(sound?.words ?? [])).stdout).toBe(sound?.printed);
    expect(imprimatur(folder, ...(build?.words ?? [])).stdout).toBe(build?.printed);
    broken(folder);
    const { status, stdout } = imprimatur(folder, ...(unsound?.words ?? []));
    expect(stdout).toBe(unsound?.printed);
    expect(status).toBe(1);
  });
});
