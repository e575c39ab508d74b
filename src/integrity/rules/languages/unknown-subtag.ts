import { defineRule } from '../../rule.js';
import { hearLanguageTags, inAttribute } from './language-attributes.js';
import { languageOfCountry, shorterCode } from './likely-language.js';
import { partsOfTag, type Subtag } from './parts-of-tag.js';
import { registryDate } from './registered-subtags.js';
import { isRegistered, type SubtagKind } from './registry.js';

const examples: Readonly<Record<SubtagKind, string>> = {
  language:
    'Look the code of the language up: en, ko, grc; one that has none is qaa to qtz, or x-….',
  'extended language': 'Languages are written by themselves: grc and not el-grc.',
  script: 'Codes of scripts have four letters: Latn, Cyrl, Hang, Hani, Hant.',
  region: 'Codes of regions have two letters, those of countries: GB and not UK, KR, RU.',
  variant: 'What is your own comes after -x-: de-x-diplomatic.',
};

/** Regions that have another code than people think. */
const likelyRegions: Readonly<Record<string, string>> = {
  en: 'GB',
  uk: 'GB',
};

/**
 * Every subtag of a language tag stands in the IANA Language Subtag Registry (RFC 5646, section 2.2.9, valid tags).
 */
export const unknownSubtag = defineRule({
  code: 'integrity/unknown-subtag',
  severity: 'error',
  read: ({ report }) =>
    hearLanguageTags((found) => {
      for (const part of unknownParts(found.tag)) {
        const { kind, written, index } = part;
        const end = index + written.length;
        const better = likely(part);
        report(found.element, found.span(index, end), {
          message: `${inAttribute(found)}: there is no ${kind} "${written}" in the registry of ${registryDate}.`,
          help: better === undefined ? examples[kind] : `Write "${better.meant}".`,
          fix: better?.isSure === true ? found.replaced(better.meant, index, end) : undefined,
        });
      }
    }),
});

/** What each tag has that is unknown: a corpus has few tags, many times. */
const known = new Map<string, readonly Subtag[]>();

function unknownParts(tag: string): readonly Subtag[] {
  let unknown = known.get(tag);
  if (unknown === undefined) {
    unknown = partsOfTag(tag).filter(({ kind, name }) => !isRegistered(kind, name));
    known.set(tag, unknown);
  }
  return unknown;
}

/** What is meant by a subtag that there is not, and whether that is sure. */
function likely({
  kind,
  name,
}: Subtag): { readonly meant: string; readonly isSure: boolean } | undefined {
  if (kind === 'extended language' && isRegistered('language', name))
    return { meant: name, isSure: false };
  const shorter = kind === 'language' ? shorterCode(name) : undefined;
  if (shorter !== undefined) return { meant: shorter, isSure: true };
  const meant =
    kind === 'language'
      ? languageOfCountry(name)
      : kind === 'region'
        ? likelyRegions[name]
        : undefined;
  return meant === undefined ? undefined : { meant, isSure: false };
}
