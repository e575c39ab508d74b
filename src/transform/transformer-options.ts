import { relative, sep } from 'node:path';
import type { StylesheetEntry } from './transformer.js';

/** What a stylesheet says by `xsl:message` while it runs. */
export interface StylesheetMessage {
  readonly entry: StylesheetEntry;
  /** The document that is being transformed, as it is shown to a person. */
  readonly file: string | undefined;
  readonly text: string;
}

/** Where stylesheets and their compiled forms lie. */
export interface StylesheetFiles {
  /** Paths of the entry stylesheets. */
  readonly entries: Readonly<Record<StylesheetEntry, string>>;
  /** The folder that `imprimatur:` addresses lead to. */
  readonly builtIn: string;
  /** Folders with compiled stylesheets that are read only: those of the package. */
  readonly shipped: readonly string[];
  /** The folder in which compiled stylesheets are kept. */
  readonly cache: string;
}

/** Who wants to hear what goes on. */
export interface TransformerListeners {
  readonly onMessage?: ((message: StylesheetMessage) => void) | undefined;
  /** Hears that a stylesheet, as it is shown to a person, has to be compiled first, which takes seconds. */
  readonly onCompile?: ((stylesheet: string) => void) | undefined;
}

export interface TransformerOptions extends StylesheetFiles, TransformerListeners {
  /** How a path is shown to a person. */
  readonly show: (path: string) => string;
}

/** The same as plain data, which can be handed to another thread. */
export interface StylesheetPlaces extends StylesheetFiles {
  /** The folder that the paths of stylesheets are shown relative to. */
  readonly workingDirectory: string;
  /** Whether built-in stylesheets are shown by their fixed addresses, `imprimatur:html.xsl`, and not by their paths. */
  readonly builtInByAddress: boolean;
}

/** The options of a transformer for stylesheets in these places. */
export function transformerOptions(
  places: StylesheetPlaces,
  listeners: TransformerListeners,
): TransformerOptions {
  const { entries, builtIn, shipped, cache, workingDirectory, builtInByAddress } = places;
  const show = (path: string): string => {
    const byAddress = builtInByAddress && path.startsWith(`${builtIn}${sep}`);
    const shown = relative(byAddress ? builtIn : workingDirectory, path);
    return `${byAddress ? 'imprimatur:' : ''}${shown.split(sep).join('/')}`;
  };
  return { entries, builtIn, shipped, cache, show, ...listeners };
}
