import { defineRule } from '../../rule.js';
import { hearLanguageTags, inAttribute } from './language-attributes.js';
import { partsOfTag } from './parts-of-tag.js';
import { preferredSubtag, preferredTag } from './registry.js';

/** What is to stand instead of a part of a tag. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly instead: string;
}

/**
 * No language tag has a subtag, or is one, that the IANA Language Subtag Registry has given up for another (RFC 5646,
 * section 3.1.6, Deprecated and Preferred-Value). Regions that are no more and have no successor (SU, YU) may stand.
 */
export const deprecatedSubtag = defineRule({
  code: 'integrity/deprecated-subtag',
  severity: 'warning',
  read: ({ report }) =>
    hearLanguageTags((found) => {
      for (const { from, to, instead } of replacements(found.tag)) {
        const old = found.tag.slice(from, to);
        report(found.element, found.span(from, to), {
          message: `${inAttribute(found)}: "${old}" is out of use; the registry of languages has "${instead}" for it.`,
          help: `Write "${found.tag.slice(0, from)}${instead}${found.tag.slice(to)}".`,
          fix: found.replaced(instead, from, to),
        });
      }
    }),
});

const known = new Map<string, readonly Replacement[]>();

function replacements(tag: string): readonly Replacement[] {
  let some = known.get(tag);
  if (some === undefined) {
    const whole = preferredTag(tag.toLowerCase());
    some =
      whole !== undefined
        ? [{ from: 0, to: tag.length, instead: whole }]
        : partsOfTag(tag).flatMap(({ kind, name, written, index }) => {
            const instead = preferredSubtag(kind, name);
            return instead === undefined
              ? []
              : [{ from: index, to: index + written.length, instead }];
          });
    known.set(tag, some);
  }
  return some;
}
