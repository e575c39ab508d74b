import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../xml/index.js';
import { checkIntegrity, type RuleSettings } from '../../index.js';

/** What one rule says of a text: the characters marked, and the words. */
function said(content: string, rule: string, rules: RuleSettings = {}): string[] {
  const text = `<TEI>${content}</TEI>`;
  const { document } = parseXml({ file: 'a.xml', text });
  if (document === undefined) throw new Error(text);
  return checkIntegrity([{ path: 'a.xml', document }], { rules })
    .filter(({ code }) => code === `integrity/${rule}`)
    .map(({ line, column, endColumn, message }) => {
      const marked = text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
      return `[${marked}] ${message}`;
    });
}

describe('incomplete-header: the header says what is required', () => {
  const header = (titles: string, published: string, source: string, rest = '') =>
    `<teiHeader><fileDesc><titleStmt>${titles}</titleStmt><publicationStmt>${published}</publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc>${rest}</teiHeader>`;
  const title = '<title>Telegram</title><editor ref="#imprimatur"/>';
  const licence = '<availability><licence target="https://example.org/"/></availability>';

  it.each([
    header(title, licence, '<p>Archive</p>'),
    header(title, '<p>Published in 2026 under CC BY.</p>', '<bibl><ptr target="#a"/></bibl>'),
    header(
      '<title>Telegram</title><respStmt><resp>encoding</resp></respStmt>',
      licence,
      '<p>Archive</p>',
    ),
    '<p>no header</p>',
    '<teiHeader/>',
  ])('%s', (text) => {
    expect(said(text, 'incomplete-header')).toEqual([]);
  });

  it.each([
    [header(title, '', '<p>Archive</p>'), 'no licence.'],
    [header(title, '<availability><licence/></availability>', '<p>Archive</p>'), 'no licence.'],
    [header(title, '<p>Published in 2026.</p>', '<p/>'), 'no licence and no source.'],
    [header('<title> </title>', licence, '<p>Archive</p>'), 'no title and no editor.'],
    [header('<title/>', '', ''), 'no title, no editor, no licence and no source.'],
  ])('%s', (text, words) => {
    expect(said(text, 'incomplete-header')).toEqual([`[teiHeader] The header names ${words}`]);
  });

  it('what that is can be set', () => {
    const rules = {
      'incomplete-header': {
        options: { required: ['author', 'publisher', 'place', 'date', 'language', 'revision'] },
      },
    };
    expect(said(header(title, licence, ''), 'incomplete-header', rules)).toEqual([
      '[teiHeader] The header names no author, no publisher, no place of publication, no date of publication, no language and no list of changes.',
    ]);
    const whole = header(
      '<author>Mao</author>',
      '<publisher>imprimatur</publisher><pubPlace>Seoul</pubPlace><date when="2026"/>',
      '',
      '<profileDesc><langUsage><language ident="en"/></langUsage></profileDesc><revisionDesc><change>First</change></revisionDesc>',
    );
    expect(said(whole, 'incomplete-header', rules)).toEqual([]);
  });

  it('a corpus says it for its editions', () => {
    const inner = `<TEI>${header(title, '', '<p>Archive</p>')}</TEI>`;
    expect(
      said(`${header(title, licence, '<p>Archives</p>')}${inner}`, 'incomplete-header'),
    ).toEqual([]);
  });
});

describe('placeholder: nothing is left of a template', () => {
  it.each([
    '<teiHeader><title>Titles of nobility</title></teiHeader>',
    '<teiHeader><p>TODO lists of the 1950s</p></teiHeader>',
    '<text><p>Name</p><title>Title</title></text>',
    '<teiHeader><title><hi>Title</hi> and more</title></teiHeader>',
    '<teiHeader><change>Source</change></teiHeader>',
  ])('%s', (text) => {
    expect(said(text, 'placeholder')).toEqual([]);
  });

  it.each([
    ['<teiHeader><title>Title</title></teiHeader>', 'Title'],
    ['<teiHeader><author> [Name] </author></teiHeader>', ' [Name] '],
    [
      '<teiHeader><p>Information about the source.</p></teiHeader>',
      'Information about the source.',
    ],
    ['<teiHeader><idno>XXXX</idno></teiHeader>', 'XXXX'],
    ['<text><p>Some text here.</p></text>', 'Some text here.'],
    ['<text><p>Lorem ipsum dolor sit amet</p></text>', 'Lorem ipsum dolor sit amet'],
    ['<teiHeader><licence>t.b.d.</licence></teiHeader>', 't.b.d.'],
  ])('%s', (text, marked) => {
    expect(said(text, 'placeholder').map((each) => each.slice(0, marked.length + 2))).toEqual([
      `[${marked}]`,
    ]);
  });

  it('further words can be named', () => {
    const rules = { placeholder: { options: { words: ['Noch offen'] } } };
    expect(said('<teiHeader><p>noch offen …</p></teiHeader>', 'placeholder', rules)).toEqual([]);
    expect(said('<teiHeader><p>noch offen.</p></teiHeader>', 'placeholder', rules)).toHaveLength(1);
  });
});

