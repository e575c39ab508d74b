import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type CitedPage, citedPage, source } from './citation/cited-page.js';
import { names, type Reference, readReference } from './citation/reference-manager.js';

// The stylesheets are compiled first, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 });

beforeAll(async () => {
  await citedPage();
});

const title =
  'Telegram from Mao Zedong to I.V. Stalin, conveying 28 January 1951 telegram from Mao Zedong to Peng Dehuai';
const own = 'telegram-112096';
const forwarded = 'telegram-112096.telegram-to-peng';
const dialects = ['@bibtex/text', '@biblatex/text', '@ris/file', '@csl/list+object'] as const;
const endings = {
  '@bibtex/text': 'bib',
  '@biblatex/text': 'bib',
  '@ris/file': 'ris',
  '@csl/list+object': 'csl.json',
} as const;

function file(page: CitedPage, name: string): string {
  const text = page.files.get(name);
  if (text === undefined) throw new Error(`${name} was not written.`);
  return text;
}

function reference(page: CitedPage, base: string, dialect: (typeof dialects)[number]): Reference {
  return readReference(file(page, `${base}.${endings[dialect]}`), dialect);
}

/** What HTML takes for the content of the page's JSON-LD script: all up to the first end tag of a script. */
function linkedData(page: CitedPage): Record<string, unknown>[] {
  const start = '<script type="application/ld+json">';
  const from = page.html.indexOf(start) + start.length;
  const data = JSON.parse(page.html.slice(from, page.html.toLowerCase().indexOf('</script', from)));
  expect(data['@context']).toBe('https://schema.org');
  return data['@graph'];
}

function node(page: CitedPage, identifier: string): Record<string, unknown> {
  const found = linkedData(page).find((each) => each['@id'] === identifier);
  if (found === undefined) throw new Error(`The linked data has no ${identifier}.`);
  return found;
}

function metaContents(page: CitedPage, name: string): string[] {
  return [...page.html.matchAll(/<meta name="([^"]*)" content="([^"]*)">/g)]
    .filter((match) => match[1] === name)
    .map((match) => unescaped(match[2] ?? ''));
}

function unescaped(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&amp;', '&');
}

function citationText(page: CitedPage, identifier: string): string {
  const [, text] =
    page.html.match(new RegExp(`<p[^>]* id="${identifier}"[^>]*>(.*?)</p>`, 's')) ?? [];
  return unescaped(text ?? '').trim();
}

describe('the citation to copy', () => {
  it('names who wrote to whom, the title, the dates, the archival unit, the record and this edition', async () => {
    expect(citationText(await citedPage(), 'cite-text')).toBe(
      `Mao Zedong to I.V. Stalin, “${title}”, 29 January 1951 (sent 28 January 1951). ` +
        'APRF, f. 45, op. 1, d. 337, ll. 41-43. Wilson Center Digital Archive, record 112096. ' +
        'First edition, imprimatur, 2026.',
    );
  });

  it('cites the forwarded telegram as a document of its own, in the one that forwards it', async () => {
    expect(citationText(await citedPage(), 'cite-telegram-to-peng-text')).toBe(
      'Mao Zedong to Peng Dehuai, telegram, 28 January 1951, 19:00, forwarded in: ' +
        citationText(await citedPage(), 'cite-text'),
    );
  });

  it('gives the archival unit as the record of the archive does', async () => {
    const [, stated] =
      source('telegram-112096.xml').match(/type="archival-reference"[^>]*>([^<]*)\.<\/ref>/) ?? [];
    expect(stated).toBeDefined();
    expect(citationText(await citedPage(), 'cite-text')).toContain(`${stated}. `);
  });

  it('says how a point and a paragraph within a point are cited, with their permalinks', async () => {
    const { html } = await citedPage();
    expect(html).toContain('“point 6”');
    expect(html).toContain('<a href="#point-6"><code>#point-6</code></a>');
    expect(html).toContain('“point 6, paragraph 2”');
    expect(html).toContain('<a href="#point-6-paragraph-2">');
  });

  it('names no address: the edition does not know where it will lie', async () => {
    const page = await citedPage();
    for (const identifier of ['cite-text', 'cite-telegram-to-peng-text']) {
      expect(citationText(page, identifier)).not.toMatch(/https?:/);
    }
    for (const text of page.files.values()) expect(text).not.toMatch(/https?:/);
    expect(page.html).toContain('data-address="" hidden');
    expect(page.html).toContain('data-address="#telegram-to-peng" hidden');
  });

  it('cites a single leaf as “l.”', async () => {
    const text = source('telegram-112096.xml').replace('type="leaves">41-43<', 'type="leaves">41<');
    expect(citationText(await citedPage(text), 'cite-text')).toContain('d. 337, l. 41. ');
  });

  it('does without what the encoding does not say', async () => {
    const text = source('telegram-112096.xml')
      .replace(/<editionStmt>.*?<\/editionStmt>/s, '')
      .replace(/<msDesc.*?<\/msDesc>/s, '<bibl>An unknown place.</bibl>')
      .replace(/<listWit>.*?<\/listWit>/s, '');
    const page = await citedPage(text);
    expect(citationText(page, 'cite-text')).toBe(
      `Mao Zedong to I.V. Stalin, “${title}”, 28 January 1951. imprimatur, 2026.`,
    );
    expect(reference(page, own, '@csl/list+object').archive).toBeUndefined();
  });
});

