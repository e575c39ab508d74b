import { join, relative, sep } from 'node:path';
import { type Project, shownPath } from '../project/index.js';
import {
  builtInEntry,
  builtInFolder,
  createTransformer,
  type StylesheetMessage,
  shippedFolder,
  type Transformer,
} from '../transform/index.js';

/** A transformer with the project's own entry stylesheets, and the built-in ones where it has none. */
export function projectTransformer(
  project: Project,
  onMessage: ((message: StylesheetMessage) => void) | undefined,
): Transformer {
  const { html, text, print } = project.stylesheets;
  return createTransformer({
    entries: {
      html: html ?? builtInEntry('html'),
      text: text ?? builtInEntry('text'),
      print: print ?? builtInEntry('print'),
    },
    builtIn: builtInFolder,
    shipped: [shippedFolder],
    cache: join(project.root, '.imprimatur', 'cache'),
    show: (path) => shownStylesheet(path, project),
    ...(onMessage === undefined ? {} : { onMessage }),
  });
}

/** A built-in stylesheet is shown by its fixed address, unless the project is the package itself. */
function shownStylesheet(path: string, project: Project): string {
  const isBuiltIn = path.startsWith(`${builtInFolder}${sep}`);
  return isBuiltIn && !path.startsWith(`${project.root}${sep}`)
    ? `imprimatur:${relative(builtInFolder, path).split(sep).join('/')}`
    : shownPath(path, project.workingDirectory);
}
