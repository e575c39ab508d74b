// The web edition, as the real pipeline makes it, without a browser (test/pages.test.ts opens one). Where a change to
// the pages is meant, `npx vitest run test/html-edition.test.ts -u` writes the golden files anew: read the difference.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { htmlEdition } from '../src/editions/html.js';
import type { OutputFile } from '../src/editions/index.js';
import { serializedText } from './html/serialized-text.js';
import { archiveText, folded, hasArchiveText } from './pages/archive-text.js';
import { builtInTransformer, readTei, telegramInput } from './telegram-input.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const messages: string[] = [];
const transformer = builtInTransformer(messages);
let files: readonly OutputFile[] = [];
let page = '';

beforeAll(async () => {
  files = await htmlEdition.make(telegramInput(transformer));
  page = contentOf(files, 'index.html');
});

function contentOf(from: readonly OutputFile[], path: string): string {
  const found = from.find((file) => file.path === path);
  if (found === undefined) throw new Error(`no file ${path}`);
  return String(found.content);
}

/** The page of the telegram, changed before. */
async function pageOf(change: (text: string) => string): Promise<string> {
  return contentOf(await htmlEdition.make(telegramInput(transformer, change)), 'index.html');
}

async function site(): Promise<readonly OutputFile[]> {
  const input = telegramInput(transformer);
  const { registers } = input;
  return (await htmlEdition.makeSite?.({ documents: [input], registers, transformer })) ?? [];
}

const readingText = (html: string): string =>
  folded(serializedText(html, 'class="reading-text"').join(' '));

describe('the page of the telegram', () => {
  test('is this', async () => {
    const map = /<div class="map-sheets">[\s\S]*?<\/div>(?=<figcaption>)/;
    expect(page).toMatch(map);
    await expect(page.replace(map, '<!-- test/golden/map -->')).toMatchFileSnapshot(
      'golden/html/telegram-112096/index.html',
    );
  });

  test('is made without a word from the stylesheets', () => {
    expect(messages).toEqual([]);
  });

  test.skipIf(!hasArchiveText)('reads as the archive has it (needs ../shared)', () => {
    expect(readingText(page)).toBe(archiveText());
  });

  test('reads as the source has it', () => {
    const source = telegramInput(transformer).source.text;
    const body = source.slice(source.indexOf('<body>'), source.lastIndexOf('</body>'));
    expect(readingText(page).replaceAll(' ', '')).toBe(
      body.replace(/<[^>]*>/g, '').replace(/\s+/g, ''),
    );
  });

  test('needs no script or style of its own, and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<[^>]+\s(on\w+|style)=/);
    expect(page).not.toMatch(/<style/);
    for (const [script] of page.matchAll(/<script[^>]*>/g)) {
      expect(script).toMatch(
        / type="application\/ld\+json"| src="\.\.\/assets\/edition\.js" defer/,
      );
    }
    expect(page).not.toMatch(/(src|srcset)="(https?:)?\/\//);
    expect(page).not.toMatch(/<link rel="(stylesheet|icon)"[^>]*href="https?:/);
  });

  test('has the same bytes each time', async () => {
    expect(await pageOf((text) => text)).toBe(page);
  });

  test('lies in a folder of any depth', async () => {
    const input = { ...telegramInput(transformer), folder: 'korea/1951/t', root: '../../../' };
    const deep = contentOf(await htmlEdition.make(input), 'index.html');
    expect(deep).toContain('href="../../../assets/edition.css"');
    expect(deep).toContain('href="../../../index.html"');
  });
});

describe('names', () => {
  test('a name is a link to its entry', () => {
    expect(page).toContain(
      '<a href="#place-suwon" class="name place by-name" data-entries="place-suwon">Suwon</a>',
    );
  });

  test('a name that encloses others is linked by its own words', () => {
    const boundary = 'place-daejeon-andong-boundary';
    expect(page).toContain(
      `<span class="name-around" data-entries="${boundary}">` +
        '<a href="#place-daejeon" class="name place by-name" data-entries="place-daejeon">Daejeon</a>-' +
        '<a href="#place-andong" class="name place by-name" data-entries="place-andong">Andong</a> ' +
        `<a href="#${boundary}" class="name place" data-entries="${boundary}">boundary</a></span>`,
    );
  });

  test('an identification in brackets says whose it is', () => {
    expect(page).toMatch(
      /data-identification="[^"]*by the Wilson Center Digital Archive\."[^>]*>Jemulpo<\/a>\]/,
    );
  });

  test('a doubtful referent says how sure the encoding is, and whose judgement that is', () => {
    expect(page).toContain(
      'data-certainty="Certainty: medium. The judgement is the encoder’s.">Our troops</a>',
    );
  });

  test('a name that points nowhere is plain text', async () => {
    const changed = await pageOf((text) =>
      text.replace('ref="places.xml#wonju">Wonju</placeName></rs>', '>Wonju</placeName></rs>'),
    );
    expect(changed).toContain('<span class="name">Wonju</span>');
  });
});

