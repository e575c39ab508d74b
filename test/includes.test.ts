import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseXml, serialize } from '../src/xml/index.js';
import { imprimatur } from './command-line.js';
import { keptFolder, temporaryFolder, writeFiles } from './temporary-project.js';

const root = resolve(import.meta.dirname, '..');
const telegram = readFileSync(join(root, 'tei/telegram-112096.xml'), 'utf8');
const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
const tei = 'xmlns="http://www.tei-c.org/ns/1.0"';

/** The telegram in three files, header and text by themselves. */
function split(): Record<string, string> {
  const header = /<teiHeader>.*<\/teiHeader>/s.exec(telegram)?.[0] ?? '';
  const text =
    /<div type="telegram".*<\/div>(?=\s*<\/body>\s*<\/text>\s*<\/TEI>)/s.exec(telegram)?.[0] ?? '';
  const include = (href: string) => `<xi:include ${xi} href="${href}"/>`;
  return {
    'tei/telegram-112096.xml': telegram
      .replace(header, include('telegram-header.xml'))
      .replace(text, include('telegram-text.xml')),
    'tei/telegram-header.xml': header.replace('<teiHeader', `<teiHeader ${tei}`),
    'tei/telegram-text.xml': text.replace('<div', `<div ${tei}`),
  };
}

