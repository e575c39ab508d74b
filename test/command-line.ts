import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder, writeFiles } from './temporary-project.js';

const root = resolve(import.meta.dirname, '..');
/** The compiled program. */
export const program = join(root, 'lib/cli/main.js');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled program in a folder, as somebody would type it. */
export function imprimatur(folder: string, ...words: string[]): Run {
  return imprimaturWith({}, folder, ...words);
}

/** The same with variables set in the environment. */
export function imprimaturWith(
  variables: Readonly<Record<string, string>>,
  folder: string,
  ...words: string[]
): Run {
  if (!existsSync(program)) throw new Error('lib/ is not there: npm run build');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '', ...variables },
  });
  return { status, stdout, stderr };
}

/** Starts the program without waiting for its end. */
export function startImprimatur(folder: string, ...words: string[]) {
  return spawn(process.execPath, [program, ...words], { cwd: folder, stdio: 'pipe' });
}

/** Runs a line of the shell, in which `imprimatur` is the program. */
export function shell(folder: string, line: string): Run {
  const script = `imprimatur() { "${process.execPath}" "${program}" "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A copy of the telegram's edition: its sources and its schema. */
export function telegramProject(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  for (const name of ['tei', 'schemas']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  writeFiles(folder, files);
  return folder;
}
