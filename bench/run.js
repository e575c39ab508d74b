// Measures whole processes, cold, side by side with the tools that editors use today: each group in one run of
// hyperfine. What is not installed is left out and named. The tables go to standard output as Markdown.
//
//     npm run bench              everything
//     npm run bench -- letters   the groups of that name; there are telegram, letters, corpus, all-checks,
//                                memory, build, xml
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { allChecksGroup } from './groups/all-checks.js';
import { buildGroup } from './groups/build.js';
import { corpusGroup, lettersGroups } from './groups/letters.js';
import { memoryGroup } from './groups/memory.js';
import { telegramGroup } from './groups/telegram.js';
import { measure } from './measure.js';

const project = resolve(import.meta.dirname, '..');
const parts = {
  telegram: (bench) => measure(telegramGroup(bench), bench),
  letters: (bench) => {
    for (const group of lettersGroups(bench)) measure(group, bench);
  },
  corpus: (bench) => measure(corpusGroup(bench), bench),
  'all-checks': allChecksGroup,
  memory: memoryGroup,
  build: (bench) => measure(buildGroup(bench), bench),
  xml: () => runScript('xml.js'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined)
  stop(`there is no group ${unknown}; there are ${Object.keys(parts).join(', ')}`);
if (spawnSync('which', ['hyperfine']).status !== 0)
  stop('hyperfine is not installed (Debian: apt-get install hyperfine)');
if (!existsSync(join(project, 'lib', 'cli', 'main.js')))
  stop('the package is not built; run npm run build');

const scratch = mkdtempSync(join(tmpdir(), 'imprimatur-bench-'));
try {
  const bench = { project, scratch, shared: resolve(project, '../shared') };
  console.log(
    `Node ${process.versions.node}, ${cpus().length} hardware threads, ${cpus()[0]?.model ?? 'unknown'}\n`,
  );
  for (const [name, run] of Object.entries(parts))
    if (wanted.length === 0 || wanted.includes(name)) run(bench);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function runScript(name) {
  spawnSync(process.execPath, [join(project, 'bench', name)], { cwd: project, stdio: 'inherit' });
}

function stop(reason) {
  console.error(`bench: ${reason}`);
  process.exit(2);
}
