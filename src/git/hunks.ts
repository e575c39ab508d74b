import { askGit, runGit } from './run-git.js';

/** Lines that took the place of others. */
export interface Hunk {
  /** The first line, from 1, and how many they were; of none, the line before which they would have stood. */
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
}

/** The lines in which a file of the working tree differs from what another, or it itself, was at a commit. */
export function hunks(root: string, commit: string, path: string, from: string): readonly Hunk[] {
  const blob = runGit(root, ['rev-parse', '--verify', '--quiet', `${commit}:${from}`]);
  if (blob.status !== 0) return [];
  const words = [
    ...['diff', '--unified=0', '--inter-hunk-context=0', '--diff-algorithm=default', '--no-color'],
    ...['--no-ext-diff', '--no-textconv', '--text', '--no-relative'],
    ...[blob.output.toString('utf8').trim(), '--', path],
  ];
  const text = askGit(root, words).toString('latin1');
  return [...text.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)].map(
    ([, oldStart, oldLines = '1', newStart, newLines = '1']) => ({
      // Of no lines git names the one after which they would stand.
      oldStart: Number(oldStart) + (oldLines === '0' ? 1 : 0),
      oldLines: Number(oldLines),
      newStart: Number(newStart) + (newLines === '0' ? 1 : 0),
      newLines: Number(newLines),
    }),
  );
}
