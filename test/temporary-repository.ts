import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFiles } from './temporary-project.js';

/** Calls git in a folder, with nothing of this machine's configuration; its answer without the last line end. */
export function git(folder: string, ...words: string[]): string {
  const settings = [
    'user.name=An Editor',
    'user.email=editor@example.org',
    'init.defaultBranch=main',
  ];
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (name.startsWith('GIT_')) delete environment[name];
  }
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    [...settings.flatMap((setting) => ['-c', setting]), '-c', 'commit.gpgSign=false', ...words],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...environment, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
    },
  );
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  return stdout.replace(/\n$/, '');
}

/** Puts all that lies in a folder into its repository; the hash of the commit. */
export function commitAll(folder: string, message = 'A change'): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/** A repository for one test, which is gone after it, with a commit of files by their paths in it. */
export function temporaryRepository(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): string {
  const folder = temporaryFolder(files);
  git(folder, 'init', '--quiet');
  commitAll(folder, 'What was there');
  return folder;
}

/** Writes files, and takes away those whose content is `undefined`. */
export function change(folder: string, files: Readonly<Record<string, string | undefined>>): void {
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) rmSync(join(folder, path));
    else writeFiles(folder, { [path]: content });
  }
}
