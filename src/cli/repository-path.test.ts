import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { repositoryPath } from './repository-path.js';

test('a path is told from the nearest folder upwards that is a repository', () => {
  const folder = temporaryFolder({ 'edition/.git': 'gitdir: elsewhere', 'edition/tei/a.xml': '' });
  mkdirSync(join(folder, '.git'));
  const pathOf = repositoryPath(join(folder, 'edition', 'tei'));
  expect(pathOf('a.xml')).toBe('tei/a.xml');
  expect(pathOf('../schemas/a.rng')).toBe('schemas/a.rng');
  expect(repositoryPath(folder)('tei/a.xml')).toBe('tei/a.xml');
});

test('what lies outside of the repository is told as it is', () => {
  const folder = temporaryFolder({ '.git/HEAD': '' });
  expect(repositoryPath(folder)('../a.xml')).toBe('../a.xml');
});
