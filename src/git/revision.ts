import { Failure, nearest } from '../problems/index.js';
import { askGit, runGit } from './run-git.js';

/** The full hash of the commit of a name; that of the empty tree for `HEAD` before the first commit. */
export function revision(root: string, rev: string): string {
  // The hash of a commit is its own name; the empty tree is no commit.
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(rev) && rev === emptyTree(root)) return rev;
  const found = rev.startsWith('-') ? undefined : resolved(root, `${rev}^{commit}`);
  if (found !== undefined) return found;
  if (/^(?:HEAD|@)$/.test(rev) && isWithoutCommit(root)) return emptyTree(root);
  throw unknownRevision(root, rev);
}

/** The last commit that a revision and the present one have in common. */
export function mergeBase(root: string, rev: string, other = 'HEAD'): string {
  const hash = revision(root, rev);
  if (hash === emptyTree(root)) return hash;
  const { status, output } = runGit(root, ['merge-base', hash, revision(root, other)]);
  if (status === 0) return output.toString('utf8').trim();
  if (!isShallow(root)) return hash;
  throw new Failure(
    `The history that was fetched does not reach back to where the present state parted from ${rev}.`,
    { help: fetchAll },
  );
}

const fetchAll =
  'Fetch the whole history: `git fetch --unshallow`; in GitHub Actions `fetch-depth: 0` at actions/checkout, in GitLab CI the variable GIT_DEPTH: 0.';

function resolved(root: string, name: string): string | undefined {
  const { status, output } = runGit(root, ['rev-parse', '--verify', '--quiet', name]);
  return status === 0 ? output.toString('utf8').trim() : undefined;
}

function isWithoutCommit(root: string): boolean {
  return resolved(root, 'HEAD') === undefined;
}

function isShallow(root: string): boolean {
  const answer = runGit(root, ['rev-parse', '--is-shallow-repository']).output.toString('utf8');
  return answer.trim() === 'true';
}

const emptyTrees = new Map<string, string>();

function emptyTree(root: string): string {
  let hash = emptyTrees.get(root);
  if (hash === undefined) {
    hash = askGit(root, ['hash-object', '-t', 'tree', '--stdin']).toString('utf8').trim();
    emptyTrees.set(root, hash);
  }
  return hash;
}

function unknownRevision(root: string, rev: string): Failure {
  const message = `There is no revision "${rev}" in the repository.`;
  if (isWithoutCommit(root)) {
    return new Failure(message, { help: 'It has no commit yet: only HEAD can be named.' });
  }
  if (/^0+$/.test(rev)) {
    return new Failure(message, {
      help: 'Zeros are what a forge says of a branch that is new. Name the branch that it parted from, such as origin/main.',
    });
  }
  const names = askGit(root, ['for-each-ref', '--format=%(refname:short)'])
    .toString('utf8')
    .split('\n')
    .filter((name) => name !== '');
  const remote = names.find((name) => name.endsWith(`/${rev}`));
  const meant = remote ?? nearest(rev, names);
  if (meant !== undefined) return new Failure(message, { help: `Did you mean ${meant}?` });
  return new Failure(message, {
    help: isShallow(root)
      ? `Not all of its history was fetched. ${fetchAll}`
      : 'Name a branch, a tag or a commit; `git log --oneline --all` lists what there is.',
  });
}
