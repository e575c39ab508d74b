import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datatypeLibrary, xmlSchemaDatatypes } from '../../datatype-libraries/index.js';
import { repairHelp, spanOf } from './repairs.js';

const nowhere = { namespace: () => undefined, unparsedEntity: () => false };

function help(value: string, ...names: string[]): string | undefined {
  const library = datatypeLibrary(xmlSchemaDatatypes);
  const datatypes = names.map((name) => library?.datatype(name, []));
  return repairHelp(value, names, (one) =>
    datatypes.some((datatype) => datatype?.allows(one, nowhere)),
  );
}

const dating = ['date', 'gYear', 'gYearMonth', 'dateTime', 'time'];

describe('a date is given the form of XML Schema', () => {
  it.each([
    ['1951/01/29', 'Write "1951-01-29".'],
    ['1951.1.29', 'Write "1951-01-29".'],
    ['1951-1-9', 'Write "1951-01-09".'],
    ['19510129', 'Write "1951-01-29".'],
    ['29.1.1951', 'Write "1951-01-29".'],
    ['29.01.1951', 'Write "1951-01-29".'],
    ['1/29/1951', 'Write "1951-01-29".'],
    ['29/1/1951', 'Write "1951-01-29".'],
    ['2/1/1951', 'Write "1951-01-02" or "1951-02-01", whichever is meant.'],
    ['3/3/1951', 'Write "1951-03-03".'],
    ['1.1951', 'Write "1951-01".'],
    ['29 January 1951', 'Write "1951-01-29".'],
    ['January 29, 1951', 'Write "1951-01-29".'],
    ['29. Januar 1951', 'Write "1951-01-29".'],
    ['29 janvier 1951', 'Write "1951-01-29".'],
    ['29th of Neverember 1951', undefined],
    ['January 1951', 'Write "1951-01".'],
    ['c. 1951', 'Write "1951".'],
    ['1951?', 'Write "1951".'],
    ['[1951-01-29]', 'Write "1951-01-29".'],
    ['1951-01-29 14:30', 'Write "1951-01-29T14:30:00".'],
    ['1951-01-29t14:30:00z', 'Write "1951-01-29T14:30:00Z".'],
    ['14:30', 'Write "14:30:00".'],
    ['2.15 pm', 'Write "14:15:00".'],
    ['19 Uhr', 'Write "19:00:00".'],
    ['24:00', 'Write "24:00:00".'],
    ['25:00', undefined],
    ['2023-02-30', 'Write the date that is meant, or "2023-02" alone.'],
    ['1951-13', 'Write the date that is meant, or "1951" alone.'],
    ['yesterday', undefined],
    ['51', undefined],
  ])('%s', (value, said) => {
    expect(help(value, ...dating)).toBe(said);
  });
});

describe('a span of time has a beginning and an end', () => {
  it.each([
    ['1950-1953', ['1950', '1953']],
    ['1950–1953', ['1950', '1953']],
    ['1951-01-29/1951-02-01', ['1951-01-29', '1951-02-01']],
    ['1950 to 1953', ['1950', '1953']],
    ['1951-01-29', undefined],
    ['1950-', undefined],
  ])('%s', (value, span) => {
    expect(spanOf(value)).toEqual(span);
  });
});

describe('other values, by their datatypes', () => {
  it.each([
    ['two', 'decimal', 'Write "2".'],
    ['2,5', 'decimal', 'Write "2.5".'],
    ['1,000', 'decimal', 'Write "1000" or "1.000", whichever is meant.'],
    ['1,000', 'integer', 'Write "1000".'],
    ['10 000', 'integer', 'Write "10000".'],
    ['12 km', 'decimal', 'Write "12".'],
    ['two days', 'duration', 'Write "P2D".'],
    ['3 weeks', 'duration', 'Write "P21D".'],
    ['yes', 'boolean', 'Write "true".'],
    ['Nein', 'boolean', 'Write "false".'],
    ['perhaps', 'boolean', undefined],
    ['en_GB', 'language', 'Write "en-GB".'],
    ['100%', 'anyURI', 'Write "100%25".'],
    ['1a', 'ID', 'Write "_1a", for instance.'],
    ['point 3', 'ID', 'Write "point-3", for instance.'],
    ['a:b', 'NCName', 'Write "a-b", for instance.'],
    ['#a', 'NCName', 'Write "a".'],
    ['인천 항', 'NCName', 'Write "인천-항", for instance.'],
    ['', 'ID', undefined],
  ])('%s as %s', (value, datatype, said) => {
    expect(help(value, datatype)).toBe(said);
  });

  it('never suggest what the datatype does not allow', () => {
    const names = [
      ...dating,
      'decimal',
      'integer',
      'duration',
      'boolean',
      'language',
      'anyURI',
      'ID',
    ];
    const library = datatypeLibrary(xmlSchemaDatatypes);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: 'grapheme' }), (name, value) => {
        const said = help(value, name);
        for (const [, written = ''] of said?.matchAll(/"([^"]*)"/g) ?? [])
          expect(library?.datatype(name, [])?.allows(written, nowhere)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
