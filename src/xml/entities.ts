import { isCharacter } from './characters.js';
import type { Complaints } from './complaints.js';
import type { Span } from './tree.js';

/** An entity that the DTD declares (XML 1.0, section 4.2). */
export interface Entity {
  readonly name: string;
  /** The replacement text (section 4.5) of an internal entity. */
  readonly text?: string;
  /** The system identifier of an external one. */
  readonly system?: string;
  /** Set for an unparsed entity (NDATA). */
  readonly notation?: string;
  /** Absolute path of the file that the system identifier is relative to. */
  readonly base?: string;
  /** Declared in a parameter entity or the external subset, where `standalone="yes"` keeps the document from looking. */
  readonly isOutside: boolean;
}

/** The five entities that need no declaration (XML 1.0, section 4.6). */
export const predefinedEntities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
]);

/** What expansion of entities may cost in one document. */
export const entityLimits = {
  /** Entities within entities. */
  depth: 40,
  /** Characters of replacement text in all. */
  characters: 10_000_000,
} as const;

/** HTML's names for characters that editors type from habit; XML has none of them. */
const htmlEntities: ReadonlyMap<string, number> = new Map(
  Object.entries({
    nbsp: 0xa0,
    copy: 0xa9,
    reg: 0xae,
    deg: 0xb0,
    para: 0xb6,
    sect: 0xa7,
    middot: 0xb7,
    laquo: 0xab,
    raquo: 0xbb,
    times: 0xd7,
    frac12: 0xbd,
    ndash: 0x2013,
    mdash: 0x2014,
    lsquo: 0x2018,
    rsquo: 0x2019,
    ldquo: 0x201c,
    rdquo: 0x201d,
    bdquo: 0x201e,
    hellip: 0x2026,
    dagger: 0x2020,
    bull: 0x2022,
    prime: 0x2032,
    euro: 0x20ac,
    agrave: 0xe0,
    aacute: 0xe1,
    acirc: 0xe2,
    auml: 0xe4,
    aring: 0xe5,
    aelig: 0xe6,
    ccedil: 0xe7,
    egrave: 0xe8,
    eacute: 0xe9,
    ecirc: 0xea,
    euml: 0xeb,
    iacute: 0xed,
    ntilde: 0xf1,
    oacute: 0xf3,
    ocirc: 0xf4,
    ouml: 0xf6,
    oslash: 0xf8,
    uacute: 0xfa,
    uuml: 0xfc,
    Auml: 0xc4,
    Eacute: 0xc9,
    Ouml: 0xd6,
    Uuml: 0xdc,
    szlig: 0xdf,
    oelig: 0x153,
  }),
);

/**
 * What to do about an entity that nobody declared.
 *
 * @param declared the name of one that is, which may have been meant
 * @param couldBeAllowed whether it may be declared in a file that the configuration keeps from being read
 */
export function undeclaredEntityHelp(
  name: string,
  declared: string | undefined,
  couldBeAllowed: boolean,
): string {
  const point = htmlEntities.get(name);
  if (point !== undefined) {
    const character = point === 0xa0 ? '' : ` "${String.fromCodePoint(point)}"`;
    return `Write the character itself${character}, or &#${point};.`;
  }
  if (declared !== undefined) return `Did you mean &${declared};?`;
  if (couldBeAllowed) {
    return `Declare <!ENTITY ${name} "…"> in the DOCTYPE, or let the DTD be read: "externalEntities" in imprimatur.config.json.`;
  }
  return `Write &amp; for the sign itself, or declare <!ENTITY ${name} "…"> in the DOCTYPE.`;
}

/**
 * The character that a reference [66] such as `&#xE9;` stands for. Takes what lies between `&#` and `;`.
 * A reference that is malformed or names no XML character is reported, and U+FFFD stands in.
 */
export function characterReference(digits: string, span: Span, complaints: Complaints): string {
  const hexadecimal = digits.startsWith('x');
  const number = hexadecimal ? digits.slice(1) : digits;
  if (!(hexadecimal ? /^[0-9A-Fa-f]+$/ : /^[0-9]+$/).test(number)) {
    complaints.report(span, {
      code: 'xml/character-reference',
      message: `&#${digits}; is not a character reference: ${
        /^X/.test(digits) ? 'the x before a hexadecimal number is small' : 'a number is wanted'
      }.`,
      help: 'Write &#233; (decimal) or &#xE9; (hexadecimal).',
    });
    return '\uFFFD';
  }
  const point = Number.parseInt(number, hexadecimal ? 16 : 10);
  if (!isCharacter(point)) {
    complaints.report(span, {
      code: 'xml/character-reference',
      message: `&#${digits}; names no character that XML allows.`,
      help: 'Control characters and a few others cannot stand in XML: leave it out.',
    });
    return '\uFFFD';
  }
  return String.fromCodePoint(point);
}