describe('the citation files', () => {
  it('are three for each message, named after the document', async () => {
    const { files } = await citedPage();
    expect([...files.keys()].sort()).toEqual([
      'telegram-112096.bib',
      'telegram-112096.csl.json',
      'telegram-112096.ris',
      'telegram-112096.telegram-to-peng.bib',
      'telegram-112096.telegram-to-peng.csl.json',
      'telegram-112096.telegram-to-peng.ris',
    ]);
  });

  it('are linked from the page, each of them', async () => {
    const { html, files } = await citedPage();
    for (const name of files.keys()) expect(html).toContain(`<a href="${name}" download`);
  });

  for (const [base, name, recipient, day] of [
    [own, title, 'I.V. Stalin', [1951, 1, 29]],
    [forwarded, 'Telegram from Mao Zedong to Peng Dehuai', 'Peng Dehuai', [1951, 1, 28]],
  ] as const) {
    for (const dialect of dialects) {
      it(`${base}.${endings[dialect]} says who, what and when to a reader of ${dialect}`, async () => {
        const read = reference(await citedPage(), base, dialect);
        expect(read.title).toBe(name);
        expect(names(read.author)).toEqual(['Mao Zedong']);
        expect(read.genre).toBe('Telegram');
        // Plain BibTeX has a year and a month; the day is in BibLaTeX's field.
        expect(read.issued?.['date-parts']).toEqual([
          day.slice(0, dialect === '@bibtex/text' ? 2 : 3),
        ]);
        if (!dialect.startsWith('@bib')) expect(names(read.recipient)).toEqual([recipient]);
        expect(read.note).toContain(
          'Wilson Center Digital Archive, record 112096. First edition, imprimatur, 2026.',
        );
      });
    }
  }

  it('give the archive and the unit, each where its format has a place for it', async () => {
    const page = await citedPage();
    expect(file(page, `${own}.bib`)).toContain(
      'howpublished = {APRF, f. 45, op. 1, d. 337, ll. 41-43}',
    );
    expect(reference(page, own, '@ris/file')).toMatchObject({
      type: 'personal_communication',
      source: 'APRF',
      archive_location: 'f. 45, op. 1, d. 337, ll. 41-43',
    });
    expect(reference(page, own, '@csl/list+object')).toMatchObject({
      type: 'personal_communication',
      archive: 'APRF',
      archive_location: 'f. 45, op. 1, d. 337, ll. 41-43',
      language: 'en',
    });
  });

  it('agree with one another in their notes, word by word', async () => {
    const page = await citedPage();
    for (const base of [own, forwarded]) {
      const notes = dialects.map((dialect) => reference(page, base, dialect).note);
      expect(new Set(notes).size).toBe(1);
    }
  });

  it('RIS keeps to its lines: two letters, two spaces, a hyphen, a space; CR and LF; TY first, ER last', async () => {
    const text = file(await citedPage(), `${own}.ris`);
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line))).toBe(true);
    expect(lines[0]).toBe('TY  - PCOMM');
    expect(lines.at(-1)).toBe('ER  - ');
    expect(lines).toContain('DA  - 1951/01/29/');
  });

  it('CSL JSON has the fields of the CSL data schema alone', async () => {
    const [item] = JSON.parse(file(await citedPage(), `${own}.csl.json`));
    const known = [
      'id',
      'type',
      'title',
      'author',
      'recipient',
      'issued',
      'genre',
      'archive',
    ].concat(['archive_location', 'note', 'publisher', 'edition', 'language']);
    expect(Object.keys(item).filter((key) => !known.includes(key))).toEqual([]);
    expect(item.issued).toEqual({ 'date-parts': [[1951, 1, 29]] });
  });

  it('cites a document of which only the year is known by the year', async () => {
    const text = source('telegram-112096.xml').replace(
      'type="document" when="1951-01-29"',
      'type="document" when="1951"',
    );
    const page = await citedPage(text);
    for (const dialect of dialects) {
      expect(reference(page, own, dialect).issued?.['date-parts']).toEqual([[1951]]);
    }
    expect(file(page, `${own}.ris`)).toContain('DA  - 1951///\r\n');
    expect(citationText(page, 'cite-text')).toContain('”, 1951 (sent 28 January 1951). ');
  });
});

