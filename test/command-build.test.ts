import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imprimatur, imprimaturWith, startImprimatur, telegramProject } from './command-line.js';
import { broken, fine, page, withPage } from './small-projects.js';
import { contentsOf, letter, temporaryFolder } from './temporary-project.js';

describe('build', () => {
  test('says what was published and where', () => {
    expect(imprimatur(temporaryFolder(withPage), 'build', '--only', 'html')).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^Published letter as html in dist\/: \d+ files\.\n$/),
      stderr: 'Compiling xslt/html.xsl; it is kept for the next time.\n',
    });
  });

  test('while there are errors it shows them, publishes nothing, and ends with 1', () => {
    const folder = temporaryFolder(broken);
    const { status, stdout, stderr } = imprimatur(folder, 'build');
    expect(stderr).toContain('tei/letter.xml:5:');
    expect(stderr).toMatch(/\nNothing was published\.\n$/);
    expect(stdout).toBe('');
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  test('passes on what a stylesheet says', () => {
    const folder = temporaryFolder({
      ...fine,
      'xslt/html.xsl': page().replace('<html>', '<xsl:message>Half way.</xsl:message><html>'),
    });
    const { stderr } = imprimatur(folder, 'build', '--only', 'html');
    expect(stderr).toContain('html tei/letter.xml: Half way.\n');
  });

  test('keeps a compiled stylesheet of the project for the next time', () => {
    const folder = temporaryFolder(withPage);
    imprimatur(folder, 'build', '--only', 'html');
    const kept = readdirSync(join(folder, '.imprimatur/cache'));
    expect(kept.filter((name) => name.startsWith('html.'))).toEqual([
      expect.stringMatching(/^html\.[0-9a-f]{32}\.sef\.json$/),
    ]);
    expect(imprimatur(folder, 'build', '--only', 'html').stderr).toBe('');
  });

  test('the telegram comes out whole, the same on every machine, and a partial build keeps the rest', () => {
    const [one, two] = [telegramProject(), telegramProject()];
    expect(imprimatur(one, 'build').stdout).toMatch(
      /^Published telegram-112096 as html, text, print in dist\/: \d+ files\.\n$/,
    );
    const first = contentsOf(join(one, 'dist'));
    for (const path of [
      'index.html',
      'telegram-112096/index.html',
      'telegram-112096/telegram-112096.txt',
      'telegram-112096/telegram-112096.pdf',
      'telegram-112096/telegram-112096.xml',
    ]) {
      expect(Object.keys(first)).toContain(path);
    }
    imprimaturWith({ TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, two, 'build');
    expect(contentsOf(join(two, 'dist'))).toEqual(first);
    const partial = imprimatur(two, 'build', '--only', 'text', 'tei/telegram-112096.xml');
    expect(partial.stdout).toMatch(/as text in dist\/: 5 files made, \d+ kept\.\n$/);
    expect(contentsOf(join(two, 'dist'))).toEqual(first);
  });
});

describe('a build that is ended before its time leaves what was published', () => {
  /** Starts a build that writes for a while, and ends it as soon as it has begun to write. */
  async function endedWhileWriting(folder: string, signal: NodeJS.Signals): Promise<number | null> {
    const child = startImprimatur(folder, 'build', '--only', 'html');
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const isWriting = () =>
      readdirSync(folder).some((name) => name.startsWith('.dist.imprimatur-new-'));
    while (!isWriting() && child.exitCode === null)
      await new Promise((next) => setTimeout(next, 2));
    expect(child.exitCode).toBeNull();
    child.kill(signal);
    return ended;
  }

  function manyLetters(): string {
    const letters = Object.fromEntries(
      Array.from({ length: 60 }, (_, number) => [
        `tei/letter-${number}.xml`,
        letter(`Letter ${number}.`),
      ]),
    );
    return temporaryFolder({ ...withPage, ...letters });
  }

  test('killed: the next build clears up', async () => {
    const folder = manyLetters();
    imprimatur(folder, 'build', '--only', 'html');
    const before = contentsOf(join(folder, 'dist'));
    await endedWhileWriting(folder, 'SIGKILL');
    expect(contentsOf(join(folder, 'dist'))).toEqual(before);
    expect(imprimatur(folder, 'build', '--only', 'html').status).toBe(0);
    expect(contentsOf(join(folder, 'dist'))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });

  test('interrupted: it clears up itself, and ends with 130', async () => {
    const folder = manyLetters();
    imprimatur(folder, 'build', '--only', 'html');
    const before = contentsOf(join(folder, 'dist'));
    expect(await endedWhileWriting(folder, 'SIGINT')).toBe(130);
    expect(contentsOf(join(folder, 'dist'))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });
});
