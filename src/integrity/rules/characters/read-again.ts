/** The characters of Windows-1252 from 0x80 to 0x9F; where it has none, the control of ISO 8859-1. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const byteOf = new Map([...windows].map((character, index) => [character, 0x80 + index]));

const trail = `[\\x80-\\xbf${windows.replace(/[\x80-\x9f]/g, '')}]`;

/** What UTF-8 looks like when each of its bytes is read as a character (The Unicode Standard, table 3-7), once or more. */
export const likelyMojibake = new RegExp(
  `(?:[\\xc2-\\xdf]${trail}|[\\xe0-\\xef]${trail}{2}|[\\xf0-\\xf4]${trail}{3})+`,
);

/** The beginning of it, which is found faster. */
export const mojibakeHint = new RegExp(`[\\xc2-\\xf4]${trail}`);

/** Closing quotation marks, dashes and the like: they may follow a letter by right. */
const punctuation = /[‘’“”„‚«»‹›…–—•\xa0\xb7]/;
/** Letters of Windows-1252 among what may follow: Czech and its neighbours have words that begin with Úš. */
const letter = /[ŠšŒœŽžŸƒ]/;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads again, as UTF-8, what looks as if it had been read as Windows-1252.
 *
 * @param text what `likelyMojibake` has found
 * @param before what stands before it
 * @param after what stands after it
 * @returns what was meant; nothing, where the text may be right as it is: `É»` may end a quotation
 */
export function readAgain(text: string, before: string, after: string): string | undefined {
  const meant = decode(text);
  if (meant === undefined) return undefined;
  const isCzech = letter.test(text) && !/^[ÂÃÅÎÏÐÑ]/.test(text);
  const certain =
    isStrange(text) || (!isCzech && ([...meant].length > 1 || isInWord(text, before, after)));
  if (!certain || !isWriting(meant)) return undefined;
  // Some texts were read wrongly twice: é became Ã© and then ÃƒÂ©.
  return (decode(meant) !== undefined ? readAgain(meant, before, after) : undefined) ?? meant;
}

function decode(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = byteOf.get(text[at] ?? '') ?? text.charCodeAt(at);
    if (byte < 0x80 || byte > 0xff) return undefined;
    bytes[at] = byte;
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether what follows the first character is nothing that follows a letter in any writing, as in Ã©, â€™, Â°. */
function isStrange(text: string): boolean {
  if (text.startsWith('â€')) return true;
  if (/^[ÃÅ][ŠšŒœŽžŸ]/.test(text)) return true;
  const usual = text.startsWith('Â') ? /[À-ÿŠšŒœŽžŸƒ]/ : /[À-ÿŠšŒœŽžŸƒªº°²³¹]/;
  return [...text].some((each) => !punctuation.test(each) && !usual.test(each));
}

/** Whether punctuation stands where none can: after a capital within a word, or before the small letters of one. */
function isInWord(text: string, before: string, after: string): boolean {
  if (!/^[\xc2-\xde]/.test(text)) return false;
  if (/\p{Ll}$/u.test(before)) return true;
  if (/\p{L}$/u.test(before)) return false;
  // The no-break space that ends a misread à stands before a space, or sticks to the next word.
  return (
    /^\p{Ll}{2}/u.test(after) ||
    (text === 'Ã\xa0' && /^[ \p{L}]/u.test(after)) ||
    (text === 'Â\xa0' && /^\p{L}/u.test(after))
  );
}

/** Whether it is writing that somebody may have meant, and no control. */
function isWriting(text: string): boolean {
  return !/[\x80-\x9f]|\p{Cn}|\p{Co}/u.test(text);
}
