import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type SchematronCase,
  schematronCases,
  unmet,
  writeSchematronCase,
} from '../../test/schematron-cases.js';
import { temporaryFolder } from '../../test/temporary-project.js';
import { Failure } from '../problems/index.js';
import { parseXml, readSource } from '../xml/index.js';
import { loadSchematron, svrl } from './index.js';

/** What came of a check, and the report of it. */
function outcome({ schema, document: path, phase }: SchematronCase): {
  readonly verdict: string;
  readonly report: string;
} {
  try {
    const schematron = loadSchematron({ path: schema, file: 'schema.sch' });
    if (schematron === undefined) return { verdict: 'nothing', report: '' };
    const { document } = parseXml(readSource(path, 'document.xml'));
    if (document === undefined) return { verdict: 'not well-formed', report: '' };
    const { problems, broken, course } = schematron.check(document, {
      phase,
      address: pathToFileURL(path).href,
      open: (address) => parseXml(readSource(new URL(address).pathname, address)).document,
    });
    return {
      verdict: broken.length > 0 ? 'error' : problems.length > 0 ? 'invalid' : 'valid',
      report: svrl(schematron.schema, course, { document: 'document.xml' }),
    };
  } catch (error) {
    if (error instanceof Failure) return { verdict: 'error', report: '' };
    throw error;
  }
}

describe.skipIf(schematronCases.length === 0)('ISO Schematron', () => {
  it.each(schematronCases)('%s', (name) => {
    const one = writeSchematronCase(name, temporaryFolder());
    const { verdict, report } = outcome(one);
    expect(verdict).toBe(one.expected);
    expect(unmet(one, report)).toEqual([]);
  });
});
