import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptFolder } from '../../test/temporary-project.js';
import type { Problem } from '../problems/index.js';
import {
  compareWithBaseline,
  readBaseline,
  recordBaseline,
  recordedCount,
  writeBaseline,
} from './index.js';

const folder = keptFolder();

/** A file of which each line is a word, and problems at some of its words. */
function problemsOf(file: string, words: readonly string[], wrong: ReadonlySet<string>): Problem[] {
  return words.flatMap((word, index) =>
    wrong.has(word)
      ? [
          {
            file,
            line: index + 1,
            column: 1,
            endLine: index + 1,
            endColumn: word.length + 1,
            severity: 'error' as const,
            code: 'relaxng/unknown-element',
            message: `${word} is not known.`,
            xpath: `/TEI/p[${index + 1}]`,
          },
        ]
      : [],
  );
}

function contextOf(files: Readonly<Record<string, readonly string[]>>) {
  return {
    read: (file: string) => {
      const words = files[file];
      return words === undefined ? undefined : [words.join('\n')];
    },
    pathOf: (file: string) => file,
    isThere: (path: string) => path in files,
  };
}

const word = fc.constantFrom('Seoul', 'Pusan', 'Taegu', 'Inchon', 'Kaesong');
const text = fc.array(word, { maxLength: 12 });
const wrongWords = fc.uniqueArray(word).map((words) => new Set(words));

describe('problems beside a baseline', () => {
  it('are all known where nothing has changed', () => {
    fc.assert(
      fc.property(text, wrongWords, (words, wrong) => {
        const context = contextOf({ a: words });
        const problems = problemsOf('a', words, wrong);
        const compared = compareWithBaseline(
          problems,
          recordBaseline(problems, '', context),
          context,
        );
        expect(compared).toMatchObject({ fresh: [], known: problems, fixed: 0, isOutdated: false });
      }),
    );
  });

  it('are known however lines are moved, as often as they were there', () => {
    const shuffled = text.chain((words) =>
      fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: 0 })),
    );
    fc.assert(
      fc.property(shuffled, text, wrongWords, ([words, kept], added, wrong) => {
        const before = contextOf({ a: words });
        const old = problemsOf('a', words, wrong);
        const after = [...kept, ...added];
        const problems = problemsOf('a', after, wrong);
        const compared = compareWithBaseline(
          problems,
          recordBaseline(old, '', before),
          contextOf({ a: after }),
        );
        const times = (list: readonly string[], each: string): number =>
          list.filter((other) => other === each).length;
        const both = [...wrong].reduce(
          (sum, each) => sum + Math.min(times(words, each), times(after, each)),
          0,
        );
        expect(compared.known).toHaveLength(both);
        expect(compared.fresh).toHaveLength(problems.length - both);
        expect(compared.fixed).toBe(old.length - both);
        expect(recordedCount(compared.rest)).toBe(both);
      }),
    );
  });

  it('are the same when the baseline comes from its file', () => {
    const path = `${folder}/known.txt`;
    const name = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
    fc.assert(
      fc.property(name, text, wrongWords, (file, words, wrong) => {
        const context = contextOf({ [file]: words });
        const baseline = recordBaseline(problemsOf(file, words, wrong), '{"paths":["a"]}', context);
        writeBaseline(path, 'known.txt', baseline);
        expect(readBaseline(path, 'known.txt')).toEqual(baseline);
      }),
    );
  });

  it('of a renamed file are known, and of one of two files with the same problems only once', () => {
    const words = ['Seoul', 'Pusan'];
    const wrong = new Set(words);
    const old = recordBaseline(problemsOf('a', words, wrong), '', contextOf({ a: words }));
    const files = { b: words, c: words };
    const problems = [...problemsOf('b', words, wrong), ...problemsOf('c', words, wrong)];
    const compared = compareWithBaseline(problems, old, contextOf(files));
    expect(compared.known.map(({ file }) => file)).toEqual(['b', 'b']);
    expect(compared).toMatchObject({ fixed: 0, isOutdated: true });
    expect([...compared.rest.recorded.keys()]).toEqual(['b']);
  });
});
