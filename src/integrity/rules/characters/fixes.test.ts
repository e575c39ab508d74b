import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedByRule, saidByRule } from '../../../../test/said-by-rule.js';
import { parseXml } from '../../../xml/index.js';
import { ruleName } from '../../rule.js';
import { characterRules } from './index.js';

/** What rules about characters look for, ordinary words, and ways to write characters that hide them. */
const part = fc.constantFrom(
  ...[
    'Seoul',
    'a',
    ' ',
    '  ',
    '\n   ',
    '\r\n',
    '&amp;',
    '&lt;',
    '&#x200B;',
    '&#146;',
    '&#13;',
    '<![CDATA[<é>]]>',
  ],
  ...[
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u200e',
    '\x92',
    '\x81',
    '\ufffd',
    '\ue000',
    '\u202e',
    '\u2028',
  ],
  ...[
    'Ã©',
    'â€™',
    'Â°',
    'É»',
    'Fuß“',
    'ÃƒÂ©',
    'М\u0430o',
    'М',
    'ᾳ',
    'λx',
    'e\u0301',
    'é',
    '\u1100\u1161',
    '가',
  ],
  ...[
    'ﬁ',
    'Ⅻ',
    'Ａ＜',
    '北',
    '´',
    'it´s',
    '5 º C',
    'l951',
    'te1egram',
    '“',
    '”',
    '„',
    '"',
    "it's",
    'it’s',
    '…',
    '...',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    ' , ',
    ' ; ',
    '<hi>b</hi>',
    '<!-- é -->',
    '<note>c (d</note>',
    '\u{1d400}',
    '\u{1f600}',
  ],
);
const document = fc
  .array(part, { minLength: 1, maxLength: 14 })
  .map((parts) => `<TEI><text><p>${parts.join('')}</p></text></TEI>`);

describe('what is mended by', () => {
  it.each(characterRules.map((rule) => ({ rule, name: ruleName(rule) })))(
    '$name is well-formed, and has nothing more to mend',
    ({ rule }) => {
      fc.assert(
        fc.property(document, (text) => {
          let mended = mendedByRule(rule, text);
          // A letter beside one that has been mended may then be seen.
          for (let times = 0; times < 3; times++) mended = mendedByRule(rule, mended);
          expect(parseXml({ file: 'letter.xml', text: mended }).problems).toEqual([]);
          expect(saidByRule(rule, mended).filter((each) => each.includes('] → ['))).toEqual([]);
        }),
        { numRuns: 100 },
      );
    },
  );
});
