import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseXml, readEvents, readSource, streamEvents } from '../../xml/index.js';
import { Judge, problemsIn } from '../derivative-engine.js';
import { loadSchema } from '../load-schema.js';

// A document is judged alike as a tree, from its events, and from a stream of a few bytes at a time.

const root = join(import.meta.dirname, '../../..');
const schema = loadSchema({ path: join(root, 'schemas/telegram.rng'), file: 'telegram.rng' });

describe.each(['tei', 'test/broken/tei'])('of %s', (folder) => {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.xml'));
  it.each(names.sort())('%s', (name) => {
    const path = join(root, folder, name);
    const source = readSource(path, name);
    const { document, problems } = parseXml(source);
    // What is not well-formed is not judged.
    if (document === undefined || problems.length > 0) return;
    const found = problemsIn(document, schema, 'telegram.rng');

    const inMemory = new Judge(source, schema, 'telegram.rng');
    readEvents(source, inMemory);
    expect(inMemory.problems).toEqual(found);

    let streamed: Judge | undefined;
    streamEvents(
      path,
      name,
      (placed) => {
        streamed = new Judge(placed, schema, 'telegram.rng');
        return streamed;
      },
      { part: 11 },
    );
    expect(streamed?.problems).toEqual(found);
  });
});
