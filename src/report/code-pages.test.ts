import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readCodePages } from './code-pages.js';
import { codeList, codePages, codePageText } from './index.js';

const plain = { colour: false, width: 60 };

const reference = `# Codes

## \`xml/\`: the file as XML

About all of them.

### \`xml/bare\`

**Exit code 1.** An \`&\` stands here, such as in \`a.b\`, by itself. It must
not. See [the rules](rules.md#here) and [XML](https://example.org/).

**What to do.** Write \`&amp;\`.

\`\`\`text
<p>A & B and a long line that goes on and on, longer than the width</p>
error: An & by itself. [xml/bare]
\`\`\`

## \`project/\`: the schemas

### \`project/old\`

**Exit code 0**, a warning. It is old.

**What to do.** Nothing.
`;

const pages = readCodePages(reference);

describe('the reference', () => {
  test('has a page for each code, with its room, its exit code and a sentence', () => {
    expect([...pages.values()]).toMatchObject([
      {
        code: 'xml/bare',
        room: 'xml',
        subject: 'the file as XML',
        exitCode: 1,
        summary: 'An & stands here, such as in a.b, by itself.',
      },
      {
        code: 'project/old',
        room: 'project',
        subject: 'the schemas',
        exitCode: 0,
        summary: 'It is old.',
      },
    ]);
  });

  test('that comes with the package can be read to its end', () => {
    const all = [...codePages().values()];
    expect(all.length).toBeGreaterThan(80);
    for (const page of all) {
      expect(page).toMatchObject({
        code: expect.stringMatching(/^[a-z]+\/[a-z-]+$/),
        subject: expect.stringMatching(/\S/),
        summary: expect.stringMatching(/^\S.{5,}\.$/),
      });
      expect(page.code).toMatch(new RegExp(`^${page.room}/`));
      const text = codePageText(page, { colour: false, width: 80 });
      const prose = text.split('\n').filter((line) => !line.startsWith('    '));
      expect(prose.join('\n')).not.toMatch(/\*\*|`|\]\(/);
      expect(text).toContain('What to do. ');
    }
  });
});

describe('a page', () => {
  test('is shown without the marks of Markdown, broken at the width', () => {
    expect(codePageText(pages.get('xml/bare') as never, plain)).toBe(`xml/bare

Exit code 1. An & stands here, such as in a.b, by itself. It
must not. See the rules and XML (https://example.org/).

What to do. Write &amp;.

    <p>A & B and a long line that goes on and on, longer
      than the width</p>
    error: An & by itself. [xml/bare]
`);
  });

  test('says the same in colour', () => {
    for (const page of pages.values()) {
      const coloured = codePageText(page, { ...plain, colour: true });
      expect(coloured).not.toBe(codePageText(page, plain));
      expect(stripVTControlCharacters(coloured)).toBe(codePageText(page, plain));
    }
  });
});

test('the list has each code with its sentence, those of a room together', () => {
  expect(codeList(pages.values(), { colour: false, width: 44 })).toBe(`xml/: the file as XML
  xml/bare     An & stands here, such as in
               a.b, by itself.

project/: the schemas
  project/old  It is old.
`);
});
