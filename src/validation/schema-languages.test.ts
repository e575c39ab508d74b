import { describe, expect, test } from 'vitest';
import { letter, schema, temporaryFolder } from '../../test/temporary-project.js';
import { loadProject } from '../project/index.js';
import { type ValidateOptions, type ValidationResult, validate } from './validate.js';

function validated(
  files: Record<string, string>,
  options: ValidateOptions = {},
): Promise<ValidationResult> {
  const project = loadProject('.', { workingDirectory: temporaryFolder(files) });
  return validate(project, { checks: ['relaxng', 'xsd', 'dtd'], ...options });
}

const codesOf = ({ problems }: ValidationResult): string[] =>
  problems.map(({ file, code }) => `${file} ${code}`);

const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="letter">
    <xs:complexType>
      <xs:sequence><xs:element name="p" type="xs:string" maxOccurs="unbounded"/></xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>`;
const dtd = '<!ELEMENT letter (p+)> <!ELEMENT p (#PCDATA)>';
const rnc = 'element letter { element p { text }+ }';
const sound = '<letter><p/></letter>';
const unsound = '<letter><hi/></letter>';

describe('a schema judges by its language', () => {
  test.each([
    ['letter.xsd', xsd, 'xsd'],
    ['letter.dtd', dtd, 'dtd'],
    ['letter.rnc', rnc, 'relaxng'],
  ])('in schemas/: %s', async (name, text, room) => {
    const files = { [`schemas/${name}`]: text, 'tei/a.xml': sound, 'tei/b.xml': unsound };
    const result = await validated(files);
    expect(codesOf(result)).toEqual([expect.stringMatching(`^tei/b\\.xml ${room}/`)]);
    expect(result.schemas.map(({ file }) => file)).toEqual([`schemas/${name}`]);
    expect(codesOf(await validated(files, { checks: ['integrity'] }))).toEqual([]);
  });

  test('and several of them do, given or named', async () => {
    const named = `<?xml-model href="../letter.xsd"?><?xml-model href="../letter.rnc"?>`;
    const files = {
      'letter.xsd': xsd,
      'letter.rnc': rnc,
      'letter.dtd': dtd,
      'tei/a.xml': `${named}${unsound}`,
      'tei/b.xml': sound,
    };
    expect(codesOf(await validated(files)).map((code) => code.split('/')[1])).toEqual([
      'a.xml relaxng',
      'a.xml xsd',
    ]);
    const given = await validated(files, { schemas: ['letter.dtd', 'letter.xsd', 'letter.rnc'] });
    expect(new Set(codesOf(given).map((code) => code.split('/')[1]))).toEqual(
      new Set(['a.xml dtd', 'a.xml relaxng', 'a.xml xsd']),
    );
    expect(given.schemas.map(({ file }) => file)).toEqual([
      'letter.dtd',
      'letter.rnc',
      'letter.xsd',
    ]);
  });

  test('a document brings its own declarations', async () => {
    const doctype = `<!DOCTYPE letter [${dtd}]>`;
    const result = await validated({
      'tei/a.xml': `${doctype}${sound}`,
      'tei/b.xml': `${doctype}${unsound}`,
      'tei/c.xml': `<!DOCTYPE letter [<!ELEMENT letter EMPTY>]>${sound}`,
      'tei/d.xml': `<!DOCTYPE letter SYSTEM "letter.dtd">${unsound}`,
      'tei/letter.dtd': dtd,
    });
    expect(new Set(codesOf(result).map((code) => code.split('/')[1]))).toEqual(
      new Set(['b.xml dtd', 'c.xml dtd', 'd.xml dtd']),
    );
    expect(result.schemas.map(({ file }) => file)).toEqual(['tei/letter.dtd']);
  });

  test('a schema that is not correct is a failure, of whatever language', async () => {
    for (const [name, text] of [
      ['letter.xsd', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><p/></xs:schema>'],
      ['letter.dtd', '<!ELEMENT letter (p+>'],
      ['letter.rnc', 'element letter {'],
    ] as const) {
      const files = { [`schemas/${name}`]: text, 'tei/a.xml': sound };
      await expect(validated(files)).rejects.toMatchObject({ name: 'Failure' });
    }
  });
});

describe('documents for which there is no schema', () => {
  const withoutSchema = async (files: Record<string, string>, options?: ValidateOptions) =>
    (await validated(files, options)).withoutSchema.map(({ file }) => file);

  test('are told of', async () => {
    const named = `<?xml-model href="../letter.rng"?>${letter('a')}`;
    const files = { 'letter.rng': schema, 'tei/a.xml': named, 'tei/b.xml': letter('b') };
    expect(await withoutSchema(files)).toEqual(['tei/b.xml']);
    expect(await withoutSchema(files, { schemas: ['letter.rng'] })).toEqual([]);
    expect(await withoutSchema({ ...files, 'schemas/b.rng': schema })).toEqual([]);
    expect(await withoutSchema(files, { checks: ['integrity'] })).toEqual([]);
  });

  test('are not those whose schema is missing, nor those that are not well-formed', async () => {
    const missing = `<?xml-model href="../letter.rng"?>${letter('a')}`;
    expect(await withoutSchema({ 'tei/a.xml': missing, 'tei/b.xml': '<TEI>' })).toEqual([]);
  });
});
