import { isName, isNcName } from '../../xml/index.js';
import type { ValueSpace } from './value-space.js';
import { tokens } from './white-space.js';

// 3.2.1 string and what is derived from it (3.3.1–3.3.12), and the lists of such.

/** The number of characters, a pair of surrogates being one. */
function characters(value: string): number {
  let count = value.length;
  for (let at = 0; at < value.length; at++) {
    if ((value.charCodeAt(at) & 0xfc00) === 0xd800) count--;
  }
  return count;
}

function stringSpace(
  name: string,
  whiteSpace: ValueSpace<string>['whiteSpace'],
  belongs: (literal: string) => boolean = () => true,
  complaint: (literal: string) => string = () => '',
): ValueSpace<string> {
  return {
    name,
    whiteSpace,
    parse: (literal) => (belongs(literal) ? literal : undefined),
    key: (value) => value,
    complaint,
    length: characters,
  };
}

const languageTag = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;
const isNmtoken = (literal: string) => isName(`_${literal}`) && literal !== '';

const nameRule = 'a name begins with a letter or _ and goes on with letters, digits, . - and _';

function nameComplaint(colons: boolean): (literal: string) => string {
  return (literal) => {
    if (literal === '') return 'it is empty';
    if (/\s/.test(literal)) return 'a name has no spaces';
    if (!colons && literal.includes(':') && isName(literal)) return 'it may have no colon';
    return nameRule;
  };
}

const ncName = (name: string) => stringSpace(name, 'collapse', isNcName, nameComplaint(false));

const nmtoken = stringSpace('NMTOKEN', 'collapse', isNmtoken, (literal) =>
  literal === '' ? 'it is empty' : 'it may have only letters, digits, . - _ and :',
);

/** 3.3.11 ENTITY: the name of an unparsed entity that the document declares. */
const entity: ValueSpace<string> = {
  ...ncName('ENTITY'),
  contextual: true,
  parse: (literal, context) =>
    isNcName(literal) && context.unparsedEntity(literal) ? literal : undefined,
  complaint: (literal) =>
    isNcName(literal)
      ? `the document declares no unparsed entity ${literal}`
      : nameComplaint(false)(literal),
};

/** A list of at least one item (3.3.5 NMTOKENS, 3.3.10 IDREFS, 3.3.12 ENTITIES). */
function listOf(name: string, item: ValueSpace<string>): ValueSpace<readonly string[]> {
  return {
    name,
    whiteSpace: 'collapse',
    contextual: item.contextual ?? false,
    parse(literal, context) {
      const items = tokens(literal);
      return items.length > 0 && items.every((one) => item.parse(one, context) !== undefined)
        ? items
        : undefined;
    },
    key: (value) => value.join(' '),
    complaint(literal, context) {
      const wrong = tokens(literal).find((one) => item.parse(one, context) === undefined);
      return wrong === undefined
        ? 'it is empty'
        : `“${wrong}” is not one of the words it may hold: ${item.complaint(wrong, context)}`;
    },
    length: (value) => value.length,
  };
}

const idref = ncName('IDREF');

export const stringSpaces: readonly ValueSpace<string>[] = [
  stringSpace('string', 'preserve'),
  stringSpace('normalizedString', 'replace'),
  stringSpace('token', 'collapse'),
  stringSpace('untypedAtomic', 'preserve'),
  stringSpace('anyAtomicType', 'preserve'),
  stringSpace(
    'language',
    'collapse',
    (literal) => languageTag.test(literal),
    () =>
      'a language tag is made of words of at most 8 letters and digits joined by -, such as de or ko-Latn',
  ),
  stringSpace('Name', 'collapse', isName, nameComplaint(true)),
  ncName('NCName'),
  nmtoken,
  ncName('ID'),
  idref,
  entity,
];

export const listSpaces: readonly ValueSpace<readonly string[]>[] = [
  listOf('NMTOKENS', nmtoken),
  listOf('IDREFS', idref),
  listOf('ENTITIES', entity),
];
