import type { SubtagKind } from './registry.js';
import { irregularTags, languageTagFault } from './well-formed-tag.js';

/** A subtag of a language tag. */
export interface Subtag {
  readonly kind: SubtagKind;
  /** In lower case. */
  readonly name: string;
  /** As written. */
  readonly written: string;
  /** Where it begins in the tag. */
  readonly index: number;
}

/**
 * The subtags of a language tag that the registry knows of; extensions and what is private are left out.
 *
 * @returns none for a tag that is not well formed, is private as a whole, or is registered as a whole
 */
export function partsOfTag(tag: string): readonly Subtag[] {
  const folded = tag.toLowerCase();
  if (irregularTags.has(folded) || /^(?:x|i)-/.test(folded) || languageTagFault(tag) !== undefined)
    return [];
  const parts: Subtag[] = [];
  let index = 0;
  for (const written of tag.split('-')) {
    if (written.length === 1) break;
    const name = written.toLowerCase();
    parts.push({ kind: kindOf(name, parts), name, written, index });
    index += written.length + 1;
  }
  return parts;
}

/** What a subtag is, by its length and by what comes before it (RFC 5646, section 2.1). */
function kindOf(name: string, before: readonly Subtag[]): SubtagKind {
  if (before.length === 0) return 'language';
  const has = (kind: SubtagKind): boolean => before.some((part) => part.kind === kind);
  if (/^[a-z]{3}$/.test(name)) return 'extended language';
  if (/^[a-z]{4}$/.test(name)) return 'script';
  return /^(?:[a-z]{2}|[0-9]{3})$/.test(name) && !has('variant') ? 'region' : 'variant';
}
