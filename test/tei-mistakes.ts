// Small mistakes in documents of TEI, chapter by chapter; what is said of each stands in golden/relaxng.

export interface MistakeToTell {
  /** What is wrong, in words. */
  readonly title: string;
  /** The part of the document that it is in. */
  readonly where: 'document' | 'root' | 'header' | 'text' | 'body';
  readonly xml: string;
  /** Schemas by which it is no mistake. */
  readonly notBy?: readonly string[];
}

function mistake(
  title: string,
  xml: string,
  where: MistakeToTell['where'] = 'body',
  ...notBy: string[]
): MistakeToTell {
  return { title, where, xml, notBy };
}

const titleStmt = '<titleStmt><title>T</title></titleStmt>';
const publicationStmt = '<publicationStmt><p>P</p></publicationStmt>';
const sourceDesc = '<sourceDesc><p>S</p></sourceDesc>';

/** The parts of a file description, each on a line of its own. */
function fileDesc(...parts: string[]): string {
  return `<fileDesc>\n${parts.map((part) => `  ${part}\n`).join('')}</fileDesc>`;
}

const soundHeader = `<fileDesc>${titleStmt}${publicationStmt}${sourceDesc}</fileDesc>`;
const sound = `<teiHeader>${soundHeader}</teiHeader><text><body><p>text</p></body></text>`;
const tei = 'xmlns="http://www.tei-c.org/ns/1.0"';

