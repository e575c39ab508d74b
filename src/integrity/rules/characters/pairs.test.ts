import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidByRule } from '../../../../test/said-by-rule.js';
import { unpairedBracket } from './unpaired-bracket.js';
import { unpairedQuotationMark } from './unpaired-quotation-mark.js';

const tei = (text: string): string => `<TEI><text><body>${text}</body></text></TEI>`;

describe('brackets come in pairs', () => {
  const said = (text: string): string[] => saidByRule(unpairedBracket, tei(text));

  it.each([
    [
      '<p>the 38th parallel (point 3, and the river</p>',
      '[(] The bracket "(" that opens here is not closed. Write ")" where it belongs; what the source lacks is <supplied>.',
    ],
    [
      '<p>the river point 3), and the parallel</p>',
      '[)] The bracket ")" closes here and was not opened. Write "(" where it belongs; what the source lacks is <supplied>.',
    ],
    [
      '<p>(a [b) c</p>',
      '[[] The bracket "[" that opens here is not closed. Write "]" where it belongs; what the source lacks is <supplied>.',
    ],
    [
      '<p>毛澤東（主席</p>',
      '[（] The bracket "（" that opens here is not closed. Write "）" where it belongs; what the source lacks is <supplied>.',
    ],
    [
      '<div><p>(a</p></div><div><p>b</p></div>',
      '[(] The bracket "(" that opens here is not closed. Write ")" where it belongs; what the source lacks is <supplied>.',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it.each([
    '<p>(a [b] (c)) d</p>',
    '<p>(a <hi>b) c</hi></p>',
    '<p>(a</p><p>b)</p>',
    '<p>a) b, 12) c, iv) d; (a) e; field(s)</p>',
    '<item><label>x)</label></item>',
    '<p>(a<note>1) so (b)</note> c)</p>',
    '<p>a [<gap/> b</p>',
    '<p>(a <choice><sic>b)</sic><corr>b</corr></choice></p>',
    '<p part="I">(a</p>',
    '<code>f(</code><formula>[0, 1)</formula>',
    '<form xml:lang="grc-x-beta">*(/ermos</form>',
  ])('as in %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('however deep, and one that is taken out is missed', () => {
    const text = fc.letrec<{ nested: string }>((tie) => ({
      nested: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('Seoul', 'the river', '38°'),
        fc.tuple(tie('nested'), tie('nested')).map(([a, b]) => `${a} ${b}`),
        tie('nested').map((a) => `(${a})`),
        tie('nested').map((a) => `[${a}]`),
      ),
    })).nested;
    fc.assert(
      fc.property(text, fc.nat(), (balanced, chosen) => {
        expect(said(`<p>${balanced}</p>`)).toEqual([]);
        const signs = [...balanced.matchAll(/[([]/g)];
        const sign = signs[chosen % Math.max(1, signs.length)];
        if (sign === undefined) return;
        const without = balanced.slice(0, sign.index) + balanced.slice(sign.index + 1);
        // What is left may look like an enumeration; words do not.
        expect(said(`<p>${without.replace(/38°/g, 'parallel')}</p>`).length).toBe(1);
      }),
    );
  });
});

describe('quotation marks come in pairs', () => {
  const said = (text: string): string[] =>
    saidByRule(unpairedQuotationMark, tei(text)).map((each) => each.replace(/ Write .*$/, ''));

  it.each([
    ['<p>the “Volunteers and</p>', ['[“] The quotation mark “ that opens here is not closed.']],
    ['<p>the Volunteers” and</p>', ['[”] The quotation mark ” closes here and was not opened.']],
    ['<p>die „Freiwilligen und</p>', ['[„] The quotation mark „ that opens here is not closed.']],
    ['<p>die „A“ und B“ da</p>', ['[“] The quotation mark “ closes here and was not opened.']],
    ['<p>“a</p><p>“b</p><p>c</p>', ['[“] The quotation mark “ that opens here is not closed.']],
  ])('%s', (text, messages) => {
    expect(said(text)).toEqual(messages);
  });

  it.each([
    '<p>the “Volunteers” and “those”</p>',
    '<p>“a “b” c”</p>',
    '<p>“a</p><p>“b</p><p>“c”</p>',
    '<p>die „Freiwilligen“ und „die”</p>',
    '<p xml:lang="sv">”så” och ”så”</p>',
    '<p>„so“ und “so” und ”</p>',
    '<p>»so« «so</p>',
    '<p xmlns:xi="http://www.w3.org/2001/XInclude">“’Twas the best”, “a”</p>',
    '<p>“a <gap/> b</p>',
  ])('as in %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});
