import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemsIn } from '../src/relaxng/derivative-engine.js';
import { loadSchema } from '../src/relaxng/load-schema.js';
import { parseXml } from '../src/xml/index.js';

// Small mistakes in documents of TEI, and what is said of each by TEI's own schemas, which lie beside the project. The
// golden files read like a manual: the mistake, the place marked under it, the message, what to do.

const folder = join(import.meta.dirname, '../../shared/tei/4.9.0');

/** What is wrong, and the part of a document that it is in: the header, or the body. */
const mistakes: readonly (readonly [title: string, where: 'header' | 'body', xml: string])[] = [
  ['a letter left out of a name', 'body', '<p><perName>Kim</perName></p>'],
  ['a small letter for a capital', 'body', '<p><placename>Seoul</placename></p>'],
  ['two letters exchanged', 'body', '<p><dtae>now</dtae></p>'],
  ['a name from HTML', 'body', '<p>so <strong>much</strong></p>'],
  ['a list as HTML has it', 'body', '<ul><item>one</item></ul>'],
  ['a name that means nothing', 'body', '<p><xyzzyplugh/></p>'],
  ['a word of one letter', 'body', '<p><z>a</z></p>'],
  ['a paragraph in a name', 'body', '<p><persName><p>Kim</p></persName></p>'],
  ['a date outside any paragraph', 'body', '<date>now</date>'],
  ['a division in a paragraph', 'body', '<p><div><p>inner</p></div></p>'],
  ['an item outside any list', 'body', '<p><item>one</item></p>'],
  ['a heading after the text', 'body', '<div><p>text</p><head>Title</head></div>'],
  ['a paragraph after a division', 'body', '<div><p>text</p></div><p>more</p>'],
  ['the header’s elements in the text', 'body', '<titleStmt><title>T</title></titleStmt>'],
  ['text in a list', 'body', '<list>one<item>two</item></list>'],
  ['text in a table', 'body', '<table>loose<row><cell>1</cell></row></table>'],
  ['text in an element that is always empty', 'body', '<p>a<lb>b</lb></p>'],
  ['a list without items', 'body', '<p><list/></p>'],
  ['a table without rows', 'body', '<table/>'],
  ['a row without cells', 'body', '<table><row/></table>'],
  ['a choice of nothing', 'body', '<p><choice/></p>'],
  ['a choice of one', 'body', '<p><choice><sic>teh</sic></choice></p>'],
  ['a quotation with nothing quoted', 'body', '<cit/>'],
  ['a picture without address', 'body', '<figure><graphic/></figure>'],
  ['a day that is not', 'body', '<p><date when="2023-02-30">then</date></p>'],
  ['a leap day in a common year', 'body', '<p><date when="1900-02-29">then</date></p>'],
  ['a month that is not', 'body', '<p><date when="1951-13">then</date></p>'],
  ['a date in words', 'body', '<p><date when="yesterday">then</date></p>'],
  ['a date as it is spoken', 'body', '<p><date when="29.1.1951">then</date></p>'],
  ['no date at all', 'body', '<p><date when="">then</date></p>'],
  ['an hour that is not', 'body', '<p><time when="25:00:00">late</time></p>'],
  ['a duration in words', 'body', '<p><date dur="two days">then</date></p>'],
  ['a number in words', 'body', '<p><num value="two">two</num></p>'],
  ['a number less than nothing', 'body', '<table><row><cell cols="-1">a</cell></row></table>'],
  ['an identifier that begins with a digit', 'body', '<p xml:id="1a">text</p>'],
  ['an identifier with a space', 'body', '<p xml:id="a b">text</p>'],
  ['an identifier with a colon', 'body', '<p xml:id="a:b">text</p>'],
  ['a language that is none', 'body', '<p xml:lang="english (british)">text</p>'],
  ['an address with a stray percent sign', 'body', '<p><ref target="100%">text</ref></p>'],
  ['two words where one may stand', 'body', '<div type="a b"><p>text</p></div>'],
  ['a value that is not in the list', 'body', '<p cert="hgih">text</p>'],
  ['an attribute mistyped', 'body', '<p rned="bold">text</p>'],
  ['an attribute of another element', 'body', '<p when="1951">text</p>'],
  ['an attribute without its prefix', 'body', '<p id="a">text</p>'],
  ['an attribute from HTML', 'body', '<p class="bold">text</p>'],
  ['an element in no namespace', 'body', '<p xmlns="">text</p>'],
  ['an element in another namespace', 'body', '<p xmlns="http://www.w3.org/1999/xhtml">text</p>'],
  ['several mistakes at once', 'body', '<p rned="x"><perName ref="#k">Kim</perName><when/></p>'],
  [
    'no title statement',
    'header',
    '<fileDesc><publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc>',
  ],
  [
    'a title statement without title',
    'header',
    '<fileDesc><titleStmt/><publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc>',
  ],
  [
    'no source',
    'header',
    '<fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><p>p</p></publicationStmt></fileDesc>',
  ],
  [
    'publication and title exchanged',
    'header',
    '<fileDesc><publicationStmt><p>p</p></publicationStmt><titleStmt><title>t</title></titleStmt><sourceDesc><p>s</p></sourceDesc></fileDesc>',
  ],
  ['no file description', 'header', '<encodingDesc><p>e</p></encodingDesc>'],
  [
    'two titles statements',
    'header',
    '<fileDesc><titleStmt><title>t</title></titleStmt><titleStmt><title>t</title></titleStmt><publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc>',
  ],
];

const soundHeader =
  '<fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc>';

/** The document with a mistake: each part on a line of its own. */
function documentWith(where: 'header' | 'body', xml: string): string {
  const header = where === 'header' ? xml : soundHeader;
  const body = where === 'body' ? xml : '<p>text</p>';
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>\n${header}\n</teiHeader><text><body>\n${body}\n</body></text></TEI>`;
}

describe.skipIf(!existsSync(folder)).each(['tei_all', 'tei_lite', 'tei_simplePrint'])(
  'what is said of mistakes by %s',
  (name) => {
    it('reads like a manual', async () => {
      const schema = loadSchema({ path: join(folder, `${name}.rng`), file: `${name}.rng` });
      const pages = mistakes.map(([title, where, xml]) => {
        const text = documentWith(where, xml);
        const { document } = parseXml({ file: `${title}.xml`, text });
        if (document === undefined) throw new Error(`${title} is not well-formed`);
        const problems = problemsIn(document, schema, `${name}.rng`);
        expect([title, problems.length]).not.toEqual([title, 0]);
        const said = problems.map((problem) => {
          const line = text.split('\n')[problem.line - 1] ?? '';
          const width = Math.max(1, problem.endColumn - problem.column);
          const mark = `${' '.repeat(problem.column - 1)}${'^'.repeat(width)}`;
          const help = problem.help === undefined ? '' : `\n    ${problem.help}`;
          return `    ${line}\n    ${mark}\n    ${problem.message} [${problem.code}]${help}\n`;
        });
        return `# ${title}\n\n${said.join('\n')}`;
      });
      await expect(pages.join('\n')).toMatchFileSnapshot(`golden/relaxng/${name}.txt`);
    });
  },
);
