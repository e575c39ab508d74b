import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedByRule, saidByRule } from '../../../../test/said-by-rule.js';
import type { AnyRule } from '../../rule.js';
import { doubleSpace } from './double-space.js';
import { mixedApostrophes } from './mixed-apostrophes.js';
import { mixedEllipses } from './mixed-ellipses.js';
import { mixedQuotationMarks } from './mixed-quotation-marks.js';
import { spaceBeforePunctuation } from './space-before-punctuation.js';

const tei = (text: string): string => `<TEI><text>${text}</text></TEI>`;
/** What is marked and what is said of it, without the help. */
const marked = (rule: AnyRule, text: string, options = {}): string[] =>
  saidByRule(rule, tei(text), options).map((each) => /^\[[^\]]*\]/s.exec(each)?.[0] ?? '');

describe('one space stands between words', () => {
  it.each([
    [
      '<p>29  January</p>',
      '[  ] → [ ] Two spaces stand in a line of text, between "29" and "January". Write one; what the source leaves blank is a <space/>.',
    ],
    [
      '<p>29   January</p>',
      '[   ] → [ ] 3 spaces stand in a line of text, between "29" and "January". Write one; what the source leaves blank is a <space/>.',
    ],
    [
      '<p>29\t January</p>',
      '[\t ] → [ ] A tab stands in a line of text, between "29" and "January". Write one; what the source leaves blank is a <space/>.',
    ],
    [
      '<p>in  <hi>Seoul</hi></p>',
      '[  ] → [ ] Two spaces stand in a line of text, after "in". Write one; what the source leaves blank is a <space/>.',
    ],
    [
      '<p><hi>Seoul</hi>  rests</p>',
      '[  ] → [ ] Two spaces stand in a line of text, before "rests". Write one; what the source leaves blank is a <space/>.',
    ],
    [
      '<p>a &amp;  b</p>',
      '[  ] → [ ] Two spaces stand in a line of text, between "&" and "b". Write one; what the source leaves blank is a <space/>.',
    ],
  ])('%s', (text, message) => {
    expect(saidByRule(doubleSpace, tei(text))).toEqual([message]);
  });

  it.each([
    '<p>  Seoul\n      rests  \n  here  </p>',
    '<p>in  <lb/>Seoul</p>',
    '<p>in Seoul  <!-- so --></p>',
    '<p><persName>Mao</persName>  <persName>Peng</persName></p>',
    '<l xml:space="preserve">a   b</l>',
    '<eg>a   b</eg><code>a  b</code><sic>a  b</sic>',
    '<p>a \u00a0b\u2003 c</p>',
    '<p>a&#32; b</p>',
    '<p n="a  b"/>',
  ])('but %j', (text) => {
    expect(marked(doubleSpace, text)).toEqual([]);
  });

  it('two, where they may part sentences', () => {
    const text = '<p>So it was.  It  was “so.”  It was.   So</p>';
    expect(marked(doubleSpace, text)).toHaveLength(4);
    expect(marked(doubleSpace, text, { afterSentences: true })).toEqual(['[  ]', '[   ]']);
  });

  it('and mended text has none', () => {
    const part = fc.constantFrom('a', 'Seoul,', ' ', '  ', '\n    ', '&amp;', '<hi>b</hi>', '\t');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = tei(`<p>x${parts.join('')}y</p>`);
        const mended = mendedByRule(doubleSpace, text);
        expect(saidByRule(doubleSpace, mended)).toEqual([]);
        expect(mended.replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
      }),
    );
  });
});

describe('no space stands before punctuation', () => {
  it.each([
    ['<p>Seoul , Incheon .</p>', 2],
    ['<p xml:lang="en">Seoul ; so : it ! is ?</p>', 4],
    ['<p xml:lang="fr">Séoul ; ainsi : il ! est ?</p>', 0],
    ['<p>Séoul : oui</p>', 0],
    ['<p xml:lang="fr">Séoul , oui</p>', 1],
    ['<p xml:lang="de">a <foreign xml:lang="fr">ça va ?</foreign> b</p>', 0],
    ['<p xml:lang="de">a <foreign xml:lang="fr">ça va</foreign> ? b</p>', 0],
    ['<p>so . . . and ... so</p>', 0],
    ['<p>a\n, b</p>', 0],
    ['<p>file .xml, .5 mm, / , -</p>', 0],
    ['<code>a ; b , c</code>', 0],
  ])('%s', (text, times) => {
    expect(marked(spaceBeforePunctuation, text)).toHaveLength(times);
  });
});

describe('signs are written in one way', () => {
  it.each([
    [mixedQuotationMarks, '<p>“a” “b” "c"</p>', ['["]', '["]']],
    [mixedQuotationMarks, '<p>"a" "b" „c“</p>', ['[„]', '[“]']],
    [mixedQuotationMarks, '<p>“a” "b"</p>', ['["]', '["]']],
    [mixedQuotationMarks, `<p>“a” ${'"b" “c” '.repeat(12)}</p>`, ['["]']],
    [mixedQuotationMarks, '<p>“a”, 5" <code>"b"</code> <sic>"</sic> &#34;</p>', []],
    [mixedQuotationMarks, '<p>"a" and "b"</p>', []],
    [mixedQuotationMarks, '<p>«a» "b"</p>', []],
    [mixedQuotationMarks, '<p n="“">"b"</p>', []],
    [mixedApostrophes, "<p>Mao’s, Peng’s, army's</p>", ["[']"]],
    [mixedApostrophes, "<p>l'armée, d'Opéra, l’été</p>", ['[’]']],
    [mixedApostrophes, "<p>Mao’s T'ang, P'yŏngyang, Sŏ'ul, 'so', the boys' 5'</p>", []],
    [mixedEllipses, '<p>a… b… c...</p>', ['[...]']],
    [mixedEllipses, '<p>a... b... c…</p>', ['[…]']],
    [mixedEllipses, '<p>a… b.... c........ d</p>', []],
  ] as const)('%#: %s', (rule, text, marks) => {
    expect(marked(rule, text)).toEqual(marks);
  });

  it('in each part of a document, which may differ', () => {
    const text = `<TEI><teiHeader><p>"a" it's...</p></teiHeader><text><p>“b” it’s…</p></text></TEI>`;
    for (const rule of [mixedQuotationMarks, mixedApostrophes, mixedEllipses])
      expect(saidByRule(rule, text)).toEqual([]);
  });

  it('and those that are fewer become as the others are', () => {
    expect(mendedByRule(mixedApostrophes, tei("<p>Mao’s Peng’s army's</p>"))).toBe(
      tei('<p>Mao’s Peng’s army’s</p>'),
    );
    expect(mendedByRule(mixedEllipses, tei('<p>a... b... c…</p>'))).toBe(
      tei('<p>a... b... c...</p>'),
    );
  });
});
