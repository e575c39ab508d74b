import { describe, expect, test } from 'vitest';
import { parseXml } from '../xml/index.js';
import { checkIntegrity } from './index.js';

const TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">';
const wrong = '<date from="1951-01-29" to="1951-01-28"/>';

/** What is said of a document: line, code and message. */
function said(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  const documents = Object.entries({ 'tei/a.xml': text, ...others }).map(([file, content]) => {
    const { document } = parseXml({ file, text: content });
    if (document === undefined) throw new Error(content);
    return { path: file, document };
  });
  return checkIntegrity(documents, { report: new Set(['tei/a.xml']) }).map(
    ({ line, code, severity, message }) => `${line} ${severity} ${code}: ${message}`,
  );
}

const order = (line: number): string =>
  `${line} error integrity/date-order: <date> ends before it begins: @to is 1951-01-28, @from is 1951-01-29.`;
const ignore = '<?imprimatur ignore date-order: as in the source?>';

describe('an instruction silences a rule', () => {
  test.each([
    ['up to the end of the element that comes next', `<p>${ignore}${wrong}</p>`],
    ['and in all that this holds', `<p>${ignore}<hi><hi>${wrong}</hi></hi></p>`],
    ['or of the element it stands in', `<p>${ignore} in words <!-- c --></p>${ignore}${wrong}`],
    ['by the whole code, too', `<p><?imprimatur ignore integrity/date-order: so?>${wrong}</p>`],
  ])('%s', (_, text) => {
    const problems = said(`${TEI}${text}</TEI>`);
    expect(problems.filter((each) => each.includes('date-order:'))).toEqual([]);
  });

  test('and not beyond', () => {
    expect(said(`${TEI}<p>${ignore}${wrong}\n${wrong}</p>\n<p>${wrong}</p></TEI>`)).toEqual([
      order(2),
      order(3),
    ]);
  });

  test('in the whole document, where it stands before the root', () => {
    expect(said(`${ignore}\n${TEI}<p>${wrong}</p>\n<p>${wrong}</p></TEI>`)).toEqual([]);
  });

  test('or several, and no other', () => {
    const text = `${TEI}<p><?imprimatur ignore date-order, dangling-pointer: so?><ref target="#x">${wrong}</ref></p></TEI>`;
    expect(said(text)).toEqual([]);
    expect(said(text.replace(', dangling-pointer', ''))).toEqual([
      '1 error integrity/dangling-pointer: "#x" in @target on <ref> points to nothing: this document has no xml:id="x".',
    ]);
  });

  test('that looks at several documents', () => {
    const register = '<TEI><place xml:id="seoul"/></TEI>';
    const text = (silence: string): string =>
      `${TEI}<p>${silence}<placeName ref="places.xml#soul"/></p></TEI>`;
    const others = { 'tei/places.xml': register };
    expect(said(text(''), others)).toHaveLength(1);
    expect(said(text('<?imprimatur ignore dangling-pointer: later?>'), others)).toEqual([]);
  });

  test('wherever the severity of the rule is set', () => {
    const { document } = parseXml({
      file: 'a.xml',
      text: `${TEI}<p>${wrong}${ignore}${wrong}</p></TEI>`,
    });
    if (document === undefined) throw new Error();
    const found = checkIntegrity([{ path: 'a.xml', document }], {
      rules: { 'date-order': { severity: 'info' } },
    });
    expect(found.map(({ severity }) => severity)).toEqual(['info']);
  });
});

describe('an instruction that silences nothing is told', () => {
  test.each([
    ['<?imprimatur ignore date-order?>', 'This gives no reason, and so silences nothing.'],
    ['<?imprimatur ignore date-order: ?>', 'This gives no reason, and so silences nothing.'],
    ['<?imprimatur ignore dateorder: so?>', 'There is no rule "dateorder" to silence.'],
    ['<?imprimatur ignore: so?>', 'This does not say which rule it silences.'],
    ['<?imprimatur silence date-order: so?>', '"silence" is nothing that imprimatur can be told.'],
  ])('%s', (instruction, message) => {
    expect(said(`${TEI}\n<p>${instruction}${wrong}</p></TEI>`)).toEqual([
      `2 warning integrity/silencing: ${message}`,
      order(2),
    ]);
  });

  test('and so is one that has become needless', () => {
    expect(said(`${TEI}<p>${ignore}</p></TEI>`)).toEqual([
      '1 warning integrity/silencing: There is nothing for date-order to find here, and so nothing to silence.',
    ]);
  });

  test('unless its rule could not be applied: it is off, or needs the whole project', () => {
    const unused = '<?imprimatur ignore unused-entry: kept for later?>';
    const text = `${TEI}<listPlace>${unused}<place xml:id="a"/></listPlace></TEI>`;
    expect(said(text)).toEqual([]);
    expect(said(text, { 'tei/b.xml': '<TEI/>' })).toEqual([]);
    const { document } = parseXml({ file: 'a.xml', text: `${TEI}${ignore}${wrong}</TEI>` });
    if (document === undefined) throw new Error();
    const rules = { 'date-order': { severity: 'off' } } as const;
    expect(checkIntegrity([{ path: 'a.xml', document }], { rules })).toEqual([]);
  });
});
