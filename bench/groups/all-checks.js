import { join } from 'node:path';
import { measure } from '../measure.js';
import { measureMemory } from '../measure-memory.js';
import { lettersOf, repeatLetters } from './letters.js';

const teiAll = '../shared/tei/4.9.0/tei_all.rng';
const folder = '../shared/corpus/letters/editions';
const ours = `node lib/cli/main.js validate --schema ${teiAll}`;
const documents = 4000;

/**
 * Everything that runs on each push (RELAX NG, the Schematron in it, integrity) against RELAX NG alone by jing: 59
 * letters, and the same over and over until they are 4,000.
 */
export function allChecksGroup(bench) {
  const letters = lettersOf(bench.shared);
  if (letters.length === 0) {
    console.error('bench: left out all checks of the letters: ../shared is not there');
    return;
  }
  const paths = letters.map((name) => `${folder}/${name}`).join(' ');
  measure(
    {
      title: `validate: ${letters.length} letters by tei_all.rng and the Schematron in it`,
      runs: 11,
      warmup: 1,
      contenders: [
        {
          name: 'imprimatur, RELAX NG and Schematron',
          file: teiAll,
          command: `${ours} --checks relaxng,schematron ${folder}`,
        },
        { name: 'imprimatur, integrity too', command: `${ours} ${folder}` },
        { name: 'jing, RELAX NG alone', needs: 'jing', command: `jing ${teiAll} ${paths}` },
      ],
    },
    bench,
  );
  const target = join(bench.scratch, 'all-checks');
  const { count, bytes } = repeatLetters(bench.shared, target, (_, count) => count < documents);
  measureMemory(
    {
      title: `validate: ${count} letters (${Math.round(bytes / 1e6)} MB), all checks`,
      contenders: [
        { name: 'imprimatur', file: teiAll, command: `${ours} ${target}` },
        { name: 'jing, RELAX NG alone', needs: 'jing', command: `jing ${teiAll} ${target}/*.xml` },
      ],
    },
    bench,
  );
}
