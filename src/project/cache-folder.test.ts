import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-cache-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is kept from one run to the next lies', () => {
  it('in .imprimatur/cache of a project', () => {
    mkdirSync(join(folder, 'edition', 'tei'), { recursive: true });
    const root = join(folder, 'edition');
    expect(cacheFolder(root, {}, 'linux')).toBe(join(root, '.imprimatur', 'cache'));
  });

  it('outside of projects in the folder that XDG_CACHE_HOME names', () => {
    expect(cacheFolder(folder, { XDG_CACHE_HOME: '/caches' }, 'linux')).toBe('/caches/imprimatur');
  });

  it('in ~/.cache where that is not set, empty or relative', () => {
    const usual = join(homedir(), '.cache', 'imprimatur');
    expect(cacheFolder(folder, {}, 'linux')).toBe(usual);
    expect(cacheFolder(folder, { XDG_CACHE_HOME: '' }, 'darwin')).toBe(usual);
    expect(cacheFolder(folder, { XDG_CACHE_HOME: 'caches' }, 'linux')).toBe(usual);
  });

  it('on Windows in the folder that LOCALAPPDATA names', () => {
    expect(cacheFolder(folder, { LOCALAPPDATA: 'C:/Users/editor/AppData/Local' }, 'win32')).toBe(
      join('C:/Users/editor/AppData/Local', 'imprimatur'),
    );
  });
});
