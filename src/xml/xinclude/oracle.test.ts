import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-project.js';
import { parseXml, readSource, resolveIncludes, serialize } from '../index.js';

// libxml2 resolves inclusions too: where both it and we find nothing wrong, both come to the same document. It is asked
// by its command line, xmllint, and the comparison is left out where that is not installed.

const xmllint = (...words: string[]) => spawnSync('xmllint', words, { encoding: 'utf8' });
const isThere = xmllint('--version').status === 0;
const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';

/** Canonical XML, without the fixups on which the two differ: libxml2 knows nothing of languages. */
function canonical(path: string): string | undefined {
  const { status, stdout, stderr } = xmllint('--xinclude', '--nofixup-base-uris', '--c14n', path);
  return status === 0 && stderr === ''
    ? stdout.replace(/ xml:(base|lang)="[^"]*"/g, '')
    : undefined;
}

function resolved(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  const { document } = parseXml(readSource(path, name));
  const access = { root: folder, show: (shown: string) => shown };
  const { document: whole } =
    document === undefined ? {} : resolveIncludes(document, { path, access });
  return whole === undefined ? undefined : serialize(whole);
}

test.skipIf(!isThere)('random documents come out as libxml2 has them', () => {
  const names = ['main.xml', 'a.xml', 'b.xml', 'p/c.xml'];
  const place = fc.constantFrom(
    ...[
      'href="a.xml"',
      'href="b.xml"',
      'href="p/c.xml"',
      'href="none.xml"',
      'href="t.txt" parse="text"',
    ],
    ...[
      'href="a.xml" xpointer="x"',
      'href="b.xml" xpointer="element(/1/1)"',
      'xpointer="element(x/1)"',
    ],
  );
  const { node } = fc.letrec<{ node: string; nodes: string }>((tie) => ({
    nodes: fc.array(tie('node'), { maxLength: 3 }).map((all) => all.join('')),
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('t', '<e/>', '<!--c-->', '<?p i?>', '<e xmlns="u"><f/></e>', '&amp;'),
      place.map((to) => `<xi:include ${to}/>`),
      fc
        .tuple(place, tie('nodes'))
        .map(([to, all]) => `<xi:include ${to}><xi:fallback>${all}</xi:fallback></xi:include>`),
      tie('nodes').map((all) => `<q:e xmlns:q="v" xml:id="x">${all}</q:e>`),
    ),
  }));
  let compared = 0;
  fc.assert(
    fc.property(
      fc.array(node, { minLength: names.length, maxLength: names.length }),
      (contents) => {
        const folder = temporaryFolder({ 't.txt': 'a < b\n' });
        mkdirSync(join(folder, 'p'));
        for (const [index, name] of names.entries())
          writeFileSync(join(folder, name), `<a ${xi}>${contents[index]}</a>`);
        const ours = resolved(folder, 'main.xml');
        const theirs = canonical(join(folder, 'main.xml'));
        if (ours === undefined || theirs === undefined) return;
        compared++;
        writeFileSync(join(folder, 'ours.xml'), ours);
        expect(canonical(join(folder, 'ours.xml'))).toBe(theirs);
      },
    ),
    { numRuns: 150, seed: 1951 },
  );
  expect(compared).toBeGreaterThan(30);
});