describe('what the stylesheets do not know', () => {
  const strange = (text: string) =>
    text.replace('in no case allow', 'in <emph>no</emph> case allow');

  test('is shown all the same, marked, and said aloud', async () => {
    const before = messages.length;
    const changed = await pageOf(strange);
    expect(changed).toMatch(/<span class="unhandled" title="[^"]*">no<\/span> case allow/);
    expect(messages.slice(before)).toEqual([
      'The web edition has no template for the element emph in p (at #point-5); its words are shown without markup.',
    ]);
    expect(readingText(changed)).toBe(readingText(page));
  });

  test('is shown in the header too', async () => {
    const before = messages.length;
    const changed = await pageOf((text) =>
      text.replace('<edition n="1">', '<funder>A foundation</funder><edition n="1">'),
    );
    expect(changed).toMatch(/<span class="unhandled"[^>]*>A foundation<\/span>/);
    expect(messages.length).toBe(before + 1);
    messages.length = before;
  });
});

describe('a document that is less', () => {
  test('without a forwarded message it is one text', async () => {
    const changed = await pageOf((text) =>
      text.replace(/<floatingText[\s\S]*<\/floatingText>/, ''),
    );
    expect(changed).not.toContain('message-header');
    expect(serializedText(changed, 'class="reading-text"')).toHaveLength(1);
  });

  test('without places it has neither map nor switch', async () => {
    const changed = await pageOf((text) => text.replace(/ ref="places\.xml#[^"]*"/g, ''));
    expect(changed).not.toContain('id="map"');
    expect(changed).not.toContain('class="readings"');
    expect(changed).not.toContain('href="#map"');
    expect(changed).not.toContain('href="#places"');
  });
});

describe('the site', () => {
  test('its first page is this', async () => {
    await expect(contentOf(await site(), 'index.html')).toMatchFileSnapshot(
      'golden/html/index.html',
    );
  });

  test('a forwarded message has an entry of its own', async () => {
    expect(contentOf(await site(), 'index.html')).toContain(
      '<a href="telegram-112096/index.html#telegram-to-peng">',
    );
  });

  test('every file that the style sheet names is there', async () => {
    const made = await site();
    const style = contentOf(made, 'assets/edition.css');
    const named = [...style.matchAll(/url\("([^"]*)"\)/g)].map(([, path]) => `assets/${path}`);
    expect(named.length).toBeGreaterThan(3);
    const paths = made.map(({ path }) => path);
    for (const path of named) expect(paths).toContain(path);
  });

  test('a document in a folder is linked there', async () => {
    const input = { ...telegramInput(transformer), folder: 'korea/1951 b/telegram-112096' };
    const registers = ['tei/places.xml'].map(readTei);
    const made = await htmlEdition.makeSite?.({ documents: [input], registers, transformer });
    expect(contentOf(made ?? [], 'index.html')).toContain(
      'href="korea/1951%20b/telegram-112096/index.html"',
    );
  });
});
