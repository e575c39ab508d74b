import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemsIn } from '../src/relaxng/derivative-engine.js';
import { loadSchema } from '../src/relaxng/load-schema.js';
import { prettyProblems } from '../src/report/index.js';
import { parseXml } from '../src/xml/index.js';
import { chapters, documentWith } from './tei-mistakes.js';

// What is said of mistakes by TEI's own schemas, which lie beside the project. The golden files read like a manual.

const folder = join(import.meta.dirname, '../../shared/tei/4.9.0');
const file = 'letter.xml';

describe.skipIf(!existsSync(folder)).each(['tei_all', 'tei_lite', 'tei_simplePrint'])(
  'what is said of mistakes by %s',
  (name) => {
    it('reads like a manual', async () => {
      const schema = loadSchema({ path: join(folder, `${name}.rng`), file: `${name}.rng` });
      const pages = [`# Mistakes, and what is said of them by ${name}.rng\n`];
      for (const { title, mistakes } of chapters) {
        pages.push(`## ${title}\n`);
        for (const mistake of mistakes) {
          if (mistake.notBy?.includes(name)) continue;
          const text = documentWith(mistake);
          const { document, problems } = parseXml({ file, text });
          const found =
            document === undefined
              ? problems
              : [...problems, ...problemsIn(document, schema, `${name}.rng`)];
          expect([mistake.title, found.length]).not.toEqual([mistake.title, 0]);
          const said = prettyProblems(found, { colour: false, width: 100, read: () => text });
          pages.push(
            `### ${mistake.title}\n`,
            `\`\`\`xml\n${mistake.xml || text.trim()}\n\`\`\`\n`,
            `\`\`\`text\n${said.trim()}\n\`\`\`\n`,
          );
        }
      }
      await expect(pages.join('\n')).toMatchFileSnapshot(`golden/relaxng/${name}.md`);
    });
  },
);
