import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StylesheetEntry } from './transformer.js';

/** The package's own folder, two above this file whether it is compiled or not. */
const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the built-in stylesheets, which `imprimatur:` addresses lead to. */
export const builtInFolder = join(packageFolder, 'xslt');

/** The folder with the built-in stylesheets as they were compiled when the package was built. */
export const shippedFolder = join(packageFolder, 'lib', 'xslt');

/** The folder in which the engine's code is kept; see `loadWithKeptCode`. */
export const keptCodeFolder = join(packageFolder, 'lib', 'engine');

export const stylesheetEntries: readonly StylesheetEntry[] = ['html', 'text', 'print'];

/** The path of a built-in entry stylesheet. */
export function builtInEntry(entry: StylesheetEntry): string {
  return join(builtInFolder, `${entry}.xsl`);
}
