// Measures whole processes, cold, side by side with the tools that editors use today, in one run of hyperfine.
// What is not installed is left out and named. The table goes to standard output as Markdown.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'imprimatur-bench-'));
const sources = readdirSync(join(project, 'tei'))
  .filter((file) => file.endsWith('.xml'))
  .sort()
  .map((file) => `tei/${file}`);
const teiAll = '../shared/tei/4.9.0/tei_all.rng';
const saxonJar = ['/usr/share/java/Saxon-HE.jar'].find((jar) => existsSync(jar));

/** Is there a program of this name? */
function installed(program) {
  return spawnSync('which', [program]).status === 0;
}

/** The Java chain as a script: one process an edition, as an Ant task runs them. */
function saxonChain() {
  const registers = sources
    .filter((file) => !file.includes('telegram'))
    .map((file) => `doc('${new URL(`file://${resolve(project, file)}`)}')`);
  const script = join(scratch, 'saxon.sh');
  const steps = ['html', 'text', 'print'].map(
    (edition) =>
      `java -cp ${saxonJar} net.sf.saxon.Transform -s:tei/telegram-112096.xml -xsl:xslt/${edition}.xsl ` +
      `-o:${join(scratch, edition, 'out')} name=telegram-112096 "?registers=(${registers.join(',')})"`,
  );
  writeFileSync(script, `set -e\n${steps.join('\n')}\n`);
  return `sh ${script}`;
}

const cli = `node ${join('lib', 'cli', 'main.js')}`;
const groups = [
  {
    title: 'validate: the telegram and its three registers',
    contenders: [
      { name: 'imprimatur validate', command: `${cli} validate` },
      {
        name: 'imprimatur validate --checks relaxng',
        command: `${cli} validate --checks relaxng`,
      },
      {
        name: 'xmllint, telegram.rng',
        needs: 'xmllint',
        command: `xmllint --noout --relaxng schemas/telegram.rng ${sources.join(' ')}`,
      },
      {
        name: 'jing, telegram.rng',
        needs: 'jing',
        command: `jing schemas/telegram.rng ${sources.join(' ')}`,
      },
      {
        name: 'jing, tei_all.rng',
        needs: 'jing',
        file: teiAll,
        command: `jing ${teiAll} ${sources.join(' ')}`,
      },
    ],
  },
  {
    title: 'build: validate, then HTML, text and PDF',
    contenders: [
      {
        name: 'imprimatur build',
        command: `${cli} build --out ${join(scratch, 'dist')}`,
      },
      {
        name: 'Saxon-HE, the same three stylesheets, no validation, no PDF',
        needs: 'java',
        file: saxonJar ?? 'Saxon-HE.jar',
        command: saxonChain(),
      },
    ],
  },
];

if (!installed('hyperfine')) {
  console.error('bench: hyperfine is not installed (Debian: apt-get install hyperfine)');
  process.exit(2);
}
if (!existsSync(join(project, 'lib', 'cli', 'main.js'))) {
  console.error('bench: the package is not built; run npm run build');
  process.exit(2);
}

console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}\n`,
);
for (const group of groups) {
  const running = [];
  for (const contender of group.contenders) {
    if (contender.needs && !installed(contender.needs)) {
      console.error(`bench: left out “${contender.name}”: ${contender.needs} is not installed`);
    } else if (contender.file && !existsSync(resolve(project, contender.file))) {
      console.error(`bench: left out “${contender.name}”: ${contender.file} is not there`);
    } else {
      running.push(contender);
    }
  }
  const results = join(scratch, 'results.json');
  const names = running.flatMap(({ name }) => ['--command-name', name]);
  execFileSync(
    'hyperfine',
    [
      ...['--warmup', '2', '--runs', '15', '--shell', 'none', '--export-json', results],
      ...names,
      ...running.map(({ command }) => command),
    ],
    { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const measured = JSON.parse(readFileSync(results, 'utf8')).results;
  const ours = measured[0].median;
  console.log(`### ${group.title}\n`);
  console.log('| command | median | times ours |\n| --- | ---: | ---: |');
  for (const [index, { median }] of measured.entries()) {
    console.log(
      `| ${running[index]?.name} | ${median.toFixed(3)} s | ${(median / ours).toFixed(2)} |`,
    );
  }
  console.log('');
}
rmSync(scratch, { recursive: true, force: true });
