import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letter, temporaryFolder, writeFiles } from '../../test/temporary-project.js';
import { Failure } from '../problems/index.js';
import { readConfiguration } from './configuration.js';
import { loadProject } from './index.js';

const read = (folder: string) => readConfiguration(folder, (path) => path.slice(folder.length + 1));

function configured(text: string, folder = temporaryFolder({ 'dtd/tei.dtd': '' })) {
  writeFiles(folder, { 'imprimatur.config.json': text });
  return read(folder).externalEntities.map((path) => path.slice(folder.length));
}

function said(text: string): string[] {
  try {
    configured(text);
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.message).toBe('The configuration imprimatur.config.json cannot be used.');
    return error.problems.map(
      ({ line, column, code, message, help }) => `${line}:${column} ${code} ${message} | ${help}`,
    );
  }
}

test('without a configuration nothing is allowed', () => {
  expect(read(temporaryFolder())).toEqual({ externalEntities: [], rules: {} });
});

describe('external entities are allowed', () => {
  test.each<[string, string, string[]]>([
    ['by nothing', '{}', []],
    ['not at all', '{ "externalEntities": false }', []],
    ['in the whole project', '{ "externalEntities": true }', ['']],
    ['in some folders', '{ "externalEntities": ["dtd", "./dtd/"] }', ['/dtd', '/dtd']],
    ['after a byte order mark', '\uFEFF{ "$schema": "x", "externalEntities": ["."] }', ['']],
  ])('%s', (_, text, folders) => {
    expect(configured(text)).toEqual(folders);
  });
});

describe('a wrong configuration is told with its place', () => {
  test.each<[string, string[]]>([
    [
      '{\n  "externalEntites": true\n}',
      [
        '2:3 project/unknown-setting There is no setting "externalEntites". | Did you mean "externalEntities"?',
      ],
    ],
    [
      '{ "colour": "red" }',
      [
        '1:3 project/unknown-setting There is no setting "colour". | The settings are "externalEntities", "rules".',
      ],
    ],
    [
      '{ "externalEntities": "dtd" }',
      [
        '1:23 project/wrong-setting "externalEntities" is true, false or a list of folders, and this is the text "dtd". | Write true for all folders of the project, or ["dtd"] for one.',
      ],
    ],
    [
      '{ "externalEntities": ["dtd", "dtds", "../x", 7, ""] }',
      [
        '1:31 project/wrong-setting There is no folder dtds in the project. | Correct the path, which begins from the folder of this file.',
        '1:39 project/wrong-setting The folder ../x lies outside the project. | Move it into the project; its path begins from the folder of this file.',
        '1:47 project/wrong-setting "externalEntities" is a list of folders, and this is 7. | Write their paths: "dtd".',
        '1:50 project/wrong-setting "externalEntities" is a list of folders, and this is the text "". | Write their paths: "dtd".',
      ],
    ],
    [
      '{ "externalEntities": true,\n "externalEntities": false }',
      ['2:2 project/configuration "externalEntities" stands twice. | Keep one of the two.'],
    ],
    [
      '{ "$schema": 1 }',
      [
        '1:14 project/wrong-setting "$schema" is the address of a JSON Schema, and this is 1. | undefined',
      ],
    ],
    [
      '[]',
      [
        '1:1 project/configuration A configuration is an object, in braces. | Write { "externalEntities": true }, or delete the file: all works without one.',
      ],
    ],
    [
      '',
      ['1:1 project/configuration The value is missing. | Write true, false, a list or a text.'],
    ],
    [
      '{ "externalEntities": true, }',
      [
        '1:29 project/configuration The name of a setting is missing here. | A comma parts two settings; none follows the last.',
      ],
    ],
    [
      '{ "externalEntities" true }',
      ['1:22 project/configuration A colon is missing here. | Settings are written "name": value.'],
    ],
    [
      '{ "$schema": ""\n "externalEntities": true }',
      [
        '2:2 project/configuration A comma is missing before this. | Settings are parted by commas.',
      ],
    ],
    [
      '{ // all\n }',
      ['1:3 project/configuration A comment stands here, and JSON has none. | Take it out.'],
    ],
    [
      '{ "externalEntities": true',
      ['1:27 project/configuration The configuration is not closed with }. | Write } at the end.'],
    ],
    [
      "{ 'externalEntities': true }",
      [
        "1:3 project/configuration This is not JSON: 'externalEntities'. | Names and texts stand in straight quotation marks \".",
      ],
    ],
  ])('%s', (text, problems) => {
    expect(said(text)).toEqual(problems);
  });

  test('a folder in its place', () => {
    const folder = temporaryFolder({ 'imprimatur.config.json/x': '' });
    expect(() => read(folder)).toThrow(
      'imprimatur.config.json is a folder, where the configuration of the project is wanted.',
    );
  });
});

