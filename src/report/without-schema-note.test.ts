import { expect, test } from 'vitest';
import { withoutSchemaNote } from './index.js';

test.each<[string[], number, string]>([
  [['a.xml'], 1, 'No document was checked against a schema. It names none'],
  [['a.xml', 'b.xml'], 2, 'No document was checked against a schema. They name none'],
  [['a.xml'], 2, 'Not all documents were checked against a schema: a.xml was not. It names none'],
  [
    ['a.xml', 'b.xml'],
    9,
    'Not all documents were checked against a schema: a.xml and b.xml were not. They name none',
  ],
  [
    ['a', 'b', 'c'],
    9,
    'Not all documents were checked against a schema: a, b and c were not. They name none',
  ],
  [
    ['a', 'b', 'c', 'd'],
    9,
    'Not all documents were checked against a schema: a, b, c and 1 more were not. They name none',
  ],
])('a note tells what no schema has judged: %j of %i', (files, documents, said) => {
  expect(withoutSchemaNote(files, documents)).toBe(
    `note: ${said}, and there is none in schemas/.\n`,
  );
});
