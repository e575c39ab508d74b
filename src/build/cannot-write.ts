import { Failure } from '../problems/index.js';

/** The failure of writing a folder, with the operating system's reason in words. */
export function cannotWrite(shown: string, code: string | undefined): Failure {
  return new Failure(`The folder ${shown} cannot be written: ${reason(code)}.`, {
    help: 'Name another folder with --out, or mend this one.',
  });
}

function reason(code: string | undefined): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'there is no space left';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file is in the way';
    case 'EBUSY':
      return 'another program holds it, or it is a mount point';
    case 'EXDEV':
      return 'it lies on another file system than the folder around it';
    default:
      return `the operating system refuses (${code ?? 'no reason given'})`;
  }
}
