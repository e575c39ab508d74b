/** The irregular tags that RFC 5646, section 2.1, admits besides its grammar. */
export const irregularTags: ReadonlySet<string> = new Set([
  'en-gb-oed',
  'i-ami',
  'i-bnn',
  'i-default',
  'i-enochian',
  'i-hak',
  'i-klingon',
  'i-lux',
  'i-mingo',
  'i-navajo',
  'i-pwn',
  'i-tao',
  'i-tay',
  'i-tsu',
  'sgn-be-fr',
  'sgn-be-nl',
  'sgn-ch-de',
  'art-lojban',
  'cel-gaulish',
  'no-bok',
  'no-nyn',
  'zh-guoyu',
  'zh-hakka',
  'zh-min',
  'zh-min-nan',
  'zh-xiang',
]);

/** langtag of RFC 5646, section 2.1: language, script, region, variants, extensions, private use. */
const langtag =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$/;
const privateUse = /^x(?:-[a-z0-9]{1,8})+$/;

/** Names that people write for codes. */
const codes: Readonly<Record<string, string>> = {
  arabic: 'ar',
  chinese: 'zh',
  czech: 'cs',
  dutch: 'nl',
  english: 'en',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hangul: 'ko-Hang',
  hebrew: 'he',
  italian: 'it',
  japanese: 'ja',
  korean: 'ko',
  latin: 'la',
  polish: 'pl',
  portuguese: 'pt',
  russian: 'ru',
  spanish: 'es',
};

/**
 * What keeps a text from being a well-formed language tag (BCP 47; RFC 5646, section 2.2.9): nothing, or a reason and
 * what to write.
 */
export function languageTagFault(
  tag: string,
): { readonly reason: string; readonly help: string } | undefined {
  const folded = tag.toLowerCase();
  const subtags = folded.split('-');
  const language = subtags[0] ?? '';
  if (irregularTags.has(folded) || privateUse.test(folded)) return undefined;
  if (langtag.test(folded)) {
    if (language.length > 3) {
      // Longer ones are reserved; none has ever been registered (RFC 5646, section 2.2.1).
      const code = codes[language];
      return {
        reason: `no language has the code "${language}"`,
        help:
          code === undefined
            ? 'Codes of languages have two or three letters: en, ko, zho.'
            : `Write "${code}".`,
      };
    }
    const repeated = repeatedSubtag(subtags);
    if (repeated === undefined) return undefined;
    return { reason: `"${repeated}" stands twice in it`, help: 'Leave one out.' };
  }
  const help =
    'A tag is a language, and where needed a script and a region: ko, ko-Hang, zh-Hant-TW.';
  if (tag.includes('_'))
    return { reason: 'it has "_"', help: `Write "${tag.replaceAll('_', '-')}".` };
  if (/\s/.test(tag)) return { reason: 'it has white space', help };
  const stranger = /[^A-Za-z0-9-]/u.exec(tag)?.[0];
  if (stranger !== undefined) return { reason: `it has "${stranger}"`, help };
  if (subtags.includes('')) return { reason: 'a hyphen in it parts nothing', help };
  const long = subtags.find((subtag) => subtag.length > 8);
  if (long !== undefined) return { reason: `"${long}" is longer than eight characters`, help };
  if (!/^[a-z]{2,3}$/.test(language))
    return { reason: `"${language}" is no code of a language`, help };
  const wrong = subtags.findIndex(
    (_, index) =>
      !langtag.test(subtags.slice(0, index + 1).join('-')) &&
      !/^[0-9a-z]$/.test(subtags[index] ?? ''),
  );
  return { reason: `"${tag.split('-')[wrong] ?? tag}" cannot stand at its place`, help };
}

/** A variant, or the letter of an extension, that stands twice; what follows -x- may repeat. */
function repeatedSubtag(subtags: readonly string[]): string | undefined {
  const end = subtags.indexOf('x');
  const counted = end === -1 ? subtags : subtags.slice(0, end);
  const extensions = counted.findIndex((subtag) => subtag.length === 1);
  const variants = (extensions === -1 ? counted : counted.slice(0, extensions)).filter(
    (subtag) => subtag.length >= 5 || /^[0-9][a-z0-9]{3}$/.test(subtag),
  );
  const singletons = counted.filter((subtag) => subtag.length === 1);
  return [variants, singletons].flatMap((some) =>
    some.filter((subtag, index) => some.indexOf(subtag) !== index),
  )[0];
}