describe('a title full of characters that mean something to some format', () => {
  const hostile =
    'A "Plan" {of} {{ $100 & 50% \\ \\textbf{x} <b>bold</b> </script><!--<script>alert(1)</script> ]]> ' +
    "#1 ~x^2_y 'n' `q` @misc{z, --- TY - JOUR 濟物浦 Inch’ŏn \\u003c \\/ }";
  const inXml = hostile
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(' TY - JOUR', '\nTY  - JOUR');
  let page: CitedPage;

  beforeAll(async () => {
    const text = source('telegram-112096.xml').replace(
      /<title type="main">[^<]*<\/title>/,
      () => `<title type="main">${inXml}</title>`,
    );
    page = await citedPage(text);
  });

  for (const dialect of dialects) {
    it(`reaches a reader of ${dialect} unharmed`, async () => {
      expect(reference(page, own, dialect).title).toBe(hostile);
    });
  }

  it('reaches the page, its meta elements and its linked data unharmed', async () => {
    expect(citationText(page, 'cite-text')).toContain(`“${hostile}”`);
    expect(metaContents(page, 'citation_title')).toEqual([hostile]);
    expect(metaContents(page, 'DC.title')).toEqual([hostile]);
    expect(node(page, '#telegram-to-stalin').name).toBe(hostile);
  });

  it('leaves no character of HTML in the script element', async () => {
    const [, script] = page.html.match(/<script[^>]*>(.*?)<\/script>/s) ?? [];
    expect(script).not.toMatch(/[<>&]/);
  });
});

