import type { ParameterValue } from '../../transform/index.js';
import type { Edition, EditionInput, OutputFile } from '../edition.js';
import { drawMap, loadCoast, mapForScreen } from '../map/index.js';
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
    const { principal, results } = await input.transformer.run('html', {
      source: input.source,
      registers: input.registers,
      parameters: { name: input.name, root: input.root, ...mapParameter(input) },
    });
    const beside = [...results].map(([path, content]): OutputFile => ({ path, content }));
    return [{ path: 'index.html', content: principal }, ...beside];
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

/** The parameter `map`, where there is something to draw. */
function mapParameter({ source, registers }: EditionInput): Record<string, ParameterValue> {
  const drawing = drawMap({
    document: source.tree,
    registers: registers.map(({ tree }) => tree),
    medium: 'screen',
  });
  if (drawing === undefined) return {};
  const file = `the map of ${source.file}`;
  return { map: { file, uri: `${source.uri}?map`, text: mapForScreen(drawing) } };
}
