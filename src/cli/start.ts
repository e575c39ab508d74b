// What a process or thread of the packaged program starts with: it loads a chunk, and what that requires, with the
// code that V8 made of it before. scripts/bundle-program.js makes one file of this module and those it imports.
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { keptCodeFolder, type LoadedModule, loadWithKeptCode } from '../transform/index.js';
import { tuneForShortRuns } from './engine-tuning.js';

/** What is done with the program: which of its functions are called, and so worth keeping, depends on it. */
const uses = ['validate', 'build', 'changes'];

/**
 * Runs a chunk of the program.
 *
 * @param file the chunk; its name, and that of each that it requires, tells the hash of its content
 * @param use the command that was given; unless it is one of those that take time, no code is kept
 * @param keeps whether the code is kept for the next process when this one ends
 */
export function start(file: string, use: string | undefined, keeps: boolean): void {
  tuneForShortRuns();
  const loaded: LoadedModule[] = [];
  const modules = new Map<string, { exports: unknown }>();
  const require = createRequire(file);
  const known = uses.find((name) => name === use);
  const load = (path: string): unknown => {
    let module = modules.get(path);
    if (module === undefined) {
      module = { exports: {} };
      modules.set(path, module);
      const name = `${basename(path, '.js')}.${known}`;
      const requireFrom = (id: string): unknown =>
        id.startsWith('./') ? load(join(dirname(path), id)) : require(id);
      loaded.push(loadWithKeptCode(path, name, requireFrom, keptCodeFolder, module));
    }
    return module.exports;
  };
  if (known === undefined) {
    require(file);
    return;
  }
  if (keeps) {
    process.once('exit', (code) => {
      // A run that did no work, or asked for help, has called few of the functions.
      if (code === 2 || process.argv.some((word) => word === '--help' || word === '-h')) return;
      for (const module of loaded) module.keepCode();
    });
  }
  load(file);
}
