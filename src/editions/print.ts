import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '../problems/index.js';
import type { Edition, EditionInput } from './edition.js';
import { drawMap, loadCoast, mapForPrint } from './map/index.js';
import { undisplayedText } from './print/diagnostics.js';
import { missingGlyphs } from './print/missing-glyphs.js';
import {
  charactersWithoutGlyph,
  loadTypesetter,
  TypesettingError,
  typeset,
} from './print/typesetter.js';

/** The print edition: `NAME.pdf`, tagged (PDF/UA-1), its fonts embedded. */
export const printEdition: Edition = {
  name: 'print',
  async prepare() {
    loadCoast();
    await loadTypesetter();
  },
  async make(input) {
    const { name, root, source, registers, transformer } = input;
    const parameters = { name, root };
    const transforming = transformer.run('print', { source, registers, parameters });
    // Where stylesheets run in a thread of their own, the map is drawn meanwhile.
    const [{ principal }, map] = await Promise.all([
      transforming,
      nextTurn().then(() => mapOf(input)),
    ]);
    return [{ path: `${name}.pdf`, content: await setInPrint(principal, map, input) }];
  },
};

/** The map as SVG; nothing where the document names no place that can be drawn. */
function mapOf({ source, registers }: EditionInput): string | undefined {
  const drawing = drawMap({
    document: source.tree,
    registers: registers.map(({ tree }) => tree),
    medium: 'print',
  });
  return drawing === undefined ? undefined : mapForPrint(drawing);
}

async function setInPrint(
  tree: string,
  map: string | undefined,
  { source, registers }: EditionInput,
): Promise<Uint8Array> {
  try {
    return await typeset(tree, map);
  } catch (error) {
    if (!(error instanceof TypesettingError)) throw error;
    const undisplayed = error.diagnostics.map(undisplayedText).filter((text) => text !== undefined);
    if (undisplayed.length > 0) {
      const characters = [...new Set(undisplayed.flatMap((text) => [...text]))];
      const missing = await charactersWithoutGlyph(characters);
      // Each character may have a glyph, but in different fonts, and so none where they are to combine.
      const texts = missing.length > 0 ? missing : undisplayed;
      throw missingGlyphs(source.file, texts, [source, ...registers]);
    }
    const [help] = error.diagnostics[0]?.hints ?? [];
    throw new Failure(
      `The print edition of ${source.file} cannot be set: ${error.message}.`,
      help === undefined ? {} : { help },
    );
  }
}
