import { expect, test } from 'vitest';
import { webFonts } from './web-fonts.js';

test('Latin letters come whole, with their licences', async () => {
  const { files, styleSheet } = await webFonts(['Plain words, “quoted” – no more.']);
  expect(files.map(({ path }) => path)).toEqual([
    'fonts/eb-garamond.woff2',
    'fonts/eb-garamond-italic.woff2',
    'fonts/source-sans-3.woff2',
    'fonts/OFL.txt',
  ]);
  expect(styleSheet).not.toContain('East Asian');
});

test('of the rest each character that is used, and no other', async () => {
  const { files, styleSheet } = await webFonts(['Suwŏn 수원 水原', 'Seoul 서울']);
  expect(styleSheet).toContain('unicode-range: U+539F, U+6C34, U+C11C, U+C218, U+C6B8, U+C6D0;');
  expect(styleSheet).toContain('unicode-range: U+14F;');
  const sizes = files
    .filter(({ path }) => path.endsWith('.woff'))
    .map(({ content }) => content.length);
  expect(sizes).toHaveLength(2);
  for (const size of sizes) expect(size).toBeLessThan(8000);
});

test('the same characters give the same bytes, in whatever order they come', async () => {
  const one = await webFonts(['진남포', '鎭南浦']);
  const other = await webFonts(['鎭南浦진남포']);
  expect(other.styleSheet).toBe(one.styleSheet);
  expect(other.files).toEqual(one.files);
});

test('every character of the registers’ scripts is in its font', async () => {
  const characters = '鎭濟榮浦壤国國서울진';
  const { files } = await webFonts([characters]);
  const font = files.find(({ path }) => path === 'fonts/east-asian.woff')?.content as Uint8Array;
  // A character that the font lacks would leave no glyph: ten characters and .notdef.
  expect(glyphCount(font)).toBe(11);
});

/** The number of glyphs, from the `maxp` table of a WOFF file (WOFF 1.0, clause 4; OpenType, maxp). */
function glyphCount(woff: Uint8Array): number {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  for (let at = 44; at < 44 + 20 * view.getUint16(12); at += 20) {
    if (String.fromCharCode(...woff.subarray(at, at + 4)) === 'maxp') {
      const [offset, compressed, length] = [4, 8, 12].map((each) => view.getUint32(at + each));
      if (compressed === length) return view.getUint16((offset ?? 0) + 4);
    }
  }
  return 0;
}
