import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { readParts } from './index.js';

test('a file comes in parts, which together are its text', () => {
  const text = `<TEI>${'安東 Andong\r\n'.repeat(20_000)}</TEI>`;
  const path = join(temporaryFolder({ 'a.xml': `\uFEFF${text}` }), 'a.xml');
  const parts = [...readParts(path, 'a.xml')];
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.join('')).toBe(text);
});

test('it ends where bytes are not valid, and a file that is not there is a failure', () => {
  const bytes = Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.of(0xff)]);
  const path = join(temporaryFolder({ 'a.xml': bytes }), 'a.xml');
  expect([...readParts(path, 'a.xml')].join('')).toMatch(/^a+$/);
  expect(() => [...readParts(`${path}.gone`, 'gone.xml')]).toThrow('There is no file gone.xml.');
});
