import { defineRule } from '../../rule.js';
import { hearLanguageTags, inAttribute, type TagInPlace } from './language-attributes.js';
import { partsOfTag } from './parts-of-tag.js';
import { usualScript } from './registry.js';

/**
 * No language tag names the script that goes without saying for its language, en-Latn, unless the document has the same
 * language in another script (RFC 5646, section 4.1, Suppress-Script).
 */
export const redundantScript = defineRule({
  code: 'integrity/redundant-script',
  severity: 'info',
  read: ({ report }) => {
    const found: {
      readonly place: TagInPlace;
      readonly script: string;
      readonly language: string;
      readonly index: number;
    }[] = [];
    /** Languages that the document has in other scripts than the usual. */
    const distinguished = new Set<string>();
    return {
      ...hearLanguageTags((place) => {
        if (!/^[a-z]+-(?:[a-z]{3}-)*[a-z]{4}(?:-|$)/i.test(place.tag)) return;
        const parts = partsOfTag(place.tag);
        const script = parts.find(({ kind }) => kind === 'script');
        const language = parts[0]?.name;
        if (script === undefined || language === undefined) return;
        if (usualScript(language)?.toLowerCase() !== script.name) distinguished.add(language);
        else found.push({ place, script: script.written, language, index: script.index });
      }),
      end: () => {
        for (const { place, script, language, index } of found) {
          if (distinguished.has(language)) continue;
          const to = index + script.length;
          report(place.element, place.span(index - 1, to), {
            message: `${inAttribute(place)} names the script ${script}, in which "${language}" is written anyway.`,
            help: `Write "${place.tag.slice(0, index - 1)}${place.tag.slice(to)}".`,
            fix: place.replaced('', index - 1, to),
          });
        }
      },
    };
  },
});