describe('incomplete-correspondence: a letter is sent once, by somebody, some day, to somebody', () => {
  const sent =
    '<correspAction type="sent"><persName>Mao</persName><date when="1951"/></correspAction>';
  const received = '<correspAction type="received"><persName ref="#stalin"/></correspAction>';

  it.each([
    `<correspDesc>${sent}${received}</correspDesc>`,
    `<correspDesc>${sent}</correspDesc>`,
    `<correspDesc><p>Nobody knows.</p></correspDesc>`,
    `<correspDesc>${sent}<correspAction type="forwarded"/></correspDesc>`,
    `<correspDesc>${sent}<correspAction/></correspDesc>`,
  ])('%s', (text) => {
    expect(said(text, 'incomplete-correspondence')).toEqual([]);
  });

  it.each([
    [received, '[correspDesc] This correspDesc does not say that the letter was sent.'],
    [sent + sent, '[<correspAction type="sent">] The letter is sent a second time.'],
    [
      sent.replace('<persName>Mao</persName>', '<persName/>'),
      '[<correspAction type="sent">] This correspDesc does not say by whom the letter was sent.',
    ],
    [
      sent.replace('<date when="1951"/>', '<placeName>Beijing</placeName><date cert="low"/>'),
      '[<correspAction type="sent">] This correspDesc does not say when the letter was sent.',
    ],
  ])('%s', (actions, message) => {
    expect(said(`<correspDesc>${actions}</correspDesc>`, 'incomplete-correspondence')).toEqual([
      message,
    ]);
  });

  it('what each type of action must say can be set', () => {
    const rules = { 'incomplete-correspondence': { options: { dated: ['sent', 'received'] } } };
    expect(
      said(`<correspDesc>${sent}${received}</correspDesc>`, 'incomplete-correspondence', rules),
    ).toEqual([
      '[<correspAction type="received">] This correspDesc does not say when the letter was received.',
    ]);
  });
});

/** A letter: its title, the actions of its correspDesc, its text. */
function letter(title: string, actions: string, text: string): string {
  return `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt></fileDesc><profileDesc><correspDesc>${actions}</correspDesc></profileDesc></teiHeader><text><body>${text}</body></text>`;
}

