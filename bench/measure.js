import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A command to be measured: what it is called, what must be installed for it (`needs`), what file must be there.
 * @typedef {{ name: string, command: string, needs?: string, file?: string }} Contender
 */

/** Those of which everything is there; the others are named on standard error. */
export function present(contenders, { project }) {
  return contenders.filter(({ name, needs, file }) => {
    if (needs !== undefined && spawnSync('which', [needs]).status !== 0) {
      console.error(`bench: left out “${name}”: ${needs} is not installed`);
      return false;
    }
    if (file !== undefined && !existsSync(resolve(project, file))) {
      console.error(`bench: left out “${name}”: ${file} is not there`);
      return false;
    }
    return true;
  });
}

/**
 * Runs a group in one session of hyperfine and prints its table: medians, and each in proportion to our own command,
 * which comes first. Commands may end with 1: that is how validators say that documents are not valid.
 *
 * @param {{ title: string, runs?: number, warmup?: number, contenders: Contender[] }} group
 */
export function measure({ title, runs = 15, warmup = 2, contenders }, bench) {
  const running = present(contenders, bench);
  if (running[0] !== contenders[0]) return;
  const results = join(bench.scratch, 'results.json');
  execFileSync(
    'hyperfine',
    [
      ...['--warmup', `${warmup}`, '--runs', `${runs}`, '--ignore-failure'],
      ...['--shell', 'none', '--export-json', results],
      ...running.flatMap(({ name }) => ['--command-name', name]),
      ...running.map(({ command }) => command),
    ],
    { cwd: bench.project, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const measured = JSON.parse(readFileSync(results, 'utf8')).results;
  const ours = measured[0].median;
  console.log(`**${title}**\n`);
  console.log('| command | median | ours in proportion |\n| --- | ---: | ---: |');
  for (const [index, { median }] of measured.entries()) {
    const ratio = index === 0 ? '' : (ours / median).toFixed(2);
    console.log(`| ${running[index]?.name} | ${median.toFixed(3)} s | ${ratio} |`);
  }
  console.log('');
}
