import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadSchema } from './load-schema.js';
import { fileSchemaCache } from './schema-cache.js';

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-schema-cache-'));
const caches = join(folder, 'deep', 'cache');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => rmSync(caches, { recursive: true, force: true }));

describe('schemas kept in a folder', () => {
  it('are read as they were written, and the folder is made when it is needed', () => {
    const cache = fileSchemaCache(caches);
    expect(cache.read('abc')).toBeUndefined();
    cache.write('abc', 'a schema, “kept”\n');
    expect(fileSchemaCache(caches).read('abc')).toBe('a schema, “kept”\n');
    expect(readdirSync(caches)).toEqual(['.gitignore', 'abc.schema']);
    expect(readFileSync(join(caches, '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('are as good as not there when they are damaged, cut off or written by somebody else', () => {
    const cache = fileSchemaCache(caches);
    cache.write('abc', 'a schema');
    const path = join(caches, 'abc.schema');
    const kept = readFileSync(path, 'utf8');
    for (const text of [kept.replace('schema', 'shcema'), kept.slice(0, -1), '', '{"mine": 1}']) {
      writeFileSync(path, text);
      expect(cache.read('abc')).toBeUndefined();
    }
    writeFileSync(path, kept);
    expect(cache.read('abc')).toBe('a schema');
  });

  it('are no misfortune where nothing can be written', () => {
    writeFileSync(join(folder, 'file'), '');
    for (const place of [join(folder, 'file', 'cache'), '/proc/none/cache']) {
      const cache = fileSchemaCache(place);
      cache.write('abc', 'a schema');
      expect(cache.read('abc')).toBeUndefined();
    }
  });

  it('give way to newer ones: of 32 the one written first, and other files stay', () => {
    const cache = fileSchemaCache(caches);
    for (let index = 0; index < 32; index++) {
      cache.write(`k${index}`, 'a schema');
      utimesSync(join(caches, `k${index}.schema`), 1000 + index, 1000 + index);
    }
    writeFileSync(join(caches, 'html.0123.sef.json'), '{}');
    cache.write('new', 'a schema');
    expect(cache.read('k0')).toBeUndefined();
    expect(cache.read('k1')).toBe('a schema');
    expect(readdirSync(caches)).toHaveLength(34);
  });
});

describe('a schema that a cache has', () => {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return { path: join(folder, name), file: name };
  };

  it('is read anew when a file that it includes is another one', () => {
    const cache = fileSchemaCache(caches);
    write('part.rnc', 'part = element a { empty }');
    const file = write('whole.rnc', 'include "part.rnc"\nstart = part');
    const first = loadSchema(file, { cache });
    expect(loadSchema(file, { cache })).toBe(first);
    write('part.rnc', 'part = element b { empty }');
    const second = loadSchema(file, { cache });
    expect([...second.index.elements.keys()]).toEqual(['{}b']);
    expect(readdirSync(caches)).toHaveLength(2);
  });

  it('includes by an address of the network what a copy is known of', () => {
    const copy = write('copy.rnc', 'part = element c { empty }');
    const file = write('far.rnc', 'include "https://example.org/part.rnc"\nstart = part');
    expect(() => loadSchema(file)).toThrow('The schema far.rnc is not correct.');
    const resolve = (address: string) =>
      address === 'https://example.org/part.rnc' ? copy.path : undefined;
    expect([...loadSchema(file, { resolve }).index.elements.keys()]).toEqual(['{}c']);
  });

  it('that is a copy itself includes what has its own address, or else lies beside the copy', () => {
    const inner = write('inner.rnc', 'part = element d { empty }');
    const file = {
      ...write('copied.rnc', 'include "inner.rnc"\nstart = part'),
      address: 'https://example.org/schemas/copied.rnc',
    };
    expect([...loadSchema(file).index.elements.keys()]).toEqual(['{}d']);
    rmSync(inner.path);
    const moved = write('0123.rnc', 'part = element e { empty }');
    const resolve = (address: string) =>
      address === 'https://example.org/schemas/inner.rnc' ? moved.path : undefined;
    expect([...loadSchema(file, { resolve }).index.elements.keys()]).toEqual(['{}e']);
  });
});
