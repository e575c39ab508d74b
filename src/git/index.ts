// What git knows: revisions, what changed since one, files as they were. The program `git` is asked, and only reads.
// Nothing of a person's configuration, language or hooks has a say in the answers; no file of the repository is touched.
export type { ChangedFile, ChangeStatus } from './changed-files.js';
export type { Hunk } from './hunks.js';
export { openRepository } from './open-repository.js';
export type { Repository } from './repository.js';
