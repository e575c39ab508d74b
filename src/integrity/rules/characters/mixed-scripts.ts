import { languageOf } from '../../language-of.js';
import { defineRule } from '../../rule.js';
import { codePoint, standing } from './code-point.js';
import { lookalikeLetters, lookalikeOf } from './lookalike-letters.js';
import { hearOccurrences, type Occurrence } from './occurrences.js';

type Script = 'Latin' | 'Greek' | 'Cyrillic';

const alphabets: Readonly<Record<Script, RegExp>> = {
  Latin: /\p{sc=Latin}/u,
  Greek: /\p{sc=Greek}/u,
  Cyrillic: /\p{sc=Cyrillic}/u,
};

/** A word, or some sixty letters of it, with letters of two of the scripts next to each other. */
const word = new RegExp(
  String.raw`letter{0,60}(?:\p{sc=Latin}\p{M}*(?:\p{sc=Cyrillic}|\p{sc=Greek})|\p{sc=Cyrillic}\p{M}*(?:\p{sc=Latin}|\p{sc=Greek})|\p{sc=Greek}\p{M}*(?:\p{sc=Latin}|\p{sc=Cyrillic}))letter{0,60}`.replaceAll(
    'letter',
    String.raw`[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{M}]`,
  ),
  'gu',
);

/** Languages that are written in Cyrillic or Greek letters, where a word leaves it open. */
const cyrillicLanguages = new Set(
  'ab av ba be bg ce cu cv kk ky mk mn os orv ru sr tg tt uk'.split(' '),
);
const greekLanguages = new Set(['el', 'grc', 'gmy', 'pnt']);

/**
 * No word has a letter of another script that looks like one of its own: a Cyrillic а among Latin letters. Words that
 * mix scripts openly (Δt, a Roman numeral with a Russian ending, Latin letters in Korean) are not meant.
 */
export const mixedScripts = defineRule({
  code: 'integrity/mixed-scripts',
  severity: 'warning',
  read: ({ document, report }) =>
    hearOccurrences(
      document,
      {
        hint: /[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]/,
        wanted: word,
        attributes: true,
      },
      (occurrence) => {
        for (const { at, run, meant, name } of strangers(occurrence)) {
          const { text, element, span, written, replacedBy } = occurrence;
          const place =
            written === 'literally'
              ? { start: span.start + at, end: span.start + at + run.length }
              : span;
          report(element, place, {
            message: `"${text}" ${standing(occurrence)} mixes alphabets: its "${run}" is ${name}.`,
            help: `Write "${meant}" (${[...meant].map(codePoint).join(', ')}), which looks the same.`,
            fix: written === 'literally' ? replacedBy(meant) : undefined,
          });
        }
      },
    ),
});

/** A run of letters in a word that are of another script than the word, and what was meant. */
interface Stranger {
  readonly at: number;
  readonly run: string;
  readonly meant: string;
  readonly name: string;
}

function strangers({ text, element }: Occurrence): readonly Stranger[] {
  const runs = [...text.matchAll(/\p{sc=Latin}+|\p{sc=Greek}+|\p{sc=Cyrillic}+/gu)].map(
    ({ 0: run, index }) => ({ run, index, script: scriptOf(run) }),
  );
  const counts = { Latin: 0, Greek: 0, Cyrillic: 0 };
  for (const { run, script } of runs) counts[script] += run.length;
  if (isNumeralWithEnding(text)) return [];
  const language = languageOf(element);
  const stated: Script = cyrillicLanguages.has(language)
    ? 'Cyrillic'
    : greekLanguages.has(language)
      ? 'Greek'
      : 'Latin';
  const candidates = (['Latin', 'Greek', 'Cyrillic'] as const)
    .filter((script) => counts[script] > 0)
    .sort((a, b) => counts[b] - counts[a] || Number(b === stated) - Number(a === stated));
  // Two letters of Latin and Greek are a formula rather than a word: λx.
  if (counts.Greek > 0 && counts.Greek === counts.Latin) return [];
  // The script of the word is that in which all of it could be written.
  for (const script of candidates) {
    const found = runs.flatMap((each): Stranger[] | undefined => {
      if (each.script === script) return [];
      const meant = [...each.run].map((letter) => inScript(letter, script));
      if (meant.includes(undefined)) return undefined;
      return [
        {
          at: each.index,
          run: each.run,
          meant: meant.join(''),
          name: nameOf(each.run, each.script),
        },
      ];
    });
    if (found.every((each) => each !== undefined)) return found;
  }
  return [];
}

function scriptOf(run: string): Script {
  if (alphabets.Latin.test(run)) return 'Latin';
  return alphabets.Greek.test(run) ? 'Greek' : 'Cyrillic';
}

/** The letter of a script that looks like a letter of another. */
function inScript(letter: string, script: Script): string | undefined {
  const latin = lookalikeLetters.get(letter)?.latin ?? letter;
  return script === 'Latin'
    ? alphabets.Latin.test(latin)
      ? latin
      : undefined
    : lookalikeOf(latin, alphabets[script]);
}

function nameOf(run: string, script: Script): string {
  if (run.length > 1) return `${script}`;
  const name = lookalikeLetters.get(run)?.name;
  if (name !== undefined) return `the ${script} letter ${codePoint(run)}, ${name}`;
  const size = run === run.toUpperCase() ? 'CAPITAL' : 'SMALL';
  return `the Latin letter ${codePoint(run)}, LATIN ${size} LETTER ${run.toUpperCase()}`;
}

/** A century or a congress as Russian has it: XXго, IIм. */
function isNumeralWithEnding(text: string): boolean {
  return /^[IVX]+(?:го|му|м|й|ый|ой|е|х|я|ая|ю|ую|ом|ые|ых)$/.test(text);
}
