import { sep } from 'node:path';
import { cacheFolder, type Project } from '../project/index.js';
import {
  builtInEntry,
  builtInFolder,
  createThreadedTransformer,
  shippedFolder,
  type Transformer,
  type TransformerListeners,
} from '../transform/index.js';

/** A transformer with the project's own entry stylesheets, and the built-in ones where it has none. */
export function projectTransformer(
  { root, workingDirectory, stylesheets: { html, text, print } }: Project,
  listeners: TransformerListeners,
): Transformer {
  const places = {
    entries: {
      html: html ?? builtInEntry('html'),
      text: text ?? builtInEntry('text'),
      print: print ?? builtInEntry('print'),
    },
    builtIn: builtInFolder,
    shipped: [shippedFolder],
    cache: cacheFolder(root),
    workingDirectory,
    // Where the project is the package itself, its stylesheets lie before the reader's eyes.
    builtInByAddress: !builtInFolder.startsWith(`${root}${sep}`),
  };
  return createThreadedTransformer(places, listeners);
}