describe('the meta elements', () => {
  it('name the document as Google Scholar and Zotero read it', async () => {
    const page = await citedPage();
    expect(metaContents(page, 'citation_title')).toEqual([title]);
    expect(metaContents(page, 'citation_author')).toEqual(['Mao Zedong']);
    expect(metaContents(page, 'citation_publication_date')).toEqual(['1951/01/29']);
    expect(metaContents(page, 'citation_online_date')).toEqual(['2026/11/23']);
    expect(metaContents(page, 'citation_publisher')).toEqual(['imprimatur']);
    expect(metaContents(page, 'citation_language')).toEqual(['en']);
    expect(metaContents(page, 'BIBO.type')).toEqual(['Letter']);
  });

  it('name it in Dublin Core, its sources and rights included', async () => {
    const page = await citedPage();
    expect(metaContents(page, 'DC.creator')).toEqual(['Mao Zedong']);
    expect(metaContents(page, 'DC.source')).toEqual([
      'APRF, f. 45, op. 1, d. 337, ll. 41-43',
      'Wilson Center Digital Archive, record 112096',
    ]);
    expect(metaContents(page, 'DCTERMS.created')).toEqual(['1951-01-28']);
    expect(metaContents(page, 'DCTERMS.license')).toEqual(['https://opensource.org/license/mit']);
    expect(metaContents(page, 'DC.rights').join(' ')).toContain(
      'research and educational purposes',
    );
  });
});

describe('the linked data', () => {
  it('tells the two messages apart, and that one is a part of the other', async () => {
    const page = await citedPage();
    expect(node(page, '#telegram-to-stalin')).toMatchObject({
      '@type': ['ArchiveComponent', 'Message'],
      sender: [{ '@id': '#person-mao-zedong' }],
      recipient: [{ '@id': '#person-stalin' }],
      dateSent: '1951-01-28',
      dateReceived: '1951-01-29T18:40:00',
      holdingArchive: { '@type': 'ArchiveOrganization', name: 'APRF' },
      hasPart: [{ '@id': '#telegram-to-peng' }],
    });
    const inner = node(page, '#telegram-to-peng');
    expect(inner).toMatchObject({
      '@type': 'Message',
      sender: [{ '@id': '#person-mao-zedong' }],
      recipient: [{ '@id': '#person-peng-dehuai' }],
      dateSent: '1951-01-28T19:00:00',
      isPartOf: [{ '@id': '#telegram-to-stalin' }],
    });
    expect(inner).not.toHaveProperty('dateReceived');
    expect(inner).not.toHaveProperty('locationCreated');
  });

  it('gives a place its names by language and script, its coordinates and its number in GeoNames', async () => {
    expect(node(await citedPage(), '#place-incheon')).toEqual({
      '@id': '#place-incheon',
      '@type': 'Place',
      name: 'Incheon',
      alternateName: [
        { '@value': '인천', '@language': 'ko-Hang' },
        { '@value': '仁川', '@language': 'ko-Hani' },
        { '@value': 'Inch’ŏn', '@language': 'ko-Latn' },
      ],
      identifier: { '@type': 'PropertyValue', propertyID: 'GeoNames', value: '1843564' },
      geo: { '@type': 'GeoCoordinates', latitude: 37.45646, longitude: 126.70515 },
    });
  });

  it('says of a message the places that it names itself, not those of the message it forwards', async () => {
    const page = await citedPage();
    const mentions = (identifier: string) =>
      (node(page, identifier).mentions as { '@id': string }[]).map((each) => each['@id']);
    expect(mentions('#telegram-to-stalin')).toEqual([
      '#place-seoul',
      '#place-incheon',
      '#place-jemulpo',
      '#place-beijing',
      '#place-han-river',
    ]);
    expect(mentions('#telegram-to-peng')).not.toContain('#place-incheon');
    expect(mentions('#telegram-to-peng')).toContain('#place-jinnampo');
  });

  it('refers to nothing that is not in it', async () => {
    const graph = linkedData(await citedPage());
    const there = new Set(graph.map((each) => each['@id']));
    const referred = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]*)"\}/g)].map(
      (match) => match[1],
    );
    expect(referred.length).toBeGreaterThan(20);
    expect(referred.filter((identifier) => !there.has(identifier))).toEqual([]);
  });

  it('names a correspondent whom no register knows as the encoding writes the name', async () => {
    const text = source('telegram-112096.xml').replaceAll('ref="persons.xml#peng-dehuai"', '');
    expect(node(await citedPage(text), '#telegram-to-peng').recipient).toEqual([
      { '@type': 'Person', name: 'Peng Dehuai' },
    ]);
  });
});
