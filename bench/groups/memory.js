import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { present } from '../measure.js';
import { writeLargeDocument } from './letters.js';

const teiAll = '../shared/tei/4.9.0/tei_all.rng';
const runs = 3;

/** Time and peak memory for one document of 100 MB, by GNU time. */
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
  console.log('**validate: one document of 100 MB against tei_all.rng**\n');
  console.log('| command | median | peak memory |\n| --- | ---: | ---: |');
  for (const { name, command } of present(contenders, bench)) {
    const measured = Array.from({ length: runs }, () => peak(command, bench.project));
    const [seconds, kilobytes] = [0, 1].map((part) => median(measured.map((one) => one[part])));
    console.log(`| ${name} | ${seconds.toFixed(2)} s | ${Math.round(kilobytes / 1024)} MiB |`);
  }
  console.log('');
}

function peak(command, cwd) {
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%e %M', ...command.split(' ')], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
  });
  return `${stderr}`.trim().split('\n').at(-1).split(' ').map(Number);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
