import { compareText, type Problem } from '../problems/index.js';
import type { ProjectDocument } from '../project/index.js';
import { problemAt } from '../xml/index.js';
import { folded } from './published-files.js';

/** The folder of a document in `dist/`: `telegram-112096`, `PART/telegram-112096`. */
export function documentFolder({ folder, name }: ProjectDocument): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The way from a folder of `dist/` to its root: `../` for `telegram-112096`. */
export function wayToRoot(folder: string): string {
  return '../'.repeat(folder.split('/').length);
}

/** Two sources may not be published in one place, nor in places that only capitals tell apart. */
export function meetingPlaces(editions: readonly ProjectDocument[]): Problem[] {
  const first = new Map<string, ProjectDocument>();
  const problems: Problem[] = [];
  for (const document of [...editions].sort((a, b) => compareText(a.path, b.path))) {
    const folder = documentFolder(document);
    const other = first.get(folded(folder));
    if (other === undefined) {
      first.set(folded(folder), document);
      continue;
    }
    problems.push(
      problemAt(document.source, document.tree?.root.nameSpan ?? { start: 0, end: 0 }, {
        code: 'build/same-place',
        message: `${document.file} and ${other.file} would both be published in ${folder}/.`,
        help: 'Rename one of the two: a document is published in a folder of its name.',
        related: [{ file: other.file, line: 1, column: 1, message: 'This is the other.' }],
      }),
    );
  }
  return problems;
}