test('a project has its configuration, from wherever it is loaded', () => {
  const folder = temporaryFolder({
    'tei/a.xml': letter('a'),
    'imprimatur.config.json': '{ "externalEntities": true }',
  });
  const project = loadProject('.', { workingDirectory: join(folder, 'tei') });
  expect(project.configuration.externalEntities).toEqual([folder]);
});

describe('the JSON Schema that editors complete by', () => {
  const file = resolve(import.meta.dirname, '../../imprimatur.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;

  test('accepts what the reader accepts, and nothing else', () => {
    const folder = temporaryFolder({ 'dtd/tei.dtd': '' });
    symlinkSync(join(folder, 'dtd'), join(folder, 'link'));
    const value = fc.oneof(
      fc.boolean(),
      fc.constantFrom(
        'dtd',
        'link',
        '',
        null,
        1,
        {},
        [],
        ['dtd'],
        ['dtd', '.'],
        ['dtd', 1],
        [['dtd']],
        [''],
      ),
    );
    const name = fc.constantFrom('$schema', 'externalEntities', 'externalEntites', '', 'title');
    const configuration = fc.oneof(value, fc.dictionary(name, value));
    fc.assert(
      fc.property(configuration, (given) => {
        let isRead = true;
        try {
          configured(JSON.stringify(given), folder);
        } catch {
          isRead = false;
        }
        expect(isRead).toBe(isValid(given, schema));
      }),
      { numRuns: 500, seed: 1951 },
    );
  });
});

interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Validity by the keywords of JSON Schema that the schema uses; another fails, lest it be passed over. */
function isValid(value: unknown, schema: JsonSchema): boolean {
  return Object.entries(schema).every(([keyword, wanted]) => {
    switch (keyword) {
      case '$schema':
      case 'title':
      case 'description':
      case 'default':
        return true;
      case 'type':
        return (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value) === wanted;
      case 'oneOf':
        return (wanted as JsonSchema[]).filter((one) => isValid(value, one)).length === 1;
      case 'items':
        return !Array.isArray(value) || value.every((item) => isValid(item, wanted as JsonSchema));
      case 'minLength':
        return typeof value !== 'string' || value.length >= (wanted as number);
      case 'properties':
        return (
          typeof value !== 'object' ||
          value === null ||
          Object.entries(wanted as Record<string, JsonSchema>).every(
            ([name, one]) => !Object.hasOwn(value, name) || isValid(Reflect.get(value, name), one),
          )
        );
      case 'additionalProperties':
        return (
          typeof value !== 'object' ||
          value === null ||
          Object.keys(value).every((name) => Object.hasOwn(schema.properties as object, name))
        );
      default:
        throw new Error(`the keyword ${keyword} is not checked here`);
    }
  });
}

describe('rules are set', () => {
  const rules = (json: string): unknown =>
    read(temporaryFolder({ 'imprimatur.config.json': `{ "rules": ${json} }` })).rules;

  test('by a severity alone, or with options', () => {
    expect(rules('{ "date-order": "off", "language-tag": { "severity": "info" } }')).toEqual({
      'date-order': { severity: 'off' },
      'language-tag': { severity: 'info', options: {} },
    });
  });
});
