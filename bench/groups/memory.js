import { join } from 'node:path';
import { measureMemory } from '../measure-memory.js';
import { writeLargeDocument } from './letters.js';

const teiAll = '../shared/tei/4.9.0/tei_all.rng';

/** Time and peak memory for one document of 100 MB. */
export function memoryGroup(bench) {
  const file = join(bench.scratch, 'large.xml');
  if (!writeLargeDocument(bench.shared, file)) {
    console.error('bench: left out the document of 100 MB: ../shared is not there');
    return;
  }
  const contenders = [
    {
      name: 'imprimatur',
      command: `node lib/cli/main.js validate --checks relaxng --schema ${teiAll} ${file}`,
    },
    { name: 'jing', needs: 'jing', command: `jing ${teiAll} ${file}` },
    {
      name: 'xmllint --stream',
      needs: 'xmllint',
      command: `xmllint --stream --noout --relaxng ${teiAll} ${file}`,
    },
  ];
  measureMemory(
    { title: 'validate: one document of 100 MB against tei_all.rng', contenders },
    bench,
  );
}
