import { describe, expect, it } from 'vitest';
import {
  readSuite,
  suiteAddress,
  suiteFiles,
  suitesArePresent,
} from '../../test/conformance/relaxng-suite.js';
import { parseXml } from '../xml/index.js';
import { readSchema } from './grammar/index.js';
import { type Mistake, Schema, validateDocument } from './validation/index.js';

/** What is wrong with a document. */
function mistakes(schema: Schema, text: string): Mistake[] {
  const { document, problems } = parseXml({ file: 'document.xml', text });
  if (document === undefined) throw new Error(JSON.stringify(problems));
  const found: Mistake[] = [];
  validateDocument(document, schema, (mistake) => found.push(mistake));
  return found;
}

describe.skipIf(!suitesArePresent)('RELAX NG: spectest.xml', () => {
  for (const test of suitesArePresent ? readSuite('spectest.xml') : []) {
    const [written] = test.schemas;
    if (written === undefined) throw new Error(`${test.name} has no schema`);
    const read = () => readSchema(suiteAddress(), suiteFiles(written.text, test.files));

    it(`${test.name}, ${test.section}: ${written.correct ? 'correct' : 'incorrect'}`, () => {
      const schema = read();
      if (!written.correct) {
        expect(schema.problems).not.toEqual([]);
        for (const problem of schema.problems)
          expect(problem.message).toMatch(/\(RELAX NG, \d[\d.]*\)$/);
        return;
      }
      expect(schema.problems).toEqual([]);
      if (schema.start === undefined) return;
      const validating = new Schema(schema.start);
      for (const document of test.valid)
        expect([document, mistakes(validating, document)]).toEqual([document, []]);
      for (const document of test.invalid)
        expect([document, mistakes(validating, document).length]).not.toEqual([document, 0]);
    });
  }
});
