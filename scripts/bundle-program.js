// A process that is over in a fifth of a second has no time to find and open 150 modules: what a process or a thread
// begins with is put together with all that it may need, in few files, each loaded when it is first wanted.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';

/** Packages that are put in as well: small ones, which each run would otherwise have to find and open. */
const within = ['commander', 'xspattern'];

/**
 * Replaces the command line and each thread (`ROOM/NAME-thread.js`) by one that holds all that it imports. The modules
 * of the library stay as they are.
 *
 * @param {string} lib the folder with the compiled modules
 */
export async function bundleProgram(lib) {
  const entries = ['cli/main.js', ...threads(lib)];
  const bundle = await rolldown({
    cwd: lib,
    input: Object.fromEntries(entries.map((entry) => [entry.slice(0, -3), join(lib, entry)])),
    platform: 'node',
    external: (id) => !/^[./]|^[A-Za-z]:/.test(id) && !within.includes(id),
    plugins: [ownAddresses(lib)],
  });
  const { output } = await bundle.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await bundle.close();
  // Of the command line, nothing else is left to be loaded.
  rmSync(join(lib, 'cli'), { recursive: true });
  for (const { fileName, code } of output) {
    mkdirSync(dirname(join(lib, fileName)), { recursive: true });
    writeFileSync(join(lib, fileName), code);
  }
  writeFileSync(join(lib, 'chunks', 'LICENSES.txt'), licences());
}

function threads(lib) {
  return readdirSync(lib, { recursive: true })
    .filter((path) => path.endsWith('-thread.js'))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** Modules ask where they are, to find what lies beside them; they are told where they were. */
function ownAddresses(lib) {
  return {
    name: 'own-addresses',
    transform(code, id) {
      if (!id.startsWith(lib + sep) || !code.includes('import.meta.url')) return undefined;
      const place = relative(lib, id).split(sep).join('/');
      // All that is made lies one folder deep.
      return code.replaceAll('import.meta.url', `new URL('../${place}', import.meta.url).href`);
    },
  };
}

/** Whose code is put in, and under what licences. */
function licences() {
  const require = createRequire(import.meta.url);
  const texts = within.map((name) => {
    const folder = packageFolder(dirname(require.resolve(name)), name);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = readFileSync(join(folder, 'LICENSE'), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  return `The files in this folder contain code of these packages:\n\n${texts.join('\n---\n\n')}`;
}

function packageFolder(folder, name) {
  return basename(folder) === name ? folder : packageFolder(dirname(folder), name);
}
