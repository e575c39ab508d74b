import type { Edition, EditionName } from './edition.js';

/** How each edition's module is loaded: only when it is made, since each brings its own weight. */
export const editionTable: Readonly<Record<EditionName, () => Promise<Edition>>> = {
  html: async () => (await import('./html.js')).htmlEdition,
  text: async () => (await import('./text.js')).textEdition,
  print: async () => (await import('./print.js')).printEdition,
};
