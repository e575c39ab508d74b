import type { ValueSpace } from './value-space.js';

// 3.2.2 boolean, 3.2.15 hexBinary, 3.2.16 base64Binary.

const truths = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

export const booleanSpace: ValueSpace<boolean> = {
  name: 'boolean',
  whiteSpace: 'collapse',
  parse: (literal) => truths.get(literal),
  key: String,
  complaint: (literal) => (literal === '' ? 'it is empty' : 'it is either true or false'),
};

const hexBinary: ValueSpace<string> = {
  name: 'hexBinary',
  whiteSpace: 'collapse',
  parse: (literal) =>
    literal.length % 2 === 0 && /^[0-9A-Fa-f]*$/.test(literal) ? literal.toUpperCase() : undefined,
  key: (value) => value,
  complaint: () => 'it is written in pairs of the digits 0–9 and A–F',
  length: (value) => value.length / 2,
};

/** The last characters of a base64 text carry bits that must be zero (XML Schema Part 2, second edition, 3.2.16). */
const base64Characters = /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/;

const base64Binary: ValueSpace<string> = {
  name: 'base64Binary',
  whiteSpace: 'collapse',
  parse(literal) {
    const value = literal.replaceAll(' ', '');
    return value.length % 4 === 0 && base64Characters.test(value) ? value : undefined;
  },
  key: (value) => value,
  complaint: () => 'it is not base64: groups of four of A–Z, a–z, 0–9, + and /, = filling the last',
  length: (value) =>
    (value.length / 4) * 3 - (value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0),
};

export const binarySpaces: readonly ValueSpace<string>[] = [hexBinary, base64Binary];
