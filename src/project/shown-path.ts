import { relative, sep } from 'node:path';

/** A path as it is shown to a person: relative to the working directory, with `/` between its parts. */
export function shownPath(path: string, workingDirectory: string): string {
  const shown = relative(workingDirectory, path);
  return shown === '' ? '.' : shown.split(sep).join('/');
}