export const chapters: readonly {
  readonly title: string;
  readonly mistakes: readonly MistakeToTell[];
}[] = [
  {
    title: 'Names that do not exist',
    mistakes: [
      mistake('A letter left out', '<p><titel>Pravda</titel></p>'),
      mistake('A small letter for a capital', '<div><p>text</p><divgen type="toc"/></div>'),
      mistake('Two letters exchanged', '<p>on <dtae>29 January</dtae></p>'),
      mistake('A letter too many', '<p><noote>text</noote></p>'),
      mistake('A name that is right, and cannot stand here either', '<p><hed>Telegram</hed></p>'),
      mistake('A name that means nothing', '<p><xyzzyplugh/></p>'),
      mistake('A name of one letter', '<p><z>a</z></p>'),
      mistake('A name of the telegram’s makers', '<p><telegram>No. 478</telegram></p>'),
      mistake(
        'A part of TEI that small schemas leave out: persons',
        '<p><persName>Kim</persName></p>',
        'body',
        'tei_all',
      ),
      mistake(
        'A part of TEI that small schemas leave out: manuscripts',
        fileDesc(
          titleStmt,
          publicationStmt,
          '<sourceDesc><msDesc><msIdentifier><idno>7</idno></msIdentifier></msDesc></sourceDesc>',
        ),
        'header',
        'tei_all',
      ),
      mistake(
        'A part of TEI that small schemas leave out: blocks',
        '<ab>text</ab>',
        'body',
        'tei_all',
        'tei_simplePrint',
      ),
    ],
  },
  {
    title: 'Habits from HTML',
    mistakes: [
      mistake('Bold', '<p>so <b>much</b></p>'),
      mistake('Strong', '<p>so <strong>much</strong></p>'),
      mistake('Italic', '<p>so <i>much</i></p>'),
      mistake('Emphasis', '<p>so <em>much</em></p>'),
      mistake('Underlined', '<p>so <u>much</u></p>'),
      mistake('Raised', '<p>29<sup>th</sup></p>'),
      mistake('A line break', '<p>one<br/>two</p>'),
      mistake('A link', '<p><a href="https://example.org">here</a></p>'),
      mistake('A picture', '<p><figure><img src="seal.png"/></figure></p>'),
      mistake('A heading', '<div><h1>Telegram</h1><p>text</p></div>'),
      mistake('A list', '<ul><li>one</li></ul>'),
      mistake('A table', '<table><tr><td>one</td></tr></table>'),
      mistake('A section', '<section><p>text</p></section>'),
      mistake('A class', '<p class="bold">text</p>'),
      mistake('An address', '<p><ref href="https://example.org">here</ref></p>'),
      mistake(
        'A paragraph pasted with its namespace',
        '<p xmlns="http://www.w3.org/1999/xhtml">text</p>',
      ),
    ],
  },
  {
    title: 'Habits from TEI P4',
    mistakes: [
      mistake('The root', `<TEI.2 ${tei}>${sound}</TEI.2>`, 'document'),
      mistake('An identifier without its prefix', '<p id="a">text</p>'),
      mistake('A language without its prefix', '<p lang="de">Text</p>'),
      mistake('A reference', '<p><xref>here</xref></p>'),
      mistake('The value of a date', '<p><date value="1951-01-29">then</date></p>'),
      mistake('A range of dates', '<p><dateRange>1950 to 1953</dateRange></p>'),
      mistake('A numbered division', '<div0><p>text</p></div0>'),
    ],
  },
  {
    title: 'Elements where they cannot stand',
    mistakes: [
      mistake('A paragraph in a paragraph', '<div>\n<p>one\n<p>two</p>\n</p>\n</div>'),
      mistake('A paragraph in a name', '<p><name><p>Kim</p></name></p>'),
      mistake('A date outside any paragraph', '<date>now</date>'),
      mistake('A division in a paragraph', '<p>text <div><p>inner</p></div></p>'),
      mistake('An item outside any list', '<p><item>one</item></p>'),
      mistake('A cell outside any row', '<table><cell>1</cell></table>'),
      mistake(
        'A greeting in a paragraph',
        '<div><p>text</p><p><salute>With comradely greetings</salute></p></div>',
      ),
      mistake(
        'An address in a division',
        '<div>\n<address><addrLine>Seoul</addrLine></address>\n<p>text</p>\n</div>',
        'body',
      ),
      mistake('Words of the header in the text', '<titleStmt><title>T</title></titleStmt>'),
      mistake('A heading after the text', '<div>\n<p>text</p>\n<head>Title</head>\n</div>'),
      mistake(
        'A paragraph after a division',
        '<div>\n<div><p>inner</p></div>\n<p>more</p>\n</div>',
      ),
      mistake(
        'A paragraph after the close',
        '<div>\n<p>text</p>\n<closer>Filippov</closer>\n<p>more</p>\n</div>',
      ),
      mistake(
        'The back before the body',
        '<back><p>b</p></back>\n<body><p>text</p></body>',
        'text',
      ),
      mistake(
        'A root that is none',
        '<body xmlns="http://www.tei-c.org/ns/1.0"><p>text</p></body>',
        'document',
      ),
      mistake(
        'Publication and title exchanged',
        fileDesc(publicationStmt, titleStmt, sourceDesc),
        'header',
      ),
      mistake(
        'Two title statements',
        fileDesc(titleStmt, titleStmt, publicationStmt, sourceDesc),
        'header',
      ),
    ],
  },
  {
    title: 'Elements that are missing',
    mistakes: [
      mistake('No header', '<text><body><p>text</p></body></text>', 'root'),
      mistake(
        'No text',
        `<teiHeader>\n${fileDesc(titleStmt, publicationStmt, sourceDesc)}\n</teiHeader>`,
        'root',
      ),
      mistake('No file description', '<encodingDesc><p>E</p></encodingDesc>', 'header'),
      mistake('Nothing in the header', '', 'header'),
      mistake('No title statement', fileDesc(publicationStmt, sourceDesc), 'header'),
      mistake('No title', fileDesc('<titleStmt/>', publicationStmt, sourceDesc), 'header'),
      mistake('No publication', fileDesc(titleStmt, sourceDesc), 'header'),
      mistake('No source', fileDesc(titleStmt, publicationStmt), 'header'),
      mistake('An empty body', '<body/>', 'text'),
      mistake('A list without items', '<p><list/></p>'),
      mistake('A table without rows', '<table/>'),
      mistake('A row without cells', '<table><row/></table>'),
      mistake('A choice of nothing', '<p><choice/></p>'),
      mistake('A choice of one', '<p><choice><sic>teh</sic></choice></p>'),
      mistake('A division of nothing but its close', '<div><closer>Filippov</closer></div>'),
    ],
  },
  {
    title: 'Text where only elements may stand',
    mistakes: [
      mistake('Text in a division', '<div>\nNo. 478.\n<p>text</p>\n</div>'),
      mistake('Text in a list', '<list>one <item>two</item></list>'),
      mistake('Text in a table', '<table>loose<row><cell>1</cell></row></table>'),
      mistake('Text in a choice', '<p><choice>teh<sic>teh</sic><corr>the</corr></choice></p>'),
      mistake('Text in an element that is always empty', '<p>a<lb>b</lb></p>'),
    ],
  },
  {
    title: 'Attributes',
    mistakes: [
      mistake('A letter too many', '<p xml:idd="a">text</p>'),
      mistake('Two letters exchanged', '<div tpye="letter"><p>text</p></div>'),
      mistake('An attribute of other elements', '<p when="1951">text</p>'),
      mistake('An attribute of one other element', '<p cols="2">text</p>'),
      mistake('An attribute that does not exist', '<p importance="2">text</p>'),
      mistake('An attribute given twice', '<p n="1" n="2">text</p>'),
      mistake(
        'A picture without its address',
        '<p><figure><graphic/></figure></p>',
        'body',
        'tei_lite',
      ),
      mistake(
        'Where an XML Schema lies',
        `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.tei-c.org/ns/1.0 tei.xsd">${sound}</TEI>`,
        'document',
      ),
      mistake(
        'A link of XLink',
        '<p><ref xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="a.xml">here</ref></p>',
      ),
    ],
  },
  {
    title: 'Dates, times and numbers',
    mistakes: [
      mistake('A day that does not exist', '<p><date when="2023-02-30">then</date></p>'),
      mistake('A leap day in a common year', '<p><date when="1900-02-29">then</date></p>'),
      mistake('A month that does not exist', '<p><date when="1951-13">then</date></p>'),
      mistake('Strokes between the parts', '<p><date when="1951/01/29">then</date></p>'),
      mistake('The day first, with points', '<p><date when="29.1.1951">then</date></p>'),
      mistake(
        'Strokes, and the month or the day first',
        '<p><date when="02/01/1951">then</date></p>',
      ),
      mistake('A date in words', '<p><date when="29 January 1951">then</date></p>'),
      mistake('A date in other words', '<p><date when="yesterday">then</date></p>'),
      mistake('About a year', '<p><date when="c. 1951">then</date></p>'),
      mistake('A span of years', '<p><date when="1950-1953">then</date></p>'),
      mistake('A year of two digits', '<p><date when="51">then</date></p>'),
      mistake('One digit for the month', '<p><date when="1951-1-29">then</date></p>'),
      mistake('No date at all', '<p><date when="">then</date></p>'),
      mistake('A date and a time with a space', '<p><date when="1951-01-29 14:30">then</date></p>'),
      mistake('Midnight without seconds', '<p><time when="24:00">midnight</time></p>'),
      mistake('An hour that does not exist', '<p><time when="25:00:00">late</time></p>'),
      mistake(
        'A duration in words',
        '<p><date dur="two days">then</date></p>',
        'body',
        'tei_lite',
        'tei_simplePrint',
      ),
      mistake('A number in words', '<p><num value="two">two</num></p>'),
      mistake('A number with a comma', '<p><num value="2,5">two and a half</num></p>'),
      mistake(
        'A number with its unit',
        '<table><row><cell cols="2 columns">a</cell></row></table>',
      ),
      mistake('A number less than nothing', '<table><row><cell cols="-1">a</cell></row></table>'),
    ],
  },
  {
    title: 'Identifiers, pointers and languages',
    mistakes: [
      mistake('An identifier that begins with a digit', '<p xml:id="1a">text</p>'),
      mistake('An identifier with a space', '<p xml:id="point 3">text</p>'),
      mistake('An identifier with a colon', '<p xml:id="a:b">text</p>'),
      mistake('An identifier with a hash', '<p xml:id="#a">text</p>'),
      mistake('An identifier given twice', '<p xml:id="a">one</p>\n<p xml:id="a">two</p>'),
      mistake('An address with a space', '<p><graphic url="the seal.png"/></p>'),
      mistake('An address with a stray percent sign', '<p><ref target="100%">text</ref></p>'),
      mistake('A language in words', '<p xml:lang="english (british)">text</p>'),
      mistake('A language with an underscore', '<p xml:lang="en_GB">text</p>'),
    ],
  },
  {
    title: 'Values from a list',
    mistakes: [
      mistake('Two letters exchanged', '<p><date when="1951" cert="hgih">then</date></p>'),
      mistake('A capital', '<p><date when="1951" cert="High">then</date></p>'),
      mistake(
        'A value that is not in the list',
        '<p><date when="1951" cert="perhaps">then</date></p>',
      ),
      mistake('Two words where one may stand', '<div type="war telegram"><p>text</p></div>'),
      mistake('Yes for true', '<p><note anchored="yes">text</note></p>'),
      mistake('A measure without its unit', '<p><graphic url="seal.png" width="wide"/></p>'),
    ],
  },
  {
    title: 'Namespaces',
    mistakes: [
      mistake('A document in no namespace', `<TEI>${sound}</TEI>`, 'document'),
      mistake('A paragraph in no namespace', '<p xmlns="">text</p>'),
      mistake(
        'A namespace with a stroke too many',
        `<TEI xmlns="http://www.tei-c.org/ns/1.0/">${sound}</TEI>`,
        'document',
      ),
      mistake('A drawing', '<p><figure><svg xmlns="http://www.w3.org/2000/svg"/></figure></p>'),
    ],
  },
  {
    title: 'Several at once',
    mistakes: [
      mistake(
        'A forgotten paragraph around text and names',
        '<div>\nTo <name>Filippov</name> in <hi>Moscow</hi>: not yet.\n<p>text</p>\n</div>',
      ),
      mistake('A forgotten list', '<p>\n<item>one</item>\n<item>two</item>\n</p>'),
      mistake(
        'A forgotten file description',
        `${titleStmt}\n${publicationStmt}\n${sourceDesc}`,
        'header',
      ),
      mistake(
        'A paragraph around divisions',
        '<div>\n<p>\n<div><p>one</p></div>\n<div><p>two</p></div>\n</p>\n</div>',
      ),
      mistake('An element that is refused, and empty', '<p><graphic url="a.png"/><row/></p>'),
      mistake(
        'Three mistakes in one paragraph',
        '<p rned="x"><titel ref="#k">Kim</titel><when/></p>',
      ),
      mistake('A mistake within a mistake', '<section><p><b>No. <i>478</i></b></p></section>'),
    ],
  },
];

/** The document that a mistake is in. */
export function documentWith({ where, xml }: MistakeToTell): string {
  const within = (place: MistakeToTell['where'], otherwise: string) =>
    where === place ? `\n${xml}\n` : otherwise;
  if (where === 'document') return `${xml}\n`;
  const header = within('header', soundHeader);
  const text = within('text', `<body>${within('body', '<p>text</p>')}</body>`);
  const root = within('root', `<teiHeader>${header}</teiHeader><text>${text}</text>`);
  return `<TEI ${tei}>${root}</TEI>\n`;
}
