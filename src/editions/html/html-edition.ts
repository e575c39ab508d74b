import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SourceDocument } from '../../transform/index.js';
import type { Edition, EditionInput, EditionSource, OutputFile } from '../edition.js';
import { drawMap, hasMap, loadCoast, sheetsForScreen } from '../map/index.js';
import { loadFonts } from './font-files.js';
import { sharedFiles } from './shared-files.js';

/** The web edition: `index.html` and the files of reference managers beside it; for the site, the list and `assets/`. */
export const htmlEdition: Edition = {
  name: 'html',
  async prepare() {
    loadCoast();
    await loadFonts();
  },
  async make(input) {
    const map = hasMap(mapInput(input)) ? mapPlace(input.source) : undefined;
    const transforming = input.transformer.run('html', {
      source: input.source,
      registers: input.registers,
      parameters: { name: input.name, root: input.root, ...(map && { map }) },
    });
    // Where stylesheets run in threads of their own, the map is drawn meanwhile, once all of them are at work.
    const drawing = map && nextTurn().then(() => screenMap(input));
    const [{ principal, results }, drawn = ''] = await Promise.all([transforming, drawing]);
    const page = principal.replaceAll(mapMark, () => drawn);
    const beside = [...results].map(([path, content]): OutputFile => ({ path, content }));
    return [{ path: 'index.html', content: page }, ...beside];
  },
  async makeSite({ documents, registers, transformer }) {
    const { principal } = await transformer.run('html', {
      registers,
      parameters: {
        root: '',
        documents: documents.map(({ source }) => source),
        paths: documents.map(({ folder }) => folder),
      },
      initialTemplate: 'index',
    });
    const sources = [...documents.map(({ source }) => source), ...registers];
    return [
      { path: 'index.html', content: principal },
      ...(await sharedFiles(sources.map(({ text }) => text))),
    ];
  },
};

/**
 * What the stylesheet is given as the map: an element that keeps its place. The map itself is put there when the page
 * is written, so that page and map are made side by side, and its hundred kilobytes are not read in and written out.
 */
function mapPlace({ file, uri }: EditionSource): SourceDocument {
  const text = `<div xmlns="http://www.w3.org/1999/xhtml" class="map-sheets">${mapMark}</div>`;
  return { file: `the map of ${file}`, uri: `${uri}?map`, text };
}

/** Brackets of mathematics around it, so that no words of a text are mistaken for it. */
const mapMark = '⟦imprimatur:map⟧';

function mapInput({ source, registers }: EditionInput) {
  return { document: source.tree, registers: registers.map(({ tree }) => tree) };
}

function screenMap(input: EditionInput): string {
  const drawing = drawMap({ ...mapInput(input), medium: 'screen' });
  return drawing === undefined ? '' : sheetsForScreen(drawing).join('');
}
