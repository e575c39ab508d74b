import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Diagnostic, readExportErrors, undisplayedText } from './diagnostics.js';
import { fontFamilies, loadFonts } from './fonts.js';

const templateFolder = fileURLToPath(new URL('../../../xslt/print/', import.meta.url));
const template = fileURLToPath(new URL('../../../xslt/print/edition.typ', import.meta.url));

/** What the typesetter could not do. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'The typesetter gives no reason.');
    this.diagnostics = diagnostics;
  }
}

let compiler: Promise<NodeCompiler> | undefined;

/** Loads the compiler and the fonts, once. No font of the machine is ever looked at. */
export function loadTypesetter(): Promise<NodeCompiler> {
  compiler ??= Promise.all([import('@myriaddreamin/typst-ts-node-compiler'), loadFonts()]).then(
    ([{ NodeCompiler }, fontBlobs]) =>
      NodeCompiler.create({ workspace: templateFolder, fontArgs: [{ fontBlobs }] }),
  );
  return compiler;
}

/**
 * Sets a print tree with the template xslt/print/edition.typ, as PDF/UA-1. The same tree gives the same bytes.
 *
 * @param tree the print tree as XML (xslt/print.xsl describes it)
 * @param map the map as SVG, where there is one
 * @throws TypesettingError when the template fails or a character has no glyph
 */
export async function typeset(tree: string, map: string | undefined): Promise<Uint8Array> {
  const typst = await loadTypesetter();
  const inputs = map === undefined ? { tree } : { tree, map };
  const compiled = typst.compile({ mainFilePath: template, inputs });
  const document = compiled.result;
  if (document === null) {
    const errors = compiled.takeDiagnostics();
    throw new TypesettingError(errors === null ? [] : compileErrors(errors.shortDiagnostics));
  }
  try {
    return typst.pdf(document, { pdfStandard: 'ua-1' });
  } catch (error) {
    const diagnostics = error instanceof Error ? readExportErrors(error.message) : [];
    if (diagnostics.length === 0) throw error;
    throw new TypesettingError(diagnostics);
  } finally {
    // What was remembered of a document set ten documents ago is forgotten.
    typst.evictCache(10);
  }
}

/**
 * Which characters no font has a glyph for. What the typesetter reports are clusters, and of each part of one; so
 * each character is set by itself.
 */
export async function charactersWithoutGlyph(characters: readonly string[]): Promise<string[]> {
  const typst = await loadTypesetter();
  const { result } = typst.compile({
    mainFileContent: `#set document(title: "Characters", date: none)
#set text(font: ("${fontFamilies.join('", "')}"), fallback: false)
#for character in sys.inputs.characters.codepoints() { par(character) }`,
    inputs: { characters: characters.join('') },
  });
  if (result === null) return [];
  try {
    typst.pdf(result, { pdfStandard: 'ua-1' });
    return [];
  } catch (error) {
    const diagnostics = error instanceof Error ? readExportErrors(error.message) : [];
    const reported = diagnostics.map(undisplayedText).filter((text) => text !== undefined);
    return characters.filter((character) => reported.includes(character));
  }
}

function compileErrors(diagnostics: readonly unknown[]): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { message, hints } = diagnostic as { message?: unknown; hints?: unknown };
    return {
      message: String(message ?? diagnostic),
      hints: Array.isArray(hints) ? hints.map(String) : [],
    };
  });
}
