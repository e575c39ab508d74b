import { type ChangeResult, discardEarlierFolders, validateSince } from '../baseline/index.js';
import type { Problem } from '../problems/index.js';
import type { Project } from '../project/index.js';
import { counted } from '../report/index.js';
import type { ValidateOptions, ValidationResult } from '../validation/index.js';
import { beforeSignals } from './ending.js';
import { readerOf } from './terminal.js';

let isPrepared = false;

/** Checks what changed since a revision; an earlier version that lies in a folder for it goes with the process. */
export function checkSince(
  project: Project,
  rev: string,
  options: ValidateOptions,
): Promise<ChangeResult> {
  if (!isPrepared) beforeSignals(discardEarlierFolders);
  isPrepared = true;
  return validateSince(project, rev, options, readerOf);
}

/** What a check since a revision found besides what is new. */
export function brought(
  result: ValidationResult,
  rev: string,
): { readonly known: readonly Problem[]; readonly note: string } {
  const { commit, changedFiles, known, unjudged } = result as ChangeResult;
  const name = commit.startsWith(rev) ? commit.slice(0, 8) : `${rev} (${commit.slice(0, 8)})`;
  if (changedFiles === 0) return { known, note: `Nothing has changed since ${name}.` };
  const changed = `${counted(changedFiles, 'file')} changed since ${name}.`;
  if (unjudged !== undefined) {
    const note = `${changed} What was there cannot be judged, and all that was found is told: ${unjudged.message}`;
    return { known, note };
  }
  const before =
    known.length === 0
      ? ''
      : ` ${counted(known.length, 'problem')} left out that ${known.length === 1 ? 'was' : 'were'} there before.`;
  return { known, note: `${changed}${before}` };
}
