import { defineRule } from '../../rule.js';
import { hearLanguageTags, inAttribute } from './language-attributes.js';
import { partsOfTag } from './parts-of-tag.js';
import { prefixesOf } from './registry.js';

/** A variant, or an extended language, that is not meant for the language before it. */
interface Misplaced {
  readonly kind: 'variant' | 'extended language';
  readonly written: string;
  readonly index: number;
  readonly prefixes: readonly string[];
}

/**
 * A variant stands after the language that the IANA Language Subtag Registry means it for: 1996 is of de (RFC 5646,
 * sections 2.2.5 and 3.1.8); so does an extended language: yue is of zh.
 */
export const subtagPrefix = defineRule({
  code: 'integrity/subtag-prefix',
  severity: 'warning',
  read: ({ report }) =>
    hearLanguageTags((found) => {
      for (const { kind, written, index, prefixes } of misplaced(found.tag)) {
        const meant = prefixes
          .map((prefix) => `"${prefix}"`)
          .join(prefixes.length === 2 ? ' or ' : ', ');
        report(found.element, found.span(index, index + written.length), {
          message: `${inAttribute(found)}: the ${kind} "${written}" is one of ${meant}, which does not stand before it.`,
          help: `Write "${prefixes[0]}-${written}", or leave it out.`,
        });
      }
    }),
});

const known = new Map<string, readonly Misplaced[]>();

function misplaced(tag: string): readonly Misplaced[] {
  let some = known.get(tag);
  if (some === undefined) {
    some = partsOfTag(tag).flatMap(({ kind, name, written, index }) => {
      if (kind !== 'variant' && kind !== 'extended language') return [];
      const prefixes = prefixesOf(kind, name);
      const before = tag
        .slice(0, index - 1)
        .toLowerCase()
        .split('-');
      const fits = prefixes.length === 0 || prefixes.some((prefix) => isWithin(prefix, before));
      return fits ? [] : [{ kind, written, index, prefixes }];
    });
    known.set(tag, some);
  }
  return some;
}

/** Whether the subtags before have those of a prefix, in its order, others between them or not. */
function isWithin(prefix: string, before: readonly string[]): boolean {
  const [language, ...rest] = prefix.toLowerCase().split('-');
  if (before[0] !== language) return false;
  let at = 0;
  return rest.every((subtag) => {
    at = before.indexOf(subtag, at) + 1;
    return at > 0;
  });
}
