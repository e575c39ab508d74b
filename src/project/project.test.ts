import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { letter, places, temporaryFolder } from '../../test/temporary-project.js';
import { parseXml } from '../xml/index.js';
import { documentKind, loadProject, pointedDocuments } from './index.js';

const load = (folder: string, paths?: string[], directory = '.') =>
  loadProject(directory, { workingDirectory: folder, paths });

describe('a project is a folder with tei/', () => {
  test('its documents come sorted, with their names, folders and kinds', () => {
    const folder = temporaryFolder({
      'tei/b.xml': letter('b'),
      'tei/1951/a.xml': letter('a'),
      'tei/places.xml': places('p1'),
      'tei/notes.txt': 'not a source',
      'tei/.draft.xml': 'hidden',
      'tei/.git/x.xml': 'hidden',
      'schemas/letter.rng': '<grammar/>',
      'xslt/html.xsl': '<x/>',
      'xslt/own.xsl': '<x/>',
    });
    const project = load(folder);
    expect(
      project.documents.map(({ file, name, folder: part, kind }) => [file, name, part, kind]),
    ).toEqual([
      ['tei/1951/a.xml', 'a', '1951', 'edition'],
      ['tei/b.xml', 'b', '', 'edition'],
      ['tei/places.xml', 'places', '', 'authority'],
    ]);
    expect(project.schemas.map(({ file }) => file)).toEqual(['schemas/letter.rng']);
    expect(project.stylesheets).toEqual({ html: join(folder, 'xslt/html.xsl') });
  });

  test('it is found from anywhere inside it', () => {
    const folder = temporaryFolder({ 'tei/1951/a.xml': letter('a') });
    const project = loadProject('.', { workingDirectory: join(folder, 'tei/1951') });
    expect(project.root).toBe(folder);
    expect(project.documents.map(({ file }) => file)).toEqual(['a.xml']);
  });

  test('a file that is named has no need of one', () => {
    const folder = temporaryFolder({ 'a.xml': letter('a') });
    expect(load(folder, ['a.xml']).documents.map(({ file }) => file)).toEqual(['a.xml']);
  });

  test('a file elsewhere brings the project it lies in, where there is none here', () => {
    const folder = temporaryFolder({
      'edition/tei/a.xml': letter('a'),
      'edition/tei/places.xml': places('p'),
    });
    const project = load(folder, ['edition/tei/a.xml']);
    expect(project.root).toBe(join(folder, 'edition'));
    expect(project.documents).toHaveLength(2);
  });

  test('a link that leads round in a circle is followed once', () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a') });
    symlinkSync(join(folder, 'tei'), join(folder, 'tei/again'));
    expect(load(folder).documents).toHaveLength(1);
  });

  test('what is not well-formed is told, and does not stop the rest', () => {
    const folder = temporaryFolder({ 'tei/a.xml': '<TEI>', 'tei/b.xml': letter('b') });
    const [broken, fine] = load(folder).documents;
    expect(broken?.tree).toBeUndefined();
    expect(broken?.problems[0]?.file).toBe('tei/a.xml');
    expect(fine?.problems).toEqual([]);
  });
});

describe('what is not there is a failure that says what to do', () => {
  test.each<[string, Record<string, string>, string[], string]>([
    ['no tei/', {}, [], 'There is no folder tei/ in this folder, nor in one above it.'],
    ['nothing in it', { 'tei/readme.txt': '' }, [], 'There is no XML file in tei/.'],
    [
      'a file in its place',
      { tei: '' },
      [],
      'tei is a file, where the folder with the sources is wanted.',
    ],
    [
      'no such file',
      { 'tei/a.xml': letter('a') },
      ['tei/b.xml'],
      'There is no file or folder tei/b.xml.',
    ],
    [
      'a folder without XML',
      { 'tei/a.xml': letter('a'), 'other/x.txt': '' },
      ['other'],
      'There is no XML file in the folder other.',
    ],
  ])('%s', (_, files, paths, message) => {
    expect(() => load(temporaryFolder(files), paths)).toThrow(message);
  });

  test('no such folder', () => {
    expect(() => load(temporaryFolder(), undefined, 'elsewhere')).toThrow(
      'There is no folder elsewhere.',
    );
  });

  test('links in a circle, and a name that is too long', () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a') });
    symlinkSync('here.xml', join(folder, 'tei/there.xml'));
    symlinkSync('there.xml', join(folder, 'tei/here.xml'));
    expect(load(folder).documents.map(({ file }) => file)).toEqual(['tei/a.xml']);
    expect(() => load(folder, ['tei/here.xml'])).toThrow('There is no file or folder');
    expect(() => load(folder, [`${'n'.repeat(300)}.xml`])).toThrow('There is no file or folder');
  });

  test('an empty tei/', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'tei'));
    expect(() => load(folder)).toThrow('There is no XML file in tei/.');
  });
});

describe('an authority file holds only lists', () => {
  const kindOf = (text: string) => {
    const { document } = parseXml({ file: 'a.xml', text: `<TEI><teiHeader/>${text}</TEI>` });
    return document === undefined ? undefined : documentKind(document);
  };
  test.each<[string, 'edition' | 'authority']>([
    ['<standOff><listPlace/></standOff>', 'authority'],
    ['<text><body><listPerson/></body></text>', 'authority'],
    ['<text><body><head>Places</head><div><listPlace/><listOrg/></div></body></text>', 'authority'],
    ['<text><body><p>Dear</p><listPerson/></body></text>', 'edition'],
    ['<standOff><listPlace/></standOff><text><body><p/></body></text>', 'edition'],
    ['<text><body><listPlace/></body><back><p/></back></text>', 'edition'],
    ['<text><body/></text>', 'edition'],
    ['<facsimile/>', 'edition'],
    ['', 'edition'],
  ])('%s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  test('a list that is the root', () => {
    const { document } = parseXml({ file: 'a.xml', text: '<listPlace/>' });
    expect(document && documentKind(document)).toBe('authority');
  });
});

test('a document points into others by any attribute whose address leads there', () => {
  const folder = temporaryFolder({
    'tei/places.xml': places('p'),
    'tei/a place.xml': places('q'),
    'tei/persons.xml': places('r'),
    'tei/1951/a.xml': letter(
      '<placeName ref="#x ../places.xml#p"/><ref target="../a%20place.xml"/>',
    ),
  });
  const project = load(folder);
  const [document] = project.documents.filter(({ name }) => name === 'a');
  expect(document && pointedDocuments(document, project).map(({ file }) => file)).toEqual([
    'tei/a place.xml',
    'tei/places.xml',
  ]);
});

test('a file that cannot be read as text says so in its problems', () => {
  const folder = temporaryFolder({ 'tei/b.xml': letter('b') });
  writeFileSync(join(folder, 'tei/a.xml'), Uint8Array.of(0x3c, 0xff, 0x3e));
  expect(load(folder).documents[0]?.problems[0]?.code).toBe('xml/encoding');
});
