// What `changes` says of addresses and words, against the editions themselves: it reads the encoding by its own
// reckoning, since the stylesheets take seconds.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { htmlEdition } from '../src/editions/html.js';
import { anchorsOf, entryAnchor } from '../src/editions/index.js';
import { attribute, descendants, parseXml } from '../src/xml/index.js';
import { mutations } from './changes-mutations.js';
import { told } from './changes-told.js';
import { builtInTransformer, sourceOf, telegramInput } from './telegram-input.js';

vi.setConfig({ testTimeout: 120_000 });

const root = resolve(import.meta.dirname, '..');
const transformer = builtInTransformer();

/** The identifiers on the page of a document. */
async function identifiersOnPage(
  input: Parameters<typeof htmlEdition.make>[0],
): Promise<ReadonlySet<string>> {
  const files = await htmlEdition.make(input);
  const page = String(files.find(({ path }) => path === 'index.html')?.content);
  return new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
}

/** Gives an identifier to each element of the text that has none, and to those of the header. */
function identifyAll(text: string): string {
  const { document } = parseXml({ file: 'tei/telegram-112096.xml', text });
  if (document === undefined) throw new Error('not well-formed');
  let identified = '';
  let at = 0;
  let number = 0;
  for (const element of descendants(document)) {
    if (attribute(element, 'xml:id') !== undefined) continue;
    if (!/^(?:TEI|text|body|front|back)$/.test(element.name.local)) {
      const { end } = element.nameSpan;
      identified += `${text.slice(at, end)} xml:id="identified-${++number}"`;
      at = end;
    }
  }
  return identified + text.slice(at);
}

/** The identifiers of the source that are addresses on its page, and those that are not. */
function expectedAnchors(text: string): { readonly anchors: string[]; readonly all: string[] } {
  const { document } = parseXml({ file: 'letter.xml', text });
  if (document === undefined) throw new Error('not well-formed');
  const all = [...descendants(document)].flatMap(
    (element) => attribute(element, 'xml:id')?.value ?? [],
  );
  return { anchors: anchorsOf(document).map(({ identifier }) => identifier), all };
}

function compare(page: ReadonlySet<string>, text: string): void {
  const { anchors, all } = expectedAnchors(text);
  const wanted = new Set(anchors);
  expect(anchors.filter((id) => !page.has(id))).toEqual([]);
  expect(all.filter((id) => page.has(id) && !wanted.has(id))).toEqual([]);
}

describe('the addresses of passages are those of the web edition', () => {
  test('of the telegram', async () => {
    const input = telegramInput(transformer);
    compare(await identifiersOnPage(input), input.source.text);
  });

  test('of the telegram with an identifier on everything', async () => {
    const input = telegramInput(transformer, identifyAll);
    const { anchors } = expectedAnchors(input.source.text);
    expect(anchors.length).toBeGreaterThan(80);
    compare(await identifiersOnPage(input), input.source.text);
  });

  test('of entries: each that the telegram points to, and no other', async () => {
    const input = telegramInput(transformer);
    const page = await identifiersOnPage(input);
    const pointers = new Set(
      [...descendants(input.source.tree)].flatMap((element) =>
        (attribute(element, 'ref')?.value ?? '').split(/\s+/),
      ),
    );
    for (const { file, tree } of input.registers) {
      for (const entry of descendants(tree)) {
        const id = attribute(entry, 'xml:id')?.value;
        if (id === undefined || !/^(?:place|person|org)$/.test(entry.name.local)) continue;
        const isMentioned = pointers.has(`${file.replace(/^tei\//, '')}#${id}`);
        expect([id, page.has(entryAnchor(entry.name.local, id))]).toEqual([id, isMentioned]);
      }
    }
  });

  const folder = resolve(root, '../shared/corpus/letters/editions');
  test.skipIf(!existsSync(folder))('of letters (needs ../shared)', async () => {
    for (const name of readdirSync(folder).sort().slice(0, 4)) {
      const text = identifyAll(readFileSync(join(folder, name), 'utf8'));
      const source = sourceOf(`tei/${name}`, text);
      const input = { ...telegramInput(transformer), name: 'letter', source, registers: [] };
      compare(await identifiersOnPage(input), text);
    }
  });
});

/** The reading text of the text edition, its white space folded. */
async function readingText(text: string): Promise<string> {
  const source = sourceOf('tei/telegram-112096.xml', text);
  const { registers } = telegramInput(transformer);
  const parameters = { name: 'telegram-112096', root: '../' };
  const { principal } = await transformer.run('text', { source, registers, parameters });
  const [tree = ''] = principal.split('<rule');
  return tree
    .replace(/<lb\/>|<\/p>|<\/line>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
}

describe('words are told where the text edition reads otherwise, and only there', () => {
  const before = readFileSync(join(root, 'tei/telegram-112096.xml'), 'utf8');
  for (const [index, name] of Object.keys(mutations).entries()) {
    test(name, async () => {
      const mutation = mutations[name]?.(before, 7919 * (index + 1));
      if (mutation === undefined) return;
      const { words, structure } = told(before, mutation.text);
      const isTold =
        words.some(({ inHeader }) => !inHeader) || structure.some(({ kind }) => kind === 'moved');
      expect((await readingText(mutation.text)) !== (await readingText(before))).toBe(isTold);
    });
  }
});
