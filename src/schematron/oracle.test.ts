import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseXml, readSource } from '../xml/index.js';
import { loadSchematron } from './index.js';
import { locationOf } from './xpath/location.js';

// What SchXslt in Saxon-HE finds (../shared/corpus/expected) is what is found here: the same checks, at the same nodes,
// with the same words.

const shared = join(import.meta.dirname, '../../../shared');
const letters = join(shared, 'corpus/letters/editions');

interface Expected {
  readonly kind: 'failed-assert' | 'successful-report';
  readonly context: string;
  readonly test: string;
  readonly location: string;
  readonly text: string;
}

function expected(name: string): Readonly<Record<string, readonly Expected[]>> {
  const path = join(shared, 'corpus/expected', name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function key({ kind, context, test, location, text }: Expected): string {
  return [kind, folded(context), folded(test), location, folded(text)].join(' | ');
}

function filesBelow(folder: string): string[] {
  return existsSync(folder)
    ? (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.xml'))
    : [];
}

const cases = [
  {
    title: 'the letters by their own schema',
    schema: join(shared, 'corpus/letters/meta/schnitzler-briefe-schematron.sch'),
    folder: letters,
    oracle: expected('letters-by-their-schematron.json'),
  },
  {
    title: 'the letters by the Schematron in tei_all.rng',
    schema: join(shared, 'tei/4.9.0/tei_all.rng'),
    folder: letters,
    oracle: expected('letters-by-tei_all-schematron.json'),
  },
  {
    title: "TEI's test documents by the Schematron in tei_all.rng",
    schema: join(shared, 'tei/4.9.0/tei_all.rng'),
    folder: join(shared, 'corpus/tei-tests'),
    oracle: expected('tei-tests-by-tei_all-schematron.json'),
  },
];

describe.each(cases)('$title', ({ schema, folder, oracle }) => {
  const files = filesBelow(folder);
  const names = Object.keys(oracle);

  it.skipIf(names.length === 0)('find what SchXslt finds in Saxon-HE', () => {
    const schematron = loadSchematron({ path: schema, file: 'schema' });
    const found: Record<string, string[]> = {};
    const wanted: Record<string, string[]> = {};
    for (const name of names) {
      const file = files.find((one) => one === name || one.endsWith(`/${name}`));
      if (file === undefined) throw new Error(`${name} is not there`);
      const path = join(folder, file);
      const { document } = parseXml(readSource(path, file));
      if (document === undefined || schematron === undefined) throw new Error(file);
      const { course, broken } = schematron.check(document, { address: pathToFileURL(path).href });
      expect(broken).toEqual([]);
      found[name] = course.patterns
        .flatMap(({ fired }) => fired.flatMap(({ findings }) => findings))
        .map(({ check, rule, subject, text }) =>
          key({
            kind: check.kind === 'assert' ? 'failed-assert' : 'successful-report',
            context: rule.context.text,
            test: check.test.text,
            location: locationOf(subject),
            text,
          }),
        )
        .sort();
      wanted[name] = (oracle[name] ?? []).map(key).sort();
    }
    expect(found).toEqual(wanted);
  });
});
