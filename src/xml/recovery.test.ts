import { describe, expect, it } from 'vitest';
import { parseXml } from './index.js';

/** Where each problem is, and what is said. */
function said(text: string): string[] {
  return parseXml({ file: 'letter.xml', text }).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

describe('one mistake is told once, and nothing that only follows from it', () => {
  it.each([
    [
      'an element that is not closed',
      '<div>\n<p>a <hi>b</p>\n<p>c</p>\n</div>',
      '2:11 </p> comes while <hi>, opened on line 2, is not closed.',
    ],
    [
      'two that are not closed',
      '<div><p><hi>x</div>',
      '1:14 </div> comes while <hi>, opened on line 1, and <p>, opened on line 1, are not closed.',
    ],
    [
      'tags that cross',
      '<a><i><b>x</i></b></a>',
      '1:11 </i> comes while <b>, opened on line 1, is not closed.',
    ],
    [
      'an attribute without its opening quotation mark',
      '<a><p rend=two words">x</p><p n="1">y</p></a>',
      '1:12 The value of @rend on <p> is not in quotation marks.',
    ],
    [
      'an attribute without its closing quotation mark, before text',
      '<a><p rend="italic>text</p>\n<p n="x">y</p></a>',
      '1:7 The value of @rend on <p> has no closing quotation mark.',
    ],
    [
      'an attribute without its closing quotation mark, before another',
      '<p rend="italic n="x">y</p>',
      '1:4 The value of @rend on <p> has no closing quotation mark.',
    ],
    [
      'typographic quotation marks around several words',
      '<p rend=“two words” n="1">x</p>',
      '1:9 The value of @rend on <p> is not in quotation marks: typographic ones do not count.',
    ],
    [
      'a start tag without its >, and text after it',
      '<p rend="x" Text goes, on <hi>here</hi></p>',
      '1:1 The tag <p is not closed with >.',
    ],
    [
      'an end tag without its >',
      '<div><p>x</p\n<p>y</p></div>',
      '1:10 The end tag </p is not closed with >.',
    ],
    [
      'a space in />',
      '<p><pb / >x</p>',
      '1:8 Between the / and the > of <pb/> nothing may stand, not even a space.',
    ],
    ['a space after <', '<div>< p n="1">x</p></div>', '1:6 Between < and p no space may stand.'],
    ['a space after </', '<div></ div>', '1:6 Between </ and div no space may stand.'],
    ['an end tag without a name', '<a><b>x</></a>', '1:8 The end tag </> has no name.'],
    [
      'attributes parted by a comma',
      '<p a="1", b="2">x</p>',
      '1:9 "," cannot stand in the tag of <p>: the name of an attribute, > or /> is wanted.',
    ],
    [
      'a prefix that is not declared, wherever it stands',
      '<a><tei:b/><tei:c tei:d=""/></a>',
      '1:5 The prefix tei of <tei:b> is not declared.',
    ],
    [
      'an end tag in other capitals',
      '<persName>x</persname>',
      '1:12 </persname> does not close <persName>, opened on line 1: capitals tell names apart.',
    ],
    [
      'text after the root, whatever more',
      '<a/>\nmore text <b/> and </c> more',
      '2:1 Text stands after </a>, the end of the root element.',
    ],
    [
      'an end tag too many, by which the root ends',
      '<div><p/></div></div><div><p/></div>',
      '1:16 </div> closes nothing: no element is open here.',
    ],
    [
      'two documents in one file',
      '<?xml version="1.0"?><a/>\n<?xml version="1.0"?><b/>',
      '2:1 A second document begins here; a file holds one.',
    ],
    [
      'text before the XML declaration',
      'Letter\n<?xml version="1.0"?><a/>',
      '1:1 Text stands before the XML declaration, with which the file must begin.',
    ],
    [
      'hyphens in a comment',
      '<a><!-- b -- c -- d --></a>',
      '1:11 Two hyphens -- cannot stand inside a comment.',
    ],
    [
      'a comment within a comment',
      '<a><!-- <p>x <!-- y --> z</p> --></a>',
      '1:14 A comment cannot stand inside another: the one that begins on line 1 is not closed.',
    ],
    [
      'a comment that is not closed',
      '<a><!-- x <b>y</b></a>',
      '1:4 The comment is not closed with -->.',
    ],
    [
      'a CDATA section that is not closed',
      '<a><![CDATA[ x</a>',
      '1:4 The CDATA section is not closed with ]]>.',
    ],
    ['an instruction that is not closed', '<a><?x y</a>', '1:4 <?x is not closed with ?>.'],
    [
      'a file that was cut short',
      '<TEI>\n<text>\n<body>\n<p>abc',
      '4:7 The file ends while <p>, opened on line 4, and 3 more around it are not closed.',
    ],
    [
      'a character that XML forbids',
      '<p>a\u0007b</p>',
      '1:5 The character U+0007 stands here, which no XML document may contain.',
    ],
  ])('%s', (_, text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it('several mistakes in one document are each told, in their order', () => {
    const text =
      '\n<?xml version="1.0"?>\n<div n="1" n="2">\n<p>a & b\u0001\n<persname>X</persName>\n<hi rend=bold>x</hi>\n</div>';
    expect(said(text)).toEqual([
      '2:1 An XML declaration can stand only at the very beginning of the file.',
      '3:12 @n stands twice on <div>.',
      '4:6 An & by itself: in XML it begins a reference such as &amp; or &#233;.',
      '4:9 The character U+0001 stands here, which no XML document may contain.',
      '5:12 </persName> does not close <persname>, opened on line 5: capitals tell names apart.',
      '6:10 The value of @rend on <hi> is not in quotation marks.',
      '7:1 </div> comes while <p>, opened on line 4, is not closed.',
    ]);
  });

  it('offers the empty tag where an element is empty as a rule', () => {
    const { problems } = parseXml({ file: 'a.xml', text: '<div><p>a<lb>b</p></div>' });
    expect(problems[0]?.help).toBe(
      'Write </lb> before </p>, or <lb/> where it stands, as it holds nothing.',
    );
  });
});
