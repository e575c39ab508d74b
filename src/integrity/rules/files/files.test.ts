import { describe, expect, it } from 'vitest';
import { filesOf, jpeg, png } from '../../../../test/image-bytes.js';
import { parseXml } from '../../../xml/index.js';
import { checkIntegrity } from '../../index.js';
import { fileRules } from './index.js';

const codes: ReadonlySet<string> = new Set(fileRules.map(({ code }) => code));
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const files = new Map<string, Uint8Array>([
  ['tei/leaf.png', png(600, 800)],
  ['tei/leaf.jpg', jpeg(600, 800)],
  ['tei/png.jpg', png(600, 800)],
  ['tei/leaf', png(600, 800)],
  ['tei/leaf.iiif', png(600, 800)],
  ['tei/empty.png', new Uint8Array()],
  ['tei/cut.png', png(600, 800).subarray(0, 33)],
  ['tei/cut.jpg', jpeg(600, 800).subarray(0, 39)],
  ['tei/none.png', latin('something else')],
  ['tei/page.jpg', latin('<!DOCTYPE html><html><body>404</body></html>')],
  ['tei/lfs.jpg', latin('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n')],
  [
    'tei/drawing.svg',
    latin('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
  ],
  ['tei/sound.ogg', latin('OggS\0\0')],
  ['tei/sound.mp3', latin('ID3\0\0\0')],
  ['tei/film.mp4', latin('\0\0\0\x18ftypisom')],
  ['tei/Images/Leaf.png', png(600, 800)],
]);

/** What is said of a text in tei/letter.xml: the characters marked, the words, and what is to be written. */
function said(content: string): string[] {
  const text = `<TEI>${content}</TEI>`;
  const { document } = parseXml({ file: 'tei/letter.xml', text });
  if (document === undefined) throw new Error(text);
  return checkIntegrity([{ path: 'tei/letter.xml', document }], {
    files: filesOf(files),
    // As on a disk where capitals do not count.
    fileExists: (path) =>
      [...files.keys()].some((each) => each.toLowerCase() === path.toLowerCase()),
  })
    .filter(({ code }) => codes.has(code))
    .map(({ line, column, endColumn, message, fix }) => {
      const marked = text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
      return `[${marked}] ${message}${fix === undefined ? '' : ` → ${fix.text}`}`;
    });
}

describe('files are what they are said to be', () => {
  it.each([
    '<graphic url="leaf.png" mimeType="image/png"/>',
    '<graphic url="leaf.jpg" mimeType="image/jpeg"/>',
    '<graphic url="leaf" mimeType="image/png"/>',
    '<graphic url="leaf.iiif"/>',
    '<graphic url="drawing.svg" mimeType="image/svg+xml"/>',
    '<media url="sound.ogg" mimeType="audio/ogg"/>',
    '<media url="sound.mp3" mimeType="audio/mpeg"/>',
    '<media url="film.mp4" mimeType="video/mp4"/>',
    '<graphic url="https://example.org/leaf.png" mimeType="image/jpeg"/>',
    '<graphic url="not-there.png"/>',
    '<ref target="empty.png"/>',
    '<graphic url="Images/Leaf.png"/>',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    ['<graphic url="empty.png"/>', '[empty.png] empty.png is empty.'],
    ['<graphic url="cut.png"/>', '[cut.png] cut.png is cut off: it does not end as PNG does.'],
    ['<graphic url="cut.jpg"/>', '[cut.jpg] cut.jpg is cut off: it does not end as JPEG does.'],
    [
      '<graphic url="none.png"/>',
      '[none.png] none.png does not begin as PNG does, and as nothing else that is known.',
    ],
    [
      '<graphic url="page.jpg"/>',
      '[page.jpg] page.jpg is a page of HTML: what a server answered in its place.',
    ],
    [
      '<graphic url="lfs.jpg"/>',
      '[lfs.jpg] lfs.jpg is a pointer of Git LFS, and not the file itself.',
    ],
    ['<graphic url="png.jpg"/>', '[png.jpg] png.jpg is named as JPEG, and is PNG.'],
    [
      '<graphic url="leaf.png" mimeType="image/jpeg"/>',
      '[image/jpeg] @mimeType on <graphic> says image/jpeg; leaf.png is PNG. → image/png',
    ],
    [
      '<graphic url="images/leaf.png"/>',
      '[images/leaf.png] "images/leaf.png" in @url on <graphic> is found on some systems only: on disk the name is Images/Leaf.png, and not images/leaf.png. → Images/Leaf.png',
    ],
    [
      '<graphic url="Images/Leaf.PNG"/>',
      '[Images/Leaf.PNG] "Images/Leaf.PNG" in @url on <graphic> is found on some systems only: on disk the name is Leaf.png, and not Leaf.PNG. → Images/Leaf.png',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });
});

describe('image-size: sizes are those of the image', () => {
  it.each([
    '<facsimile><graphic url="leaf.png" width="600px" height="800px"/></facsimile>',
    '<facsimile><graphic url="leaf.jpg" width="600" height="800"/></facsimile>',
    '<facsimile><graphic url="leaf.png" width="12cm" height="16cm"/></facsimile>',
    '<facsimile><graphic url="leaf.png" width="50%"/></facsimile>',
    '<figure><graphic url="leaf.png" width="300px" height="400px"/></figure>',
    '<figure><graphic url="leaf.png" width="301px" height="400px"/></figure>',
    '<figure><graphic url="leaf.png" width="1200"/></figure>',
    '<figure><graphic url="drawing.svg" width="1200" height="1"/></figure>',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    [
      '<facsimile><graphic url="leaf.png" width="800px" height="800px"/></facsimile>',
      '[800px] @width says 800 pixels; leaf.png has 600 × 800 pixels. → 600px',
    ],
    [
      '<facsimile><surface><graphic url="leaf.jpg" height="600"/></surface></facsimile>',
      '[600] @height says 600 pixels; leaf.jpg has 600 × 800 pixels. → 800px',
    ],
    [
      '<figure><graphic url="leaf.png" width="300px" height="300px"/></figure>',
      '[300px] leaf.png has 600 × 800 pixels; 300 × 300 would distort it.',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });
});

describe('zone-outside-image: zones lie on their image', () => {
  const surface = (zones: string, attributes = '', graphics = '<graphic url="leaf.png"/>') =>
    `<facsimile><surface${attributes}>${graphics}${zones}</surface></facsimile>`;

  it.each([
    surface('<zone ulx="0" uly="0" lrx="600" lry="800"/>'),
    surface('<zone ulx="-3" uly="0" lrx="606" lry="805"/>'),
    surface('<zone points="1,1 599,1 599,799"/>'),
    surface(
      '<zone ulx="0" uly="0" lrx="6000" lry="8000"/>',
      ' ulx="0" uly="0" lrx="6000" lry="8000"',
    ),
    surface(
      '<zone ulx="0" uly="0" lrx="6000" lry="8000"/>',
      '',
      '<graphic url="https://example.org/i"/>',
    ),
    surface(
      '<zone ulx="0" uly="0" lrx="900" lry="800"/>',
      '',
      '<graphic url="leaf.png"/><graphic url="large.png"/>',
    ),
    surface('<zone ulx="a" uly="0" lrx="900" lry="800"/>'),
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    [
      surface('<zone ulx="0" uly="0" lrx="650" lry="800"/>'),
      '[<zone ulx="0" uly="0" lrx="650" lry="800"/>] This zone reaches to 650, 800; leaf.png has 600 × 800 pixels.',
    ],
    [
      surface('<zone><zone points="1,1 599,1 599,899"/></zone>'),
      '[<zone points="1,1 599,1 599,899"/>] This zone reaches to 599, 899; leaf.png has 600 × 800 pixels.',
    ],
    [
      surface('<zone ulx="10" uly="40" lrx="50" lry="20"/>'),
      '[20] The lower right corner of this zone lies above its upper left one: @lry is 20, @uly is 40.',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });
});
