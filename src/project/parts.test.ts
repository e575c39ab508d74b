import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letter, temporaryFolder, writeFiles } from '../../test/temporary-project.js';
import { loadProject, mayInclude, Parts, readDocument } from './index.js';

const xi = 'http://www.w3.org/2001/XInclude';
const including = (href: string) => letter(`<xi:include xmlns:xi="${xi}" href="${href}"/>`);
const part = '<p xmlns="http://www.tei-c.org/ns/1.0">A part.</p>';

describe('a file is a part', () => {
  const partsOf = (files: Record<string, string>) => {
    const project = loadProject('.', { workingDirectory: temporaryFolder(files) });
    const parts = new Parts(project);
    return project.documents.filter((each) => parts.has(each)).map(({ file }) => file);
  };

  test('when another includes it, and it is no TEI document by itself', () => {
    const documents = { 'tei/a.xml': including('p.xml'), 'tei/p.xml': part, 'tei/q.xml': part };
    expect(partsOf(documents)).toEqual(['tei/p.xml']);
    expect(partsOf({ 'tei/a.xml': including('b.xml'), 'tei/b.xml': letter('b') })).toEqual([]);
  });

  test('when it is included and not well-formed', () => {
    expect(partsOf({ 'tei/a.xml': including('p.xml'), 'tei/p.xml': '<p>' })).toEqual(['tei/p.xml']);
  });

  test('of which there is no need to make a tree in order to know', () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a'), 'tei/p.xml': part });
    const project = loadProject('.', { workingDirectory: folder });
    const parts = new Parts(project);
    expect(project.documents.some((each) => parts.has(each))).toBe(false);
    expect(project.documents.some(({ isRead }) => isRead)).toBe(false);
  });
});

test('whatever includes something is taken to be able to', () => {
  const folder = temporaryFolder({ 'tei/p.xml': part, 'tei/e.ent': part, 'tei/p.dtd': '' });
  const path = join(folder, 'tei/a.xml');
  const { root, workingDirectory } = loadProject('.', { workingDirectory: folder });
  const configuration = { externalEntities: ['tei'], rules: {} };
  const prolog = fc.constantFrom(
    '',
    '<!DOCTYPE TEI [<!ENTITY e SYSTEM "e.ent">]>',
    '<!DOCTYPE TEI SYSTEM "p.dtd">',
    `<!DOCTYPE TEI [<!ENTITY x "${xi}">]>`,
  );
  const namespace = fc.constantFrom(
    ...[`"${xi}"`, `'${xi}'`, '"&x;"', `"${xi.replace('I', '&#73;')}"`],
    ...[` = "${xi.replace('/X', '&#x2F;X')}"`, "'http&#58;//www.w3.org/2001/XI&#110;clude'", '"x"'],
  );
  const content = fc.constantFrom(
    (xmlns: string) => `<xi:include xmlns:xi=${xmlns} href="p.xml"/>`,
    (xmlns: string) => `<include\nxmlns=${xmlns} href="p.xml"/>`,
    (xmlns: string) => `<p xmlns:n\n=${xmlns}><n:include href="p.xml"/></p>`,
    () => '&e;',
    () => 'text',
  );
  const encoding = fc.constantFrom<BufferEncoding>('utf8', 'utf16le');
  const run = fc.record({ prolog, namespace, content, encoding });
  let including = 0;
  fc.assert(
    fc.property(run, ({ prolog, namespace, content, encoding }) => {
      const text = `${prolog}${letter(content(namespace))}`;
      const mark = encoding === 'utf8' ? '' : '\uFEFF';
      writeFiles(folder, { 'tei/a.xml': Buffer.from(`${mark}${text}`, encoding) });
      const read = readDocument(path, 'a.xml', { root, workingDirectory, configuration });
      if (read.included.length === 0) return;
      including++;
      expect(mayInclude(read.source.text)).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(including).toBeGreaterThan(50);
});
