import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const sourceFolder = resolve(import.meta.dirname, '..', 'src');

/** The rooms, ground floor first, as docs/explanation/architecture.md lists them. */
const rooms = [
  'problems',
  'files',
  'git',
  'xml',
  'libxml',
  'relaxng',
  'xsd',
  'dtd',
  'transform',
  'schematron',
  'integrity',
  'editions',
  'project',
  'validation',
  'build',
  'report',
  'changes',
  'baseline',
  'cli',
];

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import of one file of the program by another, as paths below `src/`. Tests may look anywhere. */
function imports(): Import[] {
  const files = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort();
  return files.flatMap((from) => {
    const text = readFileSync(join(sourceFolder, from), 'utf8');
    const addresses = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
    return [...addresses].map(([, address = '']) => ({
      from,
      to: relative(sourceFolder, resolve(sourceFolder, dirname(from), address)),
    }));
  });
}

function roomOf(path: string): string | undefined {
  const [first = '', ...rest] = path.split('/');
  return rest.length > 0 ? first : undefined;
}

describe('the rooms of src/', () => {
  test('are those that the architecture page lists, in its order', () => {
    const page = readFileSync(
      resolve(sourceFolder, '..', 'docs', 'explanation', 'architecture.md'),
      'utf8',
    );
    const listed = [...page.matchAll(/^\| `(\w+)\/` \|/gm)].map(([, room]) => room);
    expect(listed).toEqual(rooms);
  });

  test('each have an index that says what lives there', () => {
    // The command line is entered by the program, `main.ts`; no other room may use it.
    for (const room of rooms.filter((name) => name !== 'cli')) {
      expect(readFileSync(join(sourceFolder, room, 'index.ts'), 'utf8')).toMatch(/^\/\//);
    }
  });

  test('import only downward', () => {
    const upward = imports().filter(({ from, to }) => {
      const [importer, imported] = [roomOf(from), roomOf(to)];
      if (importer === undefined) return false;
      return imported === undefined || rooms.indexOf(imported) > rooms.indexOf(importer);
    });
    // The command line is the top floor: it alone may use the library as a whole.
    expect(upward.filter(({ from }) => roomOf(from) !== 'cli')).toEqual([]);
  });

  test('are entered by their index alone', () => {
    const past = imports().filter(
      ({ from, to }) =>
        roomOf(to) !== undefined && roomOf(from) !== roomOf(to) && !/\/index\.js$/.test(to),
    );
    expect(past).toEqual([]);
  });
});
