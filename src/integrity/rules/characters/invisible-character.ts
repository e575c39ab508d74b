import { defineRule } from '../../rule.js';
import { codePoint, standing } from './code-point.js';
import { hearOccurrences, mayHold, type Occurrence } from './occurrences.js';

/** What a character that nobody sees is, and what to do about it. */
interface Invisible {
  readonly name: string;
  readonly help: string;
  /** What certainly may stand instead. */
  readonly instead?: string;
  /** Where it has its place, in what stands before or after it. */
  readonly fits?: (occurrence: Occurrence) => boolean;
}

const paste = 'Delete it: it often comes along when text is pasted.';
const byMarkup = 'Say it by markup.';

const scripts = (...names: readonly string[]): RegExp =>
  new RegExp(`[${names.map((name) => `\\p{scx=${name}}`).join('')}]`, 'u');
const indic =
  'Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Tibt Java Bali Newa Sidd Gran Cakm';
const rightToLeft = 'Hebr Arab Syrc Thaa Nkoo Samr Mand Adlm Rohg';
const southEast = 'Thai Laoo Khmr Mymr Lana Talu Cham';
/** Letters that take other forms by joiners. */
const joining = scripts(...`${indic} ${southEast} ${rightToLeft} Mong Phag Egyp`.split(' '));
/** Words that are not parted by spaces. */
const withoutSpaces = scripts(...`${indic} ${southEast} Hira Kana Hani Yiii`.split(' '));
const mongolian = scripts('Mong');
const writtenToTheLeft = scripts(...rightToLeft.split(' '));
const pictograph = /\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/u;
const hangulLetter = /[\u1100-\u11ff\u3131-\u318e]/;

/** Whether the character before or after those found is of a kind. */
function isBeside({ value, index, text }: Occurrence, kind: RegExp): boolean {
  const before = /.$/su.exec(value.slice(Math.max(0, index - 2), index))?.[0] ?? '';
  const after = value.codePointAt(index + text.length);
  return kind.test(before) || (after !== undefined && kind.test(String.fromCodePoint(after)));
}

const joiner = (name: string): Invisible => ({
  name,
  help: 'Delete it, unless two letters are to be kept apart or together by it.',
  fits: (occurrence) => isBeside(occurrence, joining) || isBeside(occurrence, pictograph),
});
const embedding = (name: string): Invisible => ({
  name,
  help: 'Delete it; where a text runs the other way, say so by @xml:lang or @rend.',
});
const mark = (name: string): Invisible => ({ name, help: paste, instead: '' });

const characters: Readonly<Record<string, Invisible>> = {
  '\u00ad': {
    name: 'soft hyphen',
    help: 'Delete it; where the source breaks a word, write <lb break="no"/>.',
  },
  '\u061c': mark('Arabic letter mark'),
  '\u180e': {
    name: 'Mongolian vowel separator',
    help: paste,
    fits: (occurrence) => isBeside(occurrence, mongolian),
  },
  '\u200b': {
    name: 'zero width space',
    help: paste,
    instead: '',
    fits: (occurrence) => isBeside(occurrence, withoutSpaces),
  },
  '\u200c': joiner('zero width non-joiner'),
  '\u200d': joiner('zero width joiner'),
  '\u200e': mark('left-to-right mark'),
  '\u200f': mark('right-to-left mark'),
  '\u2028': {
    name: 'line separator',
    help: 'Write a line break, or <lb/> where the source has one.',
  },
  '\u2029': { name: 'paragraph separator', help: 'Make two paragraphs, <p>, or write a space.' },
  '\u202a': embedding('left-to-right embedding'),
  '\u202b': embedding('right-to-left embedding'),
  '\u202c': embedding('end of embedding'),
  '\u202d': embedding('left-to-right override'),
  '\u202e': embedding('right-to-left override'),
  '\u2061': { name: 'function application', help: paste },
  '\u2062': { name: 'invisible times', help: paste },
  '\u2063': { name: 'invisible separator', help: paste },
  '\u2064': { name: 'invisible plus', help: paste },
  '\u2066': embedding('left-to-right isolate'),
  '\u2067': embedding('right-to-left isolate'),
  '\u2068': embedding('first strong isolate'),
  '\u2069': embedding('end of isolate'),
  '\u3164': {
    name: 'Hangul filler',
    help: paste,
    fits: (occurrence) => isBeside(occurrence, hangulLetter),
  },
  '\ufeff': {
    name: 'byte order mark',
    help: 'Delete it: only the first character of a file may be one.',
    instead: '',
  },
  '\ufff9': {
    name: 'beginning of an annotation',
    help: `${byMarkup} Ruby has <ruby>, <rb>, <rt>.`,
  },
  '\ufffa': {
    name: 'separator of an annotation',
    help: `${byMarkup} Ruby has <ruby>, <rb>, <rt>.`,
  },
  '\ufffb': { name: 'end of an annotation', help: `${byMarkup} Ruby has <ruby>, <rb>, <rt>.` },
  '\ufffc': { name: 'place of an object', help: `${byMarkup} A picture is a <graphic>.` },
};
const ofTwoDirections = /[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]/;
const deprecated: Invisible = { name: 'control that Unicode has given up', help: paste };

/**
 * No character stands in a text that a reader does not see and a search stumbles over, unless its neighbours need it:
 * joiners between Arabic or Indic letters, marks of direction in a document that has writing from right to left. What is
 * written by a character reference is seen by who reads the source.
 */
export const invisibleCharacter = defineRule({
  code: 'integrity/invisible-character',
  severity: 'warning',
  options: {
    allow: {
      type: 'texts',
      default: [],
      description: 'Characters that may stand in a text, as Unicode numbers them: U+00AD.',
    },
  },
  read: ({ document, options, report }) => {
    const allowed = new Set(options.allow.map((each) => each.toUpperCase()));
    let bidirectional: boolean | undefined;
    return hearOccurrences(
      document,
      {
        hint: /[\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2061-\u206f\u3164\ufeff\ufff9-\ufffc]/,
        wanted:
          /(?:\xad|\u061c|\u180e|[\u200b-\u200f]|[\u2028-\u202e]|[\u2061-\u206f]|\u3164|\ufeff|[\ufff9-\ufffc])/g,
        attributes: true,
      },
      (occurrence) => {
        const { text, element, span, replacedBy } = occurrence;
        if (allowed.has(codePoint(text))) return;
        const { name, help, instead, fits } = characters[text] ?? deprecated;
        if (fits?.(occurrence) ?? false) return;
        if (ofTwoDirections.test(text)) {
          bidirectional ??= mayHold(document, writtenToTheLeft);
          if (bidirectional) return;
        }
        report(element, span, {
          message: `A ${name} (${codePoint(text)}) stands ${standing(occurrence)}, which nobody sees.`,
          help,
          fix: instead === undefined ? undefined : replacedBy(instead),
        });
      },
    );
  },
});
