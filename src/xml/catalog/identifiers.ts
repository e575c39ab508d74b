// XML Catalogs 1.1, chapter 6: identifiers are compared as text after they have been normalised.

const URN = 'urn:publicid:';

/** What RFC 3151 writes in place of signs of a public identifier. */
const unwrapped: Readonly<Record<string, string>> = {
  '+': ' ',
  ':': '//',
  ';': '::',
  '%2B': '+',
  '%3A': ':',
  '%2F': '/',
  '%3B': ';',
  '%27': "'",
  '%3F': '?',
  '%23': '#',
  '%25': '%',
};

/** Section 6.2: white space is collapsed. A public identifier in a URN is taken out of it first (6.4). */
export function normalizePublicId(identifier: string): string {
  return (unwrapUrn(identifier) ?? identifier).replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** Section 6.3: signs that cannot stand in a URI are written as the octets of their UTF-8, `%20`. */
export function normalizeUri(uri: string): string {
  return uri.replace(/[\0-\x20"<>\\^`{|}\x7F-\u{10FFFF}]/gu, (sign) =>
    [...Buffer.from(sign)]
      .map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}

/**
 * Section 6.4: the public identifier that a URN of RFC 3151 wraps.
 *
 * @returns `undefined` where an identifier is no such URN
 */
export function unwrapUrn(identifier: string): string | undefined {
  if (!identifier.startsWith(URN)) return undefined;
  return identifier
    .slice(URN.length)
    .replace(/[+:;]|%(?:2[BF357]|3[ABF])/gi, (sign) => unwrapped[sign.toUpperCase()] ?? sign);
}
