import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/reference/problem-codes.md'), 'utf8');
const broken = join(root, 'test/broken');

interface Section {
  readonly code: string;
  /** The room under whose heading it stands. */
  readonly room: string;
  readonly text: string;
}

const sections: readonly Section[] = page.split(/^## /m).flatMap((chapter) => {
  const room = /^`([a-z]+)\/`/.exec(chapter)?.[1] ?? '';
  return chapter
    .split(/^### /m)
    .slice(1)
    .map((text) => ({ code: /^`([^`]+)`\n/.exec(text)?.[1] ?? text, room, text }));
});

/** Rooms, and editions, whose names begin codes. */
const rooms = ['src', 'src/editions'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
);

/** Every string of the sources that begins like a code, `room/…`, by the file in which it stands. */
const stringsLikeCodes = (readdirSync(join(root, 'src'), { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => {
    const source = withoutComments(readFileSync(join(root, 'src', file), 'utf8'));
    const strings = new RegExp(`(['"\`])((?:${rooms.join('|')})/[^'"\`]*)\\1`, 'g');
    return [...source.matchAll(strings)].map(([, , string = '']) => ({ file, string }));
  })
  // `room/${string}` is the type of such strings.
  .filter(({ string }) => !/^\w+\/\$\{string\}$/.test(string))
  .filter(({ string }) => !/\.woff2$/.test(string))
  .filter(({ string }) => !/^text\/(css|html|javascript|plain|xml)$/.test(string));

const allCodes = [...new Set(stringsLikeCodes.map(({ string }) => string))].sort();

/** Integrity rules have pages of their own: see rule-pages.test.ts. */
const codes = allCodes.filter((code) => !code.startsWith('integrity/'));

function withoutComments(source: string): string {
  return source
    .split('\n')
    .filter((line) => !/^\s*(\/\*\*?|\*|\/\/)/.test(line))
    .join('\n');
}

/** What is said of the broken encodings: code and message, by the name of the encoding. */
const said = readdirSync(join(broken, 'messages')).flatMap((file) =>
  [
    ...readFileSync(join(broken, 'messages', file), 'utf8').matchAll(
      /^tei\/\S+?:\d+:\d+: (error: .* \[(.*)\])$/gm,
    ),
  ].map(([, message = '', code = '']) => ({ name: basename(file, '.txt'), message, code })),
);

/** The text of a broken encoding, with symbols for its control characters, as messages show them. */
function encoding(name: string): string {
  return readFileSync(join(broken, 'tei', `${name}.xml`), 'utf8').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is them that are shown
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,
    (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)),
  );
}

describe('the codes in the sources', () => {
  it('are written out in full, so that they can be found', () => {
    expect(codes.length).toBeGreaterThan(40);
    const pieces = stringsLikeCodes.filter(
      ({ string }) => !/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(string),
    );
    expect(pieces).toEqual([]);
    expect(said.map(({ code }) => code).filter((code) => !allCodes.includes(code))).toEqual([]);
  });
});

describe('the page of problem codes', () => {
  it('has a section for every code, and for no other', () => {
    expect(sections.map(({ code }) => code).sort()).toEqual(codes);
  });

  it('groups them by room, each in the order of the alphabet', () => {
    for (const { code, room } of sections) expect(code).toMatch(new RegExp(`^${room}/`));
    const order = [...new Set(sections.map(({ room }) => room))];
    const sorted = order.flatMap((room) => codes.filter((code) => code.startsWith(`${room}/`)));
    expect(sections.map(({ code }) => code)).toEqual(sorted);
  });

  it.each(sections)('$code: what it means, what to do, and the exit code', ({ text }) => {
    expect(text).toMatch(/^`.*`\n\n\*\*Exit code [012](\.\*\*|\*\*,) \S/);
    expect(text).toMatch(/\n\n\*\*What to do\.\*\* \S/);
  });

  it('says exit code 1 of all that the broken encodings are told', () => {
    const wrong = sections.filter(
      ({ code, text }) =>
        said.some((one) => one.code === code) && !text.includes('**Exit code 1.**'),
    );
    expect(wrong).toEqual([]);
  });

  it('shows an example for every code that a broken encoding has', () => {
    const without = sections.filter(
      ({ code, text }) => said.some((one) => one.code === code) && !text.includes('```text\n'),
    );
    expect(without.map(({ code }) => code)).toEqual([]);
  });

  const examples = sections.flatMap(({ code, text }) =>
    [...text.matchAll(/^```text\n(.*?)\n(.*?)\n```$/gms)].map(([, line = '', message = '']) => ({
      code,
      line,
      message,
    })),
  );

  it('has no other blocks than examples of one line and its message', () => {
    expect(page.match(/^```/gm)).toHaveLength(2 * examples.length);
  });

  it.each(examples)('$code: $message', ({ code, line, message }) => {
    const sources = said.filter((one) => one.code === code && one.message === message);
    expect(sources).not.toEqual([]);
    const parts = line.split(/^… | …$/).filter((part) => part !== '');
    const lines = sources.flatMap(({ name }) => encoding(name).split('\n'));
    expect(lines.some((one) => parts.every((part) => one.includes(part)))).toBe(true);
  });

  it('leads from its table to each group', () => {
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = '']) => anchor);
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
    expect(links).toEqual(headings);
  });
});
