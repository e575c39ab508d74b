import { describe, expect, it } from 'vitest';
import { bareContext } from './index.js';
import { xmlSchemaLibrary } from './xml-schema-library.js';

function keyOf(name: string, literal: string): string | undefined {
  return xmlSchemaLibrary.datatype(name, [])?.key(literal, bareContext);
}

function complaintOf(name: string, literal: string): string | undefined {
  return xmlSchemaLibrary.datatype(name, [])?.complaint(literal, bareContext)?.reason;
}

describe('moments', () => {
  it.each([
    ['dateTime', '1998-12-31T23:59:60Z', '1999-01-01T00:00:00Z'],
    ['dateTime', '1951-01-29T24:00:00', '1951-01-30T00:00:00'],
    ['dateTime', '1951-01-29T12:00:00+08:00', '1951-01-29T04:00:00.0Z'],
    ['date', '2000-02-29Z', '2000-02-29+00:00'],
    ['time', '24:00:00', '00:00:00'],
  ])('%s: %s is %s', (name, a, b) => {
    expect(keyOf(name, a)).toBeDefined();
    expect(keyOf(name, a)).toBe(keyOf(name, b));
  });

  it.each([
    ['date', '1900-02-29', 'February 1900 has 28 days'],
    ['date', '-0004-02-30', 'February 4 BCE has 28 days'],
    ['date', '-0005-02-30', 'February 5 BCE has 29 days'],
    ['date', '0000-01-01', 'there is no year 0: 1 BCE is written -0001'],
    ['gYear', '01951', 'a year of more than four digits does not begin with 0'],
    ['gDay', '---32', 'a month has at most 31 days'],
    ['time', '23:59:61', 'a minute has no second 61'],
    ['time', '24:00:01', 'a day ends at 24:00:00'],
    ['date', '1951-01-29+14:01', 'a time zone is Z, or between -14:00 and +14:00'],
  ])('%s: %s cannot be, for %s', (name, literal, reason) => {
    expect(complaintOf(name, literal)).toBe(reason);
    expect(keyOf(name, literal)).toBeUndefined();
  });
});
