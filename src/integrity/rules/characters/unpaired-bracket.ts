import { defineRule } from '../../rule.js';
import type { Occurrence } from './occurrences.js';
import { hearPairs, type Role } from './pairs.js';

const pairs = [
  '()',
  '[]',
  '{}',
  '⟨⟩',
  '（）',
  '［］',
  '「」',
  '『』',
  '【】',
  '《》',
  '〈〉',
  '〔〕',
];
const roles = new Map(
  pairs.flatMap((pair): [string, Role][] => [
    [pair.charAt(0), { kind: pair, opens: true }],
    [pair.charAt(1), { kind: pair, opens: false }],
  ]),
);

/**
 * Every bracket that opens is closed, and every one that closes was opened, in one division. Brackets after the number
 * or letter of an enumeration, a), have no other.
 */
export const unpairedBracket = defineRule({
  code: 'integrity/unpaired-bracket',
  severity: 'warning',
  read: ({ document, report }) =>
    hearPairs(
      document,
      {
        hint: /[()[\]{}⟨⟩（）［］「」『』【】《》〈〉〔〕]/,
        wanted: /[()[\]{}⟨⟩（）［］「」『』【】《》〈〉〔〕]/g,
      },
      (occurrence) => {
        const role = roles.get(occurrence.text);
        return role && { ...role, mayStandAlone: isOfEnumeration(occurrence) };
      },
      ({ text, element, span }, { kind, opens }) =>
        report(element, span, {
          message: opens
            ? `The bracket "${text}" that opens here is not closed.`
            : `The bracket "${text}" closes here and was not opened.`,
          help: `Write "${opens ? kind.charAt(1) : kind.charAt(0)}" where it belongs; what the source lacks is <supplied>.`,
        }),
    ),
});

/** The number or letter of an enumeration, a letter wherever it stands, a number after a stop; faces, as letters make them. */
const enumeration =
  /(?:^|[\s,;:([–—])(?:[a-z*]{1,2}|[ivxlc]{1,6}|[:;=]-?)$|(?:^|[.,;:([–—\n])\s*[0-9]{1,3}[a-z]?$/i;

function isOfEnumeration({ text, value, index, element }: Occurrence): boolean {
  if (text !== ')' && text !== ']' && text !== '）') return false;
  if (element.name.local === 'label') return true;
  const before = value.slice(Math.max(0, index - 12), index);
  return enumeration.test(index > 12 ? `…${before}` : before);
}
