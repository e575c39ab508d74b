import { existsSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/**
 * How a path that is relative to the working directory is told to a forge, which knows files by their place in the
 * repository: from the nearest folder upwards that has a `.git`. Where there is none, as it is.
 *
 * @param workingDirectory an absolute path
 */
export function repositoryPath(workingDirectory: string): (file: string) => string {
  const repository = repositoryOf(workingDirectory);
  if (repository === undefined) return (file) => file;
  const within = relative(repository, workingDirectory).split(sep).join('/');
  return (file) => {
    const path = posix.join(within, file);
    return path.startsWith('../') ? file : path;
  };
}

function repositoryOf(folder: string): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    if (existsSync(join(each, '.git'))) return each;
    if (dirname(each) === each) return undefined;
  }
}
