/**
 * A text as it stands in HTML, in content and in attribute values alike. What would turn the direction of writing, and
 * what no document may contain, is shown: controls by their pictures (U+2400 and on), the rest by U+FFFD.
 */
export function htmlText(text: string): string {
  // Most texts have nothing of it.
  if (!unsafe.test(text)) return text;
  return text.replace(eachUnsafe, (found) => {
    const reference = references[found];
    if (reference !== undefined) return reference;
    const code = found.charCodeAt(0);
    return code <= 0x1f ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
}

const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[&<>"\0-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;
const eachUnsafe = new RegExp(unsafe.source, 'gu');

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