describe('letter-date: title and dateline have the date of the correspDesc', () => {
  const sent = '<correspAction type="sent"><date when="1951-01-28"/></correspAction>';
  const received =
    '<correspAction type="received"><date when="1951-01-29T18:40:00"/></correspAction>';
  const dateline = (date: string) => `<opener><dateline>Wien, ${date}</dateline></opener>`;

  it.each([
    letter('Telegram of 28 January 1951', sent, dateline('<date when="1951-01-28">28.1.</date>')),
    letter('Telegram of 29 January 1951', sent + received, dateline('<date when="1951-01-29"/>')),
    letter('', sent, '<opener><dateline>Received <date when="1951-01-30"/></dateline></opener>'),
    letter('Two telegrams, 28 January 1951 and 3 February 1951', sent, ''),
    letter('Telegram of January', sent, dateline('<date>28. 1. 1951</date>')),
    letter('Telegram', sent, dateline('<date>Sunday</date>')),
    letter('', sent, dateline('<date when="1951-01-27"/>') + dateline('<date when="1951-01-28"/>')),
    letter('', sent, `<quote>${dateline('<date when="1950-01-01"/>')}</quote>`),
    letter(
      '',
      sent,
      `<floatingText><body>${dateline('<date when="1950"/>')}</body></floatingText>`,
    ),
    letter(
      '',
      '<correspAction type="sent"><date notAfter="1951-01-28"/></correspAction>',
      dateline('<date when="1950"/>'),
    ),
    letter(
      '',
      '<correspAction type="sent"><date notBefore="1951-01-28"/></correspAction>',
      dateline('<date when="1952"/>'),
    ),
    letter(
      'Telegram of 29 January 1951',
      '<correspAction type="sent"/>',
      dateline('<date when="1950"/>'),
    ),
  ])('%s', (text) => {
    expect(said(text, 'letter-date')).toEqual([]);
  });

  it.each([
    [
      letter('Telegram of 26 January 1951', sent, ''),
      '[<title>] The title has "26 January 1951"; by the correspDesc the letter was sent on 28 January 1951.',
    ],
    [
      letter('Telegramm, 3. 2. 1951', sent + received, ''),
      '[<title>] The title has "3. 2. 1951"; by the correspDesc the letter was sent on 28 January 1951.',
    ],
    [
      letter('', sent, dateline('<date>29. Januar 1951</date>')),
      '[<date>] The dateline has "29. Januar 1951"; by the correspDesc the letter was sent on 28 January 1951.',
    ],
    [
      letter('', sent, `<closer><dateline><date when="1951-01-27"/></dateline></closer>`),
      '[<date when="1951-01-27"/>] The dateline has a date; by the correspDesc the letter was sent on 28 January 1951.',
    ],
  ])('%s', (text, message) => {
    expect(said(text, 'letter-date')).toEqual([message]);
  });

  it('in every way in which it can be read', () => {
    expect(said(letter('', sent, dateline('<date>28. 1.</date>')), 'letter-date')).toEqual([]);
    expect(said(letter('', sent, dateline('<date>27. 1.</date>')), 'letter-date')).toHaveLength(1);
    const old = '<correspAction type="sent"><date when="1917-11-07"/></correspAction>';
    expect(said(letter('Letter of 25 October 1917', old, ''), 'letter-date')).toEqual([]);
  });

  it('of two letters each by its own', () => {
    const description = (id: string, when: string) =>
      `<correspDesc xml:id="${id}" corresp="#text-${id}"><correspAction type="sent"><date when="${when}"/></correspAction></correspDesc>`;
    const two = (inner: string) =>
      `<teiHeader>${description('a', '1951-01-28')}${description('b', '1951-01-25')}</teiHeader><text><div xml:id="text-a">${dateline('<date when="1951-01-28"/>')}<floatingText decls="#b"><body>${dateline(inner)}</body></floatingText></div></text>`;
    expect(said(two('<date when="1951-01-25"/>'), 'letter-date')).toEqual([]);
    expect(said(two('<date when="1951-01-28"/>'), 'letter-date')).toHaveLength(1);
  });
});

describe('correspondents: who signs sent the letter', () => {
  const actions =
    '<correspAction type="sent"><persName ref="#mao">Mao Zedong</persName></correspAction><correspAction type="received"><persName ref="#stalin">Stalin, I. V.</persName></correspAction>';
  const signed = (...refs: string[]) =>
    `<closer><signed>${refs.map((ref) => `<persName ref="${ref}">${ref}</persName>`).join()}</signed></closer>`;
  const salute = (ref: string) =>
    `<opener><salute>Dear <rs ref="${ref}">${ref}</rs></salute></opener>`;

  it.each([
    letter('Mao Zedong to Stalin', actions, salute('#stalin') + signed('#mao')),
    letter('Telegram from Mao Zedong to I.V. Stalin, conveying one from Mao', actions, ''),
    letter('Stalin', actions, signed('#secretary')),
    letter('An Stalin', actions, signed('#mao', '#stalin')),
    letter('', actions, `<closer><salute>Yours, <rs ref="#mao">M.</rs></salute></closer>`),
    letter('', actions, `<quote>${signed('#stalin')}</quote>`),
    letter('Comrade Stalin to his people', actions, ''),
  ])('%s', (text) => {
    expect(said(text, 'correspondents')).toEqual([]);
  });

  it.each([
    [
      letter('', actions, signed('#stalin')),
      '[<persName ref="#stalin">] "#stalin" signs the letter, and by the correspDesc received it.',
    ],
    [
      letter('', actions, salute('#mao')),
      '[<rs ref="#mao">] "#mao" is greeted in the letter, and by the correspDesc sent it.',
    ],
    [
      letter('Josef Stalin an Mao Zedong', actions, ''),
      '[<title>] The title names the addressee of the correspDesc first, and then the sender: "Josef Stalin an Mao Zedong".',
    ],
  ])('%s', (text, message) => {
    expect(said(text, 'correspondents')).toEqual([message]);
  });
});
