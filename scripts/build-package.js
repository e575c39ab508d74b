// Compiles the package into lib/: the program, and the built-in stylesheets in the form in which they run.
// It is made beside lib/ and takes its place when it is whole.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from './bundle-program.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lib = join(root, 'lib');
// As deep as lib/ itself: compiled modules find the package's folder from where they are.
const made = join(root, `.lib-${process.pid}`);
const former = `${made}-former`;

/** What has been told already, or says all there is to say. */
class BuildError extends Error {}

try {
  compileProgram();
  await compileStylesheets();
  await bundleProgram(made);
  chmodSync(join(made, 'cli/main.js'), 0o755);
  if (existsSync(lib)) renameSync(lib, former);
  renameSync(made, lib);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`${error.message} lib/ is as it was.`);
  process.exitCode = 1;
} finally {
  rmSync(made, { recursive: true, force: true });
  rmSync(former, { recursive: true, force: true });
}

function compileProgram() {
  const require = createRequire(import.meta.url);
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  const options = ['-p', 'tsconfig.build.json', '--outDir', made];
  const { status } = spawnSync(process.execPath, [compiler, ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new BuildError('The program does not compile.');
}

async function compileStylesheets() {
  const { builtInEntry, builtInFolder, compiledName, readyEntry, stylesheetEntries } = await import(
    join(made, 'transform/index.js')
  );
  const show = (path) => path.slice(root.length + 1);
  mkdirSync(join(made, 'xslt'));
  await Promise.all(
    stylesheetEntries.map(async (entry) => {
      try {
        const { hash, compile } = readyEntry(builtInEntry(entry), builtInFolder, show);
        const name = compiledName(entry, hash);
        // The name tells of all that it was made from: one that is there need not be made again.
        const before = join(lib, 'xslt', name);
        if (existsSync(before)) copyFileSync(before, join(made, 'xslt', name));
        else writeFileSync(join(made, 'xslt', name), await compile());
      } catch (error) {
        if (error.name !== 'Failure') throw error;
        const places = error.problems.map(
          ({ file, line, column, message }) => `\n  ${file}:${line}:${column}: ${message}`,
        );
        throw new BuildError(error.message + places.join(''));
      }
    }),
  );
}
