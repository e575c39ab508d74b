import { nearest } from '../../../problems/index.js';
import { type PlacedSpan, placeAt, sourceOf } from '../../../xml/index.js';
import type { DocumentFacts } from '../../facts.js';
import { entryIdentifier, forEntries, namesOfEntry } from '../../registers/entry.js';
import { foldedName, nameText } from '../../registers/name-text.js';
import { forNamesInText, linkOf } from '../../registers/names-in-text.js';
import { defineRule } from '../../rule.js';

/** How a name is spelt in a text, and what it is linked to. */
interface Spelling {
  readonly kind: 'spelling';
  readonly text: string;
  /** The link as written: what `@ref` or `@key` says. */
  readonly link: string;
  readonly isPointer: boolean;
  readonly element: string;
  /** How often the document has it so, and where first. */
  count: number;
  readonly place: PlacedSpan;
}

/** The names of an entry of a register. */
interface Entry {
  readonly kind: 'entry';
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * A name that is linked is spelt as its entry, or the rest of the edition, spells it; one that is nearly so is told
 * (TEI Guidelines, section 14.1). Endings of words may differ, as languages inflect names.
 */
export const nameSpelling = defineRule({
  code: 'integrity/name-spelling',
  severity: 'warning',
  options: {
    endings: {
      type: 'number',
      default: 3,
      description: 'How many letters at the end of a word may differ, as names are inflected.',
    },
  },
  read: ({ keep }) => {
    const seen = new Map<string, Spelling>();
    return {
      elements: {
        ...forEntries((entry) => {
          const id = entryIdentifier(entry);
          const names = namesOfEntry(entry).flatMap((name) => nameText(name) ?? []);
          if (id !== undefined && names.length > 0)
            keep({ kind: 'entry', id, names } satisfies Entry);
        }),
        ...forNamesInText((name) => {
          const link = linkOf(name);
          const text = nameText(name);
          if (link === undefined || text === undefined) return;
          const key = `${link.value}\n${text}`;
          const known = seen.get(key);
          if (known !== undefined) {
            known.count++;
            return;
          }
          const spelling: Spelling = {
            kind: 'spelling',
            text,
            link: link.value.trim(),
            isPointer: link.qname !== 'key',
            element: name.qname,
            count: 1,
            place: placeAt(sourceOf(name), name),
          };
          seen.set(key, spelling);
          keep(spelling);
        }),
      },
    };
  },
  judge: (project) => {
    const entries = new Map<string, readonly string[]>();
    const learnt = new Set<string>();
    const learn = (document: DocumentFacts | undefined): void => {
      if (document === undefined || learnt.has(document.path)) return;
      learnt.add(document.path);
      for (const fact of project.kept<Spelling | Entry>(document))
        if (fact.kind === 'entry') entries.set(`${document.path}#${fact.id}`, fact.names);
    };
    const byTarget = new Map<string, { spelling: Spelling; subject: DocumentFacts }[]>();
    for (const subject of project.subjects) {
      learn(subject);
      const targets = new Map<string, string>();
      for (const { text, path, fragment } of subject.links) {
        learn(project.document(path));
        if (fragment !== undefined) targets.set(text, `${path}#${fragment}`);
      }
      for (const fact of project.kept<Spelling | Entry>(subject)) {
        if (fact.kind === 'entry') continue;
        const { link, isPointer } = fact;
        const local = link.startsWith('#') ? `${subject.path}${link}` : link;
        const target = isPointer ? (targets.get(link) ?? local) : `key ${link}`;
        const known = byTarget.get(target);
        if (known === undefined) byTarget.set(target, [{ spelling: fact, subject }]);
        else known.push({ spelling: fact, subject });
      }
    }
    for (const [target, spellings] of byTarget) {
      const names = entries.get(target);
      const wanted = names ?? usual(spellings.map(({ spelling }) => spelling));
      if (wanted.length === 0) continue;
      for (const { spelling, subject } of spellings) {
        const near = nearlySpelt(spelling.text, wanted, project.options.endings);
        if (near === undefined) continue;
        project.report(subject, spelling.place, {
          message: `"${spelling.text}" is nearly "${near}", as ${names === undefined ? 'the same name is mostly spelt' : 'its entry has the name'}.`,
          help: `Mend it, if it is a slip of the encoding; if the source has it so, ${names === undefined ? 'mark it with <sic>' : 'add the spelling to the entry, or mark it with <sic>'}.`,
        });
      }
    }
  },
});

/** The spellings that a name mostly has, where it is spelt so at least three times as often as otherwise. */
function usual(spellings: readonly Spelling[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { text, count } of spellings) counts.set(text, (counts.get(text) ?? 0) + count);
  const most = Math.max(...counts.values());
  return most < 3 ? [] : [...counts].flatMap(([text, count]) => (count * 3 > most ? [text] : []));
}

/** The name that a spelling nearly is; `undefined` where it is one of the names, one inflected, or none of them. */
function nearlySpelt(text: string, names: readonly string[], endings: number): string | undefined {
  if (names.includes(text)) return undefined;
  const folded = foldedName(text);
  if (
    names.some(
      (name) => foldedName(name) === folded || isInflected(folded, foldedName(name), endings),
    )
  )
    return undefined;
  // A name of a few letters is near to too many others.
  return text.length < 4 ? undefined : nearest(text, names);
}

/** Whether the words of a spelling are those of a name with other endings. */
function isInflected(spelling: string, name: string, endings: number): boolean {
  const [spelt, known] = [spelling.split(' '), name.split(' ')];
  return (
    spelt.length === known.length &&
    spelt.every((word, index) => hasOtherEnding(word, known[index] ?? '', endings))
  );
}

/** Endings are added, or take the place of one or two letters; letters in another order are a slip. */
function hasOtherEnding(word: string, known: string, endings: number): boolean {
  let same = 0;
  while (same < word.length && word[same] === known[same]) same++;
  const [ending, replaced] = [word.slice(same), known.slice(same)];
  if (ending === '' && replaced === '') return true;
  // Where the ends agree, it is within the word that they differ.
  if (replaced !== '' && ending.at(-1) === replaced.at(-1)) return false;
  if (same < 2 || replaced.length > Math.min(2, endings) || ending.length > endings) return false;
  return replaced.length < 2 || [...ending].sort().join('') !== [...replaced].sort().join('');
}
