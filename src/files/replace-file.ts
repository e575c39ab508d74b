import { randomBytes } from 'node:crypto';
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file beside its place and moves it there: whoever reads at the same time, or after a run that was broken
 * off, finds what was there before or all that is there now. What is written beside its place is called `NAME.` and
 * twelve hexadecimal digits; it is gone when the writing failed, and left only where the process was killed.
 *
 * @param path where; its folder is there
 * @param mode the permissions of the file (the bits of chmod), where they are not to be those of any new file
 * @throws the error of Node where it cannot be written; what was there before is as it was
 */
export function replaceFile(path: string, content: string | Uint8Array, mode?: number): void {
  // Threads of one process may write the same file at once.
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(beside, content, { flag: 'wx' });
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, path);
  } catch (error) {
    forget(beside);
    throw error;
  }
}

/** Nothing is said of a file that cannot be taken away: the reason why it could not be written says more. */
function forget(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}
