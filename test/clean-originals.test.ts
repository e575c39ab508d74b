import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkIntegrity } from '../src/integrity/index.js';
import { parseXml } from '../src/xml/index.js';

/*
 * What the rules find in texts that others have published, and that has been looked at one by one. Each is true; a rule
 * that finds more, or less, has changed, and its findings are to be looked at again.
 */

const corpus = resolve(import.meta.dirname, '../../shared/corpus');

/** How often each rule finds something, and why that is so. */
type Reviewed = Readonly<Record<string, readonly [number, string]>>;

const letters: Reviewed = {
  coordinates: [7590, 'decimals stand after a comma; registers of places carry along hundreds'],
  'dangling-pointer': [1368, '@rendition names #langesS and others that no document declares'],
  'date-order': [1, 'an organisation of 1905 that ends in 1882'],
  'date-words': [12, '@notAfter lies two days before the end of the span in words'],
  'double-space': [11, 'two spaces in a line'],
  'incomplete-header': [2, 'the registers name no licence'],
  'mixed-apostrophes': [13, 'one sign for an apostrophe among many of the other'],
  placeholder: [11, 'XXXX in <idno>'],
  'shared-identifier': [1, 'an organisation has another name in a letter than in the register'],
  'undeclared-language': [7, '<foreign> in French or English, which langUsage does not have'],
  'unknown-subtag': [21, 'fra, where BCP 47 has fr'],
  'unused-entry': [2813, 'the registers are those of all letters, not of the 59 at hand'],
};

const testsOfTei: Reviewed = {
  'dangling-pointer': [37, 'examples that point to what is not there'],
  'date-words': [6, 'months, days and years that differ between words and attributes'],
  'double-space': [198, 'two spaces after a full stop, as typewriters had them'],
  'external-link': [1, 'a file:/// address'],
  'incomplete-header': [17, 'headers that hold no more than is necessary'],
  'life-dates': [1, 'a death in 1727, a birth in 1767'],
  'lookalike-digit': [3, '0rðinn, which is Orðinn'],
  'malformed-pointer': [2, 'schemes that no header declares'],
  'missing-file': [67, 'examples that point to files that are not there'],
  'mixed-apostrophes': [1, 'one sign for an apostrophe among many of the other'],
  'name-spelling': [2, 'Sion and tsiyyôn, where the entry has Zion and tziyyon'],
  'page-number': [5, 'pages that were left out, and numbers that stand twice'],
  placeholder: [2, '“The title”'],
  'replacement-character': [3, 'Chinese characters that were lost'],
  'similar-entries': [5, 'persons of one name with nothing to tell them apart'],
  'space-before-punctuation': [4, 'a space before a comma or colon'],
  'undeclared-language': [1, 'German, which langUsage does not have'],
  'unknown-subtag': [57, 'el-grc, where BCP 47 has grc'],
  'unpaired-bracket': [4, 'brackets that are not closed, or not opened'],
  'unused-entry': [146, 'registers of many entries with few texts'],
};

/** How often each rule finds something in the documents of folders. */
function found(...folders: readonly string[]): Record<string, number> {
  const documents = folders
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((path) => path.endsWith('.xml'))
    .sort()
    .flatMap((path) => {
      const { document } = parseXml({ file: basename(path), text: readFileSync(path, 'utf8') });
      // The letters and their registers lie side by side in their project.
      return document === undefined ? [] : [{ path: join('/tei', basename(path)), document }];
    });
  const counts: Record<string, number> = {};
  for (const { code } of checkIntegrity(documents)) {
    const rule = code.slice(code.indexOf('/') + 1);
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}

function countsOf(reviewed: Reviewed): Record<string, number> {
  return Object.fromEntries(Object.entries(reviewed).map(([rule, [count]]) => [rule, count]));
}

describe.skipIf(!existsSync(corpus))(
  'what rules find in clean originals (skipped without ../shared)',
  () => {
    test('59 letters and their registers', () => {
      const folders = ['letters/editions', 'letters/indices'].map((folder) => join(corpus, folder));
      expect(found(...folders)).toEqual(countsOf(letters));
    });

    test("TEI's own test documents", () => {
      expect(found(join(corpus, 'tei-tests'))).toEqual(countsOf(testsOfTei));
    });
  },
);
