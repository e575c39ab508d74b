import { spawnSync } from 'node:child_process';
import { present } from './measure.js';

/**
 * Runs commands in turns, by GNU time, and prints their table: the median of whole processes from start to end, ours
 * in proportion, and the median of the most memory that each took, all its threads together.
 *
 * @param {{ title: string, runs?: number, contenders: import('./measure.js').Contender[] }} group
 */
export function measureMemory({ title, runs = 3, contenders }, bench) {
  const running = present(contenders, bench);
  if (running[0] !== contenders[0]) return;
  const measured = running.map(() => []);
  for (let round = 0; round < runs; round++)
    for (const [index, { command }] of running.entries())
      measured[index].push(timeOf(command, bench.project));
  const medianOf = (index, part) => median(measured[index].map((one) => one[part]));
  const ours = medianOf(0, 0);
  console.log(`**${title}**\n`);
  console.log('| command | median | ours in proportion | peak memory |');
  console.log('| --- | ---: | ---: | ---: |');
  for (const [index, { name }] of running.entries()) {
    const seconds = medianOf(index, 0);
    const ratio = index === 0 ? '' : (ours / seconds).toFixed(2);
    const peak = Math.round(medianOf(index, 1) / 1024);
    console.log(`| ${name} | ${seconds.toFixed(2)} s | ${ratio} | ${peak} MiB |`);
  }
  console.log('');
}

/** Seconds, and kilobytes at most. */
function timeOf(command, cwd) {
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%e %M', 'sh', '-c', `exec ${command}`], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
  });
  return `${stderr}`.trim().split('\n').at(-1).split(' ').map(Number);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
