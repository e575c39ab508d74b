import { spawnSync } from 'node:child_process';
import { Failure } from '../problems/index.js';

/** What came of a call of git. */
export interface GitAnswer {
  readonly status: number;
  readonly output: Buffer;
  /** What it said on the side, in English. */
  readonly complaint: string;
}

/** Settings that would call other programs, colour the answers or change their form. */
const steady = [
  ['core.quotePath', 'false'],
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['color.ui', 'false'],
  ['advice.addEmbeddedRepo', 'false'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/**
 * Variables by which a hook of git tells the programs it calls where it is at work. Which repository is meant is told
 * by the folder here, and these would lead a call from another folder astray.
 */
const ofHooks = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];

/**
 * Calls `git` in a folder, without a shell, and waits for its answer.
 *
 * @param folder an absolute path
 * @param words the command and its arguments
 * @param more what it reads on its standard input; variables that are set besides
 * @throws Failure when there is no git on the PATH, or it cannot be started
 */
export function runGit(
  folder: string,
  words: readonly string[],
  more: { input?: string; variables?: Readonly<Record<string, string>> } = {},
): GitAnswer {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ofHooks) delete environment[name];
  const { status, signal, error, stdout, stderr } = spawnSync(
    'git',
    ['--no-pager', '--no-optional-locks', '--literal-pathspecs', ...steady, '-C', folder, ...words],
    {
      input: more.input ?? '',
      maxBuffer: Number.POSITIVE_INFINITY,
      windowsHide: true,
      env: {
        ...environment,
        LC_ALL: 'C',
        LANGUAGE: '',
        GIT_TERMINAL_PROMPT: '0',
        ...more.variables,
      },
    },
  );
  if (error !== undefined) throw cannotStart(error);
  return {
    status: status ?? (signal === null ? 0 : 128),
    output: stdout,
    complaint: stderr.toString('utf8'),
  };
}

/**
 * The same for a call that has to succeed.
 *
 * @throws Failure with git's own reason when it does not
 */
export function askGit(...call: Parameters<typeof runGit>): Buffer {
  const { status, output, complaint } = runGit(...call);
  if (status !== 0) throw gitFailed(complaint);
  return output;
}

/** What to say where git could not do what it was asked, for a reason that lies in the repository. */
export function gitFailed(complaint: string): Failure {
  const reason =
    complaint
      .trim()
      .split('\n')[0]
      ?.replace(/^(?:fatal|error): /, '') ?? '';
  return new Failure(`git could not answer${reason === '' ? '' : `: ${reason}`}.`, {
    help: '`git fsck` and `git status` tell more about the state of the repository.',
  });
}

/** The texts of an answer in which each is closed by a NUL. */
export function parted(output: Buffer): string[] {
  const texts = output.toString('utf8').split('\0');
  texts.pop();
  return texts;
}

function cannotStart(error: Error): Failure {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT'
    ? new Failure('There is no program git on the PATH.', {
        help: 'Install git (https://git-scm.com), or leave out what asks for a revision.',
      })
    : new Failure(`git cannot be started (${code ?? error.message}).`);
}
