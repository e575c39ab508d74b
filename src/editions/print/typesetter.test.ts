import { describe, expect, test, vi } from 'vitest';
import { charactersWithoutGlyph, TypesettingError, typeset } from './typesetter.js';

vi.setConfig({ testTimeout: 60_000 });

function printTree(block: string): string {
  return `<print lang="en" title="A letter" short="A letter" author="">
    <front><title>A letter</title><imprint>imprimatur</imprint></front>
    <text><heading>Text</heading><block kind="paragraph">${block}</block></text>
    <colophon><heading>Colophon</heading></colophon></print>`;
}

async function failureOf(block: string): Promise<TypesettingError> {
  const error = await typeset(printTree(block), undefined).catch((thrown: unknown) => thrown);
  if (!(error instanceof TypesettingError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

test('a print tree becomes a PDF', async () => {
  const pdf = Buffer.from(await typeset(printTree('All is well.'), undefined));
  expect(pdf.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
});

describe('what cannot be set is told', () => {
  test('an element that the template does not know', async () => {
    const { message } = await failureOf('All is <marquee>well</marquee>.');
    expect(message).toMatch(/the template has no way to set marquee/);
  });

  test('a mark that the index leads to and that is not there', async () => {
    const tree = printTree('All is well.').replace(
      '<colophon>',
      '<index><heading>Index</heading><group><heading>Places</heading><entry at="mark-7"><term>Seoul</term></entry></group></index><colophon>',
    );
    await expect(typeset(tree, undefined)).rejects.toThrow(/mark-7/);
  });

  test('a character without a glyph', async () => {
    const { diagnostics } = await failureOf('All is \u{13000}.');
    expect(diagnostics[0]?.message).toMatch(/could not be displayed/);
  });
});

test('which characters have no glyph', async () => {
  expect(await charactersWithoutGlyph([...'aŏ제濟\u02bc\u{13000}\u1dfa'])).toEqual([
    '\u{13000}',
    '\u1dfa',
  ]);
});

test('no font of the machine is used', async () => {
  // DejaVu, Libertinus and whatever else is installed, or comes with the compiler, has Cherokee or Runic; ours have not.
  expect(await charactersWithoutGlyph([...'Ꭰᚠ'])).toEqual([...'Ꭰᚠ']);
});
