import { describe, expect, it } from 'vitest';

import {
  readSuite,
  type SuiteSchema,
  suiteAddress,
  suiteFiles,
  suitesArePresent,
} from '../../test/conformance/relaxng-suite.js';
import { readSchema } from './grammar/index.js';
import { loadFiles } from './grammar/load-files.js';
import { SchemaProblems } from './grammar/schema-problems.js';

/** A schema as read from its file, without places, so that the two syntaxes can be compared. */
function read(schema: SuiteSchema, files: ReadonlyMap<string, string>, extension: 'rnc' | 'rng') {
  const problems = new SchemaProblems();
  const { root } = loadFiles(
    suiteAddress(extension),
    suiteFiles(schema.text, files, extension),
    problems,
  );
  return { problems: problems.problems, root: plain(root) };
}

/** What a schema says: groups of one are what they hold, addresses lose the names of the syntaxes. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? value.replace(/\.rn[cg]$/, '.rn') : value;
  if ('library' in value && 'name' in value && 'parameters' in value) {
    const { library, name, parameters } = value;
    return { library, name, parameters: plain(parameters) };
  }
  if ('children' in value && Array.isArray(value.children) && value.children.length === 1)
    return plain(value.children[0]);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'at' && key !== 'documentation' && inner !== undefined)
      .map(([key, inner]) => [key, plain(inner)]),
  );
}

describe.skipIf(!suitesArePresent)('RELAX NG Compact Syntax: compacttest.xml', () => {
  for (const test of suitesArePresent ? readSuite('compacttest.xml') : []) {
    const compact = test.parts('compact');
    const xml = test.parts('xml');
    const [written] = compact?.schemas ?? [];
    if (compact === undefined || written === undefined) throw new Error(`${test.name} is no case`);

    it(`${test.name}: ${written.correct ? 'correct' : 'incorrect'}`, () => {
      if (!written.correct) {
        const schema = readSchema(
          suiteAddress('rnc'),
          suiteFiles(written.text, compact.files, 'rnc'),
        );
        expect(schema.problems).not.toEqual([]);
        return;
      }
      const ours = read(written, compact.files, 'rnc');
      expect(ours.problems).toEqual([]);
      const [translated] = xml?.schemas ?? [];
      if (translated === undefined || xml === undefined) return;
      expect(ours.root).toEqual(read(translated, xml.files, 'rng').root);
    });
  }
});
