import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { imprimatur, imprimaturWith } from './command-line.js';
import { broken } from './small-projects.js';
import { temporaryFolder } from './temporary-project.js';

function explain(...words: string[]) {
  return imprimatur(temporaryFolder(), 'explain', ...words);
}

describe('explain', () => {
  test('says what a code means, what to do, and shows an example', () => {
    const { status, stdout, stderr } = explain('xml/bare-ampersand');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^xml\/bare-ampersand\n\nExit code 1\. An & stands in the text/);
    expect(stdout).toMatch(/\n\nWhat to do\. Write &amp;\./);
    expect(stdout).toContain('\n    error: An & by itself:');
  });

  test('takes a code as problems show it, in brackets, in any letters, or its end alone', () => {
    const { stdout } = explain('integrity/dangling-pointer');
    for (const asked of [
      '[integrity/dangling-pointer]',
      'Integrity/Dangling-Pointer',
      'dangling-pointer',
    ])
      expect(explain(asked).stdout).toBe(stdout);
  });

  test('lists all codes, or those of a room', () => {
    const all = explain().stdout;
    expect(all).toMatch(/^xml\/: the file as XML\n {2}xml\/bare-ampersand +An & stands/);
    expect(all).toContain('\n  transform/terminated ');
    const ofRoom = explain('dtd').stdout;
    const codes = (list: string) => list.match(/^ {2}[a-z]+\/\S+/gm) ?? [];
    expect(codes(ofRoom)).toEqual(codes(all).filter((code) => code.startsWith('  dtd/')));
    expect(codes(ofRoom).length).toBeGreaterThan(5);
    expect(explain('dtd/').stdout).toBe(ofRoom);
  });

  test.each([
    [
      'relaxng/unknwn-element',
      'Did you mean relaxng/unknown-element? imprimatur explain lists all codes.',
    ],
    ['rng/not-closed', 'Did you mean xml/not-closed? imprimatur explain lists all codes.'],
    ['what is this', 'imprimatur explain lists all codes.'],
  ])('of %s it says that there is none, and ends with 2', (asked, help) => {
    expect(explain(asked)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: There is no problem code "${asked}".\nhelp: ${help}\n`,
    });
  });

  test('has no colour in a pipe, whatever the environment says', () => {
    const { stdout } = imprimaturWith(
      { FORCE_COLOR: '1' },
      temporaryFolder(),
      'explain',
      'xml/limit',
    );
    expect(stdout).not.toContain('\u001b');
  });
});

const hasTerminal = spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;
if (!hasTerminal) console.warn('script (util-linux) is not there: no test on a terminal.');

test.skipIf(!hasTerminal)(
  'on a terminal, validate says where more is said of its first error',
  () => {
    const program = resolve(import.meta.dirname, '../lib/cli/main.js');
    const command = `"${process.execPath}" "${program}" validate`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd: temporaryFolder(broken),
      encoding: 'utf8',
    });
    const lines = stripVTControlCharacters(stdout).trimEnd().split('\r\n');
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^2 errors\b.* in 2 documents\.$/),
      'imprimatur explain relaxng/unknown-element says more.',
    ]);
  },
);
