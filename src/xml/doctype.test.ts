import { expect, test } from 'vitest';
import { parseXml } from './index.js';

const doctype = (text: string) => parseXml({ file: 'letter.xml', text }).document?.doctype;

test('a document knows what its DOCTYPE says', () => {
  const text =
    '\n<!DOCTYPE TEI PUBLIC "-//TEI//DTD"  "tei.dtd" [<!ELEMENT TEI EMPTY> <!-- > --> ]  ><TEI/>';
  const found = doctype(text);
  expect(found).toMatchObject({
    name: 'TEI',
    publicId: '-//TEI//DTD',
    systemId: 'tei.dtd',
    hasElementDeclarations: true,
  });
  expect(text.slice(found?.span.start, found?.span.end)).toBe(text.slice(1, -'<TEI/>'.length));
});

test('entities alone make no document type that a document could be judged by', () => {
  expect(doctype('<!DOCTYPE p [<!ENTITY a "A">]><p/>')).toMatchObject({
    systemId: undefined,
    hasElementDeclarations: false,
  });
});

test('a document without one has none', () => {
  expect(doctype('<p/>')).toBeUndefined();
});
