import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letter, schema, temporaryFolder } from '../../test/temporary-project.js';
import { loadProject, readDocument } from '../project/index.js';
import type { JudgeContext } from './choose-schemas.js';
import { judge, judgeTree } from './judge.js';
import { judgingMeans } from './judging-means.js';

async function judgingIn(folder: string) {
  const { root, workingDirectory, configuration, schemas } = loadProject('.', {
    workingDirectory: folder,
  });
  const context: JudgeContext = {
    ...{ root, workingDirectory, configuration, given: undefined, ofProject: schemas },
    languages: ['relaxng', 'xsd', 'dtd'],
    engine: 'imprimatur',
    phase: undefined,
    integrity: false,
    online: false,
    cacheFolder: join(folder, 'cache'),
  };
  const means = await judgingMeans(context);
  const path = join(folder, 'tei/a.xml');
  const file = 'tei/a.xml';
  return {
    inMemory: () => judge({ path, file, size: 1 }, context, means),
    asStream: () => judge({ path, file, size: Number.MAX_SAFE_INTEGER }, context, means),
    asTree: () => {
      const { document, ...read } = readDocument(path, file, context);
      return judgeTree({ ...read, path, tree: document }, context, means);
    },
    write: (text: string) => writeFileSync(path, text),
  };
}

test('a document is judged alike from memory, from a stream and as a tree', async () => {
  const folder = temporaryFolder({ 'schemas/letter.rng': schema, 'tei/a.xml': '' });
  const { inMemory, asStream, asTree, write } = await judgingIn(folder);
  const piece = fc.constantFrom(
    ...['text', '<p>', '</p>', '<hi/>', '<hi>', '</hi>', '<placeName ref="#x">', '</placeName>'],
    ...['&amp;', '&e;', '&x;', '<!-- a -->', '<?pi b?>', '<![CDATA[<c>]]>', '<', ']]>', '"'],
    ...['\r\n', '\n', '安東', '😀', '\u0000', ' a="1" a="2"', '<p a="<"/>', 'x'.repeat(3000)],
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="gone.xml"/>',
  );
  const prolog = fc.constantFrom(
    '',
    '\uFEFF',
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<?xml-model href="gone.rng"?>',
    '<?xml-model href="../schemas/letter.rng"?>',
    '<!DOCTYPE TEI [<!ENTITY e "<hi>an entity</hi>">]>',
    '<!DOCTYPE TEI [<!ELEMENT TEI ANY><!ATTLIST p n CDATA "1">]>',
    `<?xml-model href="../schemas/letter.rng"?><!--${'a'.repeat(200_000)}-->`,
    `<!DOCTYPE TEI [<!ELEMENT TEI ANY>]>${'\n'.repeat(200_000)}`,
  );
  fc.assert(
    fc.property(prolog, fc.array(piece, { maxLength: 12 }), (before, pieces) => {
      write(before + letter(pieces.join('')));
      const expected = asTree();
      expect(inMemory()).toEqual(expected);
      expect(asStream()).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});
