/**
 * A text as it stands in XML, in content and in attribute values alike. Line ends are kept by references; what no XML
 * document may contain (XML 1.0, 2.2) is shown by the pictures of control characters, U+2400 and on, or by U+FFFD.
 */
export function xmlText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(unsafe, (found) => {
    const reference = references[found];
    if (reference !== undefined) return reference;
    const code = found.charCodeAt(0);
    return code <= 0x1f ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
}

const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[&<>"\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
