import { defineRule } from '../../rule.js';
import { hearTwoWays } from './two-ways.js';

/** Apostrophes in contractions, possessives and elisions. An aspirate has one too (T'ang, Sŏ'ul): that is none. */
const apostrophes =
  /['’](?:(?<=\p{Ll}['’])(?=(?:s|t|d|m|re|ve|ll)(?![\p{L}\p{M}]))|(?<=(?<![\p{L}\p{M}])(?:[cdjlmnstLDJC]|[Qq]u)['’])(?=\p{L}))/gu;

/** Apostrophes are straight (') or curly (’), and not both in one part of a document. */
export const mixedApostrophes = defineRule({
  code: 'integrity/mixed-apostrophes',
  severity: 'warning',
  read: (document) =>
    hearTwoWays(
      document,
      { hint: /['’]/, wanted: apostrophes, typographic: /’/ },
      ({ text }) => (text === "'" ? 'typed' : 'typographic'),
      ({ text, replacedBy }, way, part) => ({
        message:
          way === 'typed'
            ? `A straight apostrophe (') stands here; the others in ${part} are curly (’).`
            : `A curly apostrophe (’) stands here; the others in ${part} are straight (').`,
        help: `Write ${text === "'" ? '’' : "'"}, or the others otherwise.`,
        fix: replacedBy(text === "'" ? '’' : "'"),
      }),
    ),
});
