// The character classes of XML 1.0, fifth edition: Char [2], S [3], NameStartChar [4], NameChar [4a], PubidChar [13].

/** What a character may be in a Name [5]. */
export const NAME_START = 1;
export const NAME = 2;

/** For each character of ASCII, `NAME_START` and `NAME` as they apply. */
export const asciiClasses = new Uint8Array(128);
for (const range of ['AZ', 'az', '::', '__']) mark(range, NAME_START | NAME);
for (const range of ['09', '--', '..']) mark(range, NAME);

function mark(range: string, classes: number): void {
  for (let code = range.charCodeAt(0); code <= range.charCodeAt(1); code++) {
    asciiClasses[code] = classes;
  }
}

/** NameStartChar beyond ASCII: first and last code point of each range. */
const nameStartRanges = [
  0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x2070, 0x218f,
  0x2c00, 0x2fef, 0x3001, 0xd7ff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd, 0x10000, 0xeffff,
];
/** What NameChar adds to them. */
const nameRanges = [0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040];

function within(ranges: readonly number[], point: number): boolean {
  for (let at = 0; at < ranges.length; at += 2) {
    if (point >= (ranges[at] ?? 0) && point <= (ranges[at + 1] ?? 0)) return true;
  }
  return false;
}

/** The offset after the Name [5] that begins at an offset; the offset itself where none does. */
export function nameEnd(text: string, start: number): number {
  let at = start;
  let wanted = NAME_START;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (((asciiClasses[code] ?? 0) & wanted) === 0) break;
      at++;
    } else {
      const point = text.codePointAt(at) ?? code;
      if (!within(nameStartRanges, point) && !(wanted === NAME && within(nameRanges, point))) break;
      at += point > 0xffff ? 2 : 1;
    }
    wanted = NAME;
  }
  return at;
}

/** Whether a text is an NCName (Namespaces in XML 1.0, [4]): a Name without a colon. */
export function isNcName(text: string): boolean {
  return text.length > 0 && !text.includes(':') && nameEnd(text, 0) === text.length;
}

/** Whether a Name is a QName (Namespaces in XML 1.0, [7]): an NCName, or two with a colon between them. */
export function isQName(name: string): boolean {
  const colon = name.indexOf(':');
  if (colon === -1) return true;
  const local = name.slice(colon + 1);
  return colon > 0 && local !== '' && !local.includes(':') && startsNcName(local);
}

/** Whether a text is a Name (XML 1.0, [5]). */
export function isName(text: string): boolean {
  return text.length > 0 && nameEnd(text, 0) === text.length;
}

/** S [3]: space, tab, line feed, carriage return. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Char [2]. */
export function isCharacter(point: number): boolean {
  return (
    (point >= 0x20 && point <= 0xd7ff) ||
    point === 0x09 ||
    point === 0x0a ||
    point === 0x0d ||
    (point >= 0xe000 && point <= 0xfffd) ||
    (point >= 0x10000 && point <= 0x10ffff)
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
const notCharacter = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
const forbidden = new RegExp(`${notCharacter.source}|\\p{Surrogate}`, 'gu');

/** The offset of the first character that XML does not allow (a control character, a lone surrogate), or -1. */
export function firstForbiddenCharacter(text: string): number {
  // As a rule there is none, and then this is the quickest way to know.
  return isWellFormedUnicode(text) ? text.search(notCharacter) : nextForbiddenCharacter(text, 0);
}

/** The offset of the first such character from an offset on, or -1. */
export function nextForbiddenCharacter(text: string, from: number): number {
  forbidden.lastIndex = from;
  return forbidden.exec(text)?.index ?? -1;
}

/** String.prototype.isWellFormed, of ECMAScript 2024, which Node 20 has. */
function isWellFormedUnicode(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

/** PubidChar [13], for a whole literal. */
export function isPublicIdentifier(text: string): boolean {
  return /^[ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]*$/.test(text);
}

/** Whether an NCName [Namespaces 4] begins at the start of a text, which is known to hold name characters alone. */
function startsNcName(text: string): boolean {
  return text.charCodeAt(0) !== 0x3a && nameEnd(text, 0) > 0;
}
