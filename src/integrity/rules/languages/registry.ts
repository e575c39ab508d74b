import {
  extendedLanguages,
  languages,
  numberedRegions,
  preferredLanguages,
  preferredRegions,
  preferredScripts,
  preferredTags,
  preferredVariants,
  regions,
  scripts,
  usualScripts,
  variants,
} from './registered-subtags.js';

// The tables are unfolded when a tag first asks for them.

/** Unfolds `aa-abc be-d`: the last letters by what comes before them. */
function unfold(text: string): () => ReadonlyMap<string, string> {
  let map: Map<string, string> | undefined;
  return () => {
    map ??= new Map(words(text).map((word) => word.split('-') as [string, string]));
    return map;
  };
}

/** Unfolds `de=1901,1996`: what is said, by the subtag. */
function said(text: string): () => ReadonlyMap<string, string> {
  let map: Map<string, string> | undefined;
  return () => {
    map ??= new Map(
      words(text).flatMap((word) => {
        const [value = '', some = ''] = word.split('=');
        return some.split(',').map((subtag): [string, string] => [subtag, value]);
      }),
    );
    return map;
  };
}

function words(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function holds(table: ReadonlyMap<string, string>, subtag: string): boolean {
  return table.get(subtag.slice(0, -1))?.includes(subtag.slice(-1)) ?? false;
}

const languageTable = unfold(languages);
const scriptTable = unfold(scripts);
const regionTable = unfold(regions);
const numberedRegionTable = unfold(numberedRegions);
const extendedTable = said(extendedLanguages);
const variantTable = said(variants);
const usualScriptTable = said(usualScripts);
const preferred = {
  language: said(preferredLanguages),
  script: said(preferredScripts),
  region: said(preferredRegions),
  variant: said(preferredVariants),
  tag: said(preferredTags),
};

export type SubtagKind = 'language' | 'extended language' | 'script' | 'region' | 'variant';

/** Whether the registry has a subtag, in lower case; those of private use count (RFC 5646, section 2.2). */
export function isRegistered(kind: SubtagKind, subtag: string): boolean {
  switch (kind) {
    case 'language':
      return holds(languageTable(), subtag) || /^q[a-t][a-z]$/.test(subtag);
    case 'extended language':
      return extendedTable().has(subtag);
    case 'script':
      return holds(scriptTable(), subtag) || /^qa(?:a[a-z]|b[a-x])$/.test(subtag);
    case 'region':
      return (
        holds(subtag.length === 2 ? regionTable() : numberedRegionTable(), subtag) ||
        /^(?:q[m-z]|x[a-z])$/.test(subtag)
      );
    case 'variant':
      return variantTable().has(subtag);
  }
}

/** What the registry wants to be written for a subtag that it has given up. */
export function preferredSubtag(kind: SubtagKind, subtag: string): string | undefined {
  return kind === 'extended language' ? undefined : preferred[kind]().get(subtag);
}

/** What the registry wants to be written for a tag, in lower case, that stands in it as a whole. */
export function preferredTag(tag: string): string | undefined {
  return preferred.tag().get(tag);
}

/** The script that a language, in lower case, is nearly always written in (Suppress-Script). */
export function usualScript(language: string): string | undefined {
  return usualScriptTable().get(language);
}

/** The beginnings of tags that a variant or an extended language is meant for; none where it is for any. */
export function prefixesOf(
  kind: 'variant' | 'extended language',
  subtag: string,
): readonly string[] {
  const prefixes = (kind === 'variant' ? variantTable() : extendedTable()).get(subtag) ?? '';
  return prefixes === '' ? [] : prefixes.split('|');
}