function project(files: Record<string, string>, folder = temporaryFolder()): string {
  for (const part of ['tei', 'schemas'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  writeFiles(folder, files);
  return folder;
}

describe('an edition whose text lies in several files', () => {
  const whole = keptFolder();
  const parted = keptFolder();

  test('is published as if it were one', () => {
    project({}, whole);
    project(split(), parted);
    for (const folder of [whole, parted]) {
      const { status, stderr } = imprimatur(folder, 'build', '--only', 'html,text');
      expect([status, stderr.includes('error')]).toEqual([0, false]);
    }
    const read = (folder: string, file: string) =>
      readFileSync(join(folder, 'dist/telegram-112096', file), 'utf8');
    for (const file of ['index.html', 'telegram-112096.txt', 'telegram-112096.bib']) {
      expect(read(parted, file)).toBe(read(whole, file));
    }
    const source = read(parted, 'telegram-112096.xml');
    expect(source).not.toContain('XInclude');
    expect(source).toContain('<?xml version="1.0" encoding="UTF-8"?>');
    const { document } = parseXml({ file: 'published.xml', text: source });
    const { document: original } = parseXml({ file: 'original.xml', text: telegram });
    const said = (tree: typeof document) =>
      tree === undefined ? '' : serialize(tree).replaceAll(` ${tei}`, '');
    expect(said(document)).toBe(said(original));
  });

  test('is one document, whose parts are none', () => {
    const { status, stdout, stderr } = imprimatur(parted, 'validate');
    expect([status, stdout + stderr]).toEqual([0, expect.stringContaining('4 documents')]);
  });

  test('is built anew when a part is named', () => {
    const { status, stderr } = imprimatur(
      parted,
      'build',
      '--only',
      'text',
      'tei/telegram-text.xml',
    );
    expect([status, stderr.includes('error')]).toEqual([0, false]);
  });
});

test('what is wrong in a part is told in the part, whoever finds it, and once', () => {
  const files = split();
  const folder = project({
    ...files,
    'tei/telegram-text.xml': (files['tei/telegram-text.xml'] ?? '').replace(
      '<p>',
      '<p n="1" ref="#nowhere"><nope/>',
    ),
  });
  const said = (...words: string[]) => {
    const { stdout } = imprimatur(folder, 'validate', '--format', 'json', ...words);
    const { problems } = JSON.parse(stdout) as {
      problems: { file: string; code: string; line: number }[];
    };
    return problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
  };
  const told = said();
  expect(told.length).toBeGreaterThan(1);
  expect(new Set(told.map((each) => each.split(':')[0]))).toEqual(
    new Set(['tei/telegram-text.xml']),
  );
  expect(told).toEqual(expect.arrayContaining([expect.stringContaining('relaxng/')]));
  const byRelaxNg = said('--checks', 'relaxng');
  expect(byRelaxNg).toEqual(told.filter((each) => each.includes('relaxng/')));
  expect(said('--checks', 'relaxng', '--jobs', '2')).toEqual(byRelaxNg);
  expect(said('--checks', 'relaxng', '--engine', 'xmllint')).toEqual(byRelaxNg);
  expect(said('tei/telegram-text.xml')).toEqual(told);
  expect(said('--checks', 'relaxng', 'tei/telegram-header.xml')).toEqual(byRelaxNg);
});

test('a part may lie in a folder of its own, of which the schema need not know', () => {
  const files = split();
  const text = (files['tei/telegram-text.xml'] ?? '').replaceAll(
    /"(\w+\.xml#)/g,
    (_, file: string) => `"../${file}`,
  );
  const folder = project({
    ...files,
    'tei/telegram-112096.xml': (files['tei/telegram-112096.xml'] ?? '').replace(
      'telegram-text.xml',
      'parts/text.xml',
    ),
    'tei/parts/text.xml': text,
  });
  rmSync(join(folder, 'tei/telegram-text.xml'));
  for (const engine of ['imprimatur', 'xmllint']) {
    const { status, stdout } = imprimatur(folder, 'validate', '--engine', engine);
    expect([status, stdout]).toEqual([0, expect.stringContaining('No problems in 4 documents')]);
  }
  expect(imprimatur(folder, 'build', '--only', 'text').status).toBe(0);
  const published = join(folder, 'dist/telegram-112096');
  expect(readFileSync(join(published, 'telegram-112096.xml'), 'utf8')).toContain(
    'xml:base="parts/text.xml"',
  );
  expect(readFileSync(join(published, 'places.xml'), 'utf8')).toContain('<listPlace');
});

test('a part that is missing, broken or refused keeps the document from being published', () => {
  const files = split();
  const folder = project({ ...files, 'tei/telegram-header.xml': '<teiHeader>' });
  rmSync(join(folder, 'tei/telegram-text.xml'));
  const { status, stdout, stderr } = imprimatur(folder, 'build', '--only', 'text');
  expect(status).toBe(1);
  const all = stdout + stderr;
  expect(all).toContain('xml/include-missing');
  expect(all).toContain('There is no file tei/telegram-text.xml.');
  expect(all).toContain('tei/telegram-header.xml:1');
});

describe('an edition whose DOCTYPE names files', () => {
  const request = '<p>I ask you to communicate your opinion.</p>';
  const files = {
    'tei/telegram-112096.xml': telegram
      .replace('<TEI ', '<!DOCTYPE TEI SYSTEM "../dtd/names.dtd">\n<TEI ')
      .replace(request, '&request;'),
    'dtd/names.dtd': '<!ENTITY request SYSTEM "request.xml">',
    'dtd/request.xml': request.replace('<p>', `<p ${tei}>`),
  };

  test('is refused unless the configuration allows it', () => {
    const { status, stdout } = imprimatur(project(files), 'validate');
    expect([status, stdout]).toEqual([1, expect.stringContaining('"externalEntities"')]);
  });

  test('is published whole where it does', () => {
    const folder = project({ ...files, 'imprimatur.config.json': '{"externalEntities": ["dtd"]}' });
    const { status } = imprimatur(folder, 'build', '--only', 'text');
    expect(status).toBe(0);
    const place = join(folder, 'dist/telegram-112096/telegram-112096');
    expect(readFileSync(`${place}.txt`, 'utf8')).toContain('communicate your opinion');
    const source = readFileSync(`${place}.xml`, 'utf8');
    expect(source).toContain('communicate your opinion');
    expect(source).not.toContain('DOCTYPE');
  });

  test('a configuration that is wrong ends the run, with the place', () => {
    const folder = project({ 'imprimatur.config.json': '{\n "externalEntity": true }' });
    const { status, stdout, stderr } = imprimatur(folder, 'validate');
    expect(status).toBe(2);
    expect(stdout + stderr).toContain('imprimatur.config.json:2:2');
    expect(stdout + stderr).toContain('Did you mean "externalEntities"?');
  });
});
