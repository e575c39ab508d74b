import { expect, test } from 'vitest';
import { readExportErrors, undisplayedText, unquoted } from './diagnostics.js';

const debug = String.raw`[SourceDiagnostic { severity: Error, span: Span(632), message: "PDF/UA-1 error: the text ${'`'}\"]\\\"\"${'`'} could not be displayed with font ${'`'}\"EB Garamond\"${'`'}", trace: [], hints: ["try using a different font"] }, SourceDiagnostic { severity: Error, span: Span(7), message: "PDF/UA-1 error: missing alt text", trace: [], hints: [] }]`;

test('the errors of an export are taken apart', () => {
  expect(readExportErrors(debug)).toEqual([
    {
      message: 'PDF/UA-1 error: the text `"]\\""` could not be displayed with font `"EB Garamond"`',
      hints: ['try using a different font'],
    },
    { message: 'PDF/UA-1 error: missing alt text', hints: [] },
  ]);
});

test('the text that could not be displayed is found in them', () => {
  expect(readExportErrors(debug).map(undisplayedText)).toEqual([']"', undefined]);
});

test('strings are read as Rust writes them', () => {
  expect(unquoted(String.raw`"a\u{301}\n\t\\\"\u{13000}"`)).toBe('a\u0301\n\t\\"\u{13000}');
});

test('what is no list of diagnostics has none', () => {
  expect(readExportErrors('the disk is full')).toEqual([]);
});
