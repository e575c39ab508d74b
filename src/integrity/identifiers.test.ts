import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseXml } from '../xml/index.js';
import { activeRules } from './active-rules.js';
import { gatherFacts } from './gather-facts.js';
import { identifiersInText } from './identifiers.js';

test('a look at a text finds the identifiers that its tree has', () => {
  const name = fc.constantFrom('p1', 'p-2', '安東', ' p3 ', 'a\n b', '');
  const piece = fc.oneof(
    fc
      .tuple(fc.constantFrom('"', "'"), name)
      .map(([quote, id]) => `<p xml:id=${quote}${id}${quote}/>`),
    name.map((id) => `<p n="1"\n\txml:id = "${id}"/>`),
    name.map((id) => `<!-- <p xml:id="${id}"/> -->`),
    name.map((id) => `<![CDATA[ xml:id="${id}"]]>`),
    name.map((id) => `<?pi xml:id="${id}"?>`),
    name.map((id) => `<p n="xml:id='${id}'"/>`),
    fc.constantFrom('text', '<p id="x"/>', '<p n=">"/>'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0">${pieces.join('')}</TEI>`;
      const { document } = parseXml({ file: 'a.xml', text });
      if (document === undefined) throw new Error('That was meant to be well-formed.');
      const { identifiers } = gatherFacts({ path: '/a.xml', document }, activeRules());
      expect([...new Set(identifiersInText(text))]).toEqual([...identifiers.keys()]);
    }),
    { numRuns: 300 },
  );
});
