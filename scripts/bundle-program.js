// A process that is over in a fifth of a second has no time to find and open 150 modules, nor to compile them: what a
// process or a thread begins with is put together with all that it may need, in few chunks. Each is loaded when it is
// first wanted, by src/cli/start.ts. They are CommonJS: V8 keeps no compiled code of other modules in Node 20.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * Packages that are put in as well, with what they import: small ones that each run would otherwise have to find and
 * open, and those that are not there in CommonJS.
 */
const within = [
  'commander',
  'd3-geo',
  'diff',
  'get-east-asian-width',
  'topojson-client',
  'xspattern',
];

/**
 * Replaces the command line and each thread (`ROOM/NAME-thread.js`) by one that runs a chunk of the same name. The
 * modules of the library stay as they are.
 *
 * @param {string} lib the folder with the compiled modules
 */
export async function bundleProgram(lib) {
  const program = 'cli/main.js';
  const entries = [program, ...threads(lib)];
  const chunks = [
    ...(await bundle(lib, entries)),
    ...(await bundle(lib, ['cli/start.js'], { moduleSideEffects: false })),
  ];
  // Of the command line, nothing else is left to be loaded.
  rmSync(join(lib, 'cli'), { recursive: true });
  const write = (path, text) => {
    mkdirSync(dirname(join(lib, path)), { recursive: true });
    writeFileSync(join(lib, path), text);
  };
  for (const { fileName, code } of chunks) write(`chunks/${fileName}`, code);
  const commonJs = '{ "type": "commonjs" }\n';
  write('chunks/package.json', commonJs);
  write('chunks/LICENSES.txt', licences(chunks));
  write('cli/package.json', commonJs);
  const chunkOf = (entry) => {
    const name = basename(entry, '.js');
    return `../chunks/${chunks.find((chunk) => chunk.isEntry && chunk.name === name).fileName}`;
  };
  const starting = chunkOf('cli/start.js');
  write(program, startProgram(starting, chunkOf(program)));
  for (const entry of entries) {
    if (entry !== program) write(entry, startThread(entry, starting, chunkOf(entry)));
  }
}

function startProgram(starting, chunk) {
  return `#!/usr/bin/env node
// The command line: src/cli/main.ts.
const { start } = require('${starting}');
start(require.resolve('${chunk}'), process.argv[2], true);
`;
}

function startThread(entry, starting, chunk) {
  const command = entry.startsWith('validation/') ? 'validate' : 'build';
  return `// A thread: src/${entry.replace(/js$/, 'ts')}.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { start } = require('${starting}');
start(require.resolve('${chunk}'), '${command}', false);
`;
}

function threads(lib) {
  return readdirSync(lib, { recursive: true })
    .filter((path) => path.endsWith('-thread.js'))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** The chunks of modules and all that they import, the shared ones apart. */
async function bundle(lib, entries, treeshake = {}) {
  const rolled = await rolldown({
    cwd: lib,
    input: Object.fromEntries(entries.map((entry) => [basename(entry, '.js'), join(lib, entry)])),
    platform: 'node',
    external: (id, importer = '') =>
      !/^[./]|^[A-Za-z]:/.test(id) && !within.includes(id) && !isInPackage(importer),
    // Which modules share a chunk is decided here, and not by who imports them how.
    checks: { ineffectiveDynamicImport: false },
    plugins: [ownAddresses(lib), lateModules()],
    treeshake,
  });
  const { output } = await rolled.generate({
    format: 'cjs',
    // What is loaded with kept code cannot import.
    dynamicImportInCjs: false,
    // The name tells of the content: V8 would take code that was kept of another text of the same length.
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await rolled.close();
  return output;
}

function isInPackage(path) {
  return /[/\\]node_modules[/\\]/.test(path);
}

/** Modules ask where they are, to find what lies beside them; they are told where they were. */
function ownAddresses(lib) {
  return {
    name: 'own-addresses',
    transform(code, id) {
      if (!id.startsWith(lib + sep) || !code.includes('import.meta.url')) return undefined;
      const place = relative(lib, id).split(sep).join('/');
      // Chunks lie one folder deep.
      return code.replaceAll('import.meta.url', `new URL('../${place}', import.meta.url).href`);
    },
  };
}

/** Modules of Node that take milliseconds to load, and that few runs need. */
const late = ['child_process', 'worker_threads', 'zlib'];

/** Loads such modules when something of theirs is first asked for. */
function lateModules() {
  const required = new RegExp(
    `^\\s*(?:const|let) (\\w+) = (require\\("node:(?:${late.join('|')})"\\));$`,
    'gm',
  );
  return {
    name: 'late-modules',
    renderChunk: (code) =>
      code.replace(required, 'const $1 = new Proxy({}, { get: (_, name) => $2[name] });'),
  };
}

/** Whose code is put in, and under what licences. */
function licences(chunks) {
  const folders = new Set(
    chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .map((id) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(id)?.[0])
      .filter((folder) => folder !== undefined),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return `The files in this folder contain code of these packages:\n\n${texts.join('\n---\n\n')}`;
}
