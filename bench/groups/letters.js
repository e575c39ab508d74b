import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const teiAll = '../shared/tei/4.9.0/tei_all.rng';
const folder = '../shared/corpus/letters/editions';
const ours = `node lib/cli/main.js validate --checks relaxng --schema ${teiAll}`;
const bytesWanted = 100_000_000;

/** RELAX NG alone, all of TEI: one letter, and the 59 of the corpus. */
export function lettersGroups({ shared }) {
  const letters = lettersOf(shared).map((name) => `${folder}/${name}`);
  if (letters.length === 0) {
    console.error('bench: left out the letters: ../shared is not there');
    return [];
  }
  const all = letters.join(' ');
  const one = letters[0];
  return [
    {
      title: `validate: one letter against tei_all.rng`,
      contenders: [
        { name: 'imprimatur', command: `${ours} ${one}` },
        { name: 'jing', needs: 'jing', command: `jing ${teiAll} ${one}` },
      ],
    },
    {
      title: 'validate: one letter against tei_all.rng, with xmllint',
      runs: 3,
      warmup: 1,
      contenders: [
        { name: 'imprimatur', command: `${ours} ${one}` },
        {
          name: 'xmllint',
          needs: 'xmllint',
          command: `xmllint --noout --relaxng ${teiAll} ${one}`,
        },
      ],
    },
    {
      title: `validate: ${letters.length} letters against tei_all.rng`,
      contenders: [
        { name: 'imprimatur', command: `${ours} ${folder}` },
        { name: 'jing', needs: 'jing', command: `jing ${teiAll} ${all}` },
      ],
    },
  ];
}

/** The same letters over and over, until they are 100 MB. */
export function corpusGroup({ shared, scratch }) {
  const target = join(scratch, 'corpus');
  const { count } = repeatLetters(shared, target, (bytes) => bytes < bytesWanted);
  return {
    title: `validate: ${count} letters, 100 MB, against tei_all.rng`,
    runs: 5,
    warmup: 1,
    contenders: [
      { name: 'imprimatur', file: teiAll, command: `${ours} ${target}` },
      { name: 'imprimatur --jobs 1', file: teiAll, command: `${ours} --jobs 1 ${target}` },
      { name: 'jing', needs: 'jing', command: `sh -c 'jing ${teiAll} ${target}/*.xml'` },
    ],
  };
}

/** The names of the letters; none where they are not there. */
export function lettersOf(shared) {
  try {
    return readdirSync(join(shared, 'corpus/letters/editions'))
      .filter((file) => file.endsWith('.xml'))
      .sort();
  } catch {
    return [];
  }
}

/**
 * Writes the letters over and over into a folder, each time under other names.
 *
 * @param wantsMore told how many bytes and letters have been written
 */
export function repeatLetters(shared, target, wantsMore) {
  const letters = lettersOf(shared).map((name) => ({
    name,
    content: readFileSync(join(shared, 'corpus/letters/editions', name)),
  }));
  mkdirSync(target, { recursive: true });
  let bytes = 0;
  let count = 0;
  for (; letters.length > 0 && wantsMore(bytes, count); count++) {
    const round = `${Math.floor(count / letters.length)}`.padStart(3, '0');
    const { name, content } = letters[count % letters.length];
    writeFileSync(join(target, `${round}-${name}`), content);
    bytes += content.length;
  }
  return { bytes, count };
}

/** One document of 100 MB: a corpus that holds the letters over and over. */
export function writeLargeDocument(shared, file) {
  const letters = lettersOf(shared).map((name) =>
    readFileSync(join(shared, 'corpus/letters/editions', name), 'utf8').replace(
      /^\uFEFF?\s*(?:<\?[^>]*\?>\s*)*/,
      '',
    ),
  );
  if (letters.length === 0) return false;
  const round = letters.join('\n');
  const rounds = Math.ceil(bytesWanted / Buffer.byteLength(round));
  const header =
    '<teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt>' +
    '<publicationStmt><p>None</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader>';
  writeFileSync(file, `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${header}\n`);
  for (let count = 0; count < rounds; count++) writeFileSync(file, `${round}\n`, { flag: 'a' });
  writeFileSync(file, '</teiCorpus>\n', { flag: 'a' });
  return true;
}
