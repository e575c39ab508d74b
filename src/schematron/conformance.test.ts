import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluateXPathToBoolean } from 'fontoxpath';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../problems/index.js';
import { attribute, parseXml, readSource, sourceOf, type XmlElement } from '../xml/index.js';
import { loadSchematron, svrl } from './index.js';
import { viewFacade } from './xpath/facade.js';
import { ViewDocument } from './xpath/view.js';

// The cases of ISO Schematron in ../shared/conformance/schematron: what each schema makes of its document.

const suite = join(import.meta.dirname, '../../../shared/conformance/schematron');
const cases = existsSync(suite)
  ? ['core', 'svrl'].flatMap((folder) =>
      readdirSync(join(suite, folder))
        .sort()
        .map((file) => `${folder}/${file}`),
    )
  : [];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function children(element: XmlElement | undefined, local?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement =>
      child.kind === 'element' && (local === undefined || child.name.local === local),
  );
}

/** What came of a check, and the report of it. */
function outcome(
  path: string,
  phase: string | undefined,
  documentPath: string,
): { readonly verdict: string; readonly report?: string } {
  try {
    const schematron = loadSchematron({ path, file: 'schema.sch' });
    if (schematron === undefined) return { verdict: 'nothing' };
    const { document } = parseXml(readSource(documentPath, 'document.xml'));
    if (document === undefined) return { verdict: 'not well-formed' };
    const { problems, broken, course } = schematron.check(document, {
      phase,
      address: pathToFileURL(documentPath).href,
      open: (address) => parseXml(readSource(new URL(address).pathname, address)).document,
    });
    return {
      verdict: broken.length > 0 ? 'error' : problems.length > 0 ? 'invalid' : 'valid',
      report: svrl(schematron.schema, course, { document: 'document.xml' }),
    };
  } catch (error) {
    if (error instanceof Failure) return { verdict: 'error' };
    throw error;
  }
}

describe.skipIf(cases.length === 0)('ISO Schematron', () => {
  it.each(cases)('%s', (name) => {
    const { document } = parseXml(readSource(join(suite, name), name));
    const root = document?.root;
    if (root === undefined) throw new Error(name);
    const at = join(folder, name.replaceAll('/', '-'));
    mkdirSync(at);
    const [documents] = children(root, 'documents');
    let primary = '';
    for (const entry of children(documents)) {
      const path = join(at, attribute(entry, 'filename')?.value ?? 'document.xml');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text(entry));
      if (entry.name.local === 'primary') primary = path;
    }
    const [schemas] = children(root, 'schemas');
    const phase = schemas && attribute(schemas, 'phase')?.value;
    // Several schemas are one in several query languages.
    const alternatives = children(schemas);
    const schema = alternatives.find((one) => attribute(one, 'queryBinding')) ?? alternatives[0];
    if (schema === undefined) throw new Error(name);
    const path = join(at, 'schema.sch');
    writeFileSync(path, whole(schema));
    const { verdict, report = '' } = outcome(path, phase, primary);
    expect(verdict).toBe(attribute(root, 'expect')?.value);
    const [expectations] = children(root, 'expectations');
    for (const expectation of children(expectations)) {
      const test = attribute(expectation, 'test')?.value ?? '';
      expect(`${test}: ${holds(test, report)}`).toBe(`${test}: true`);
    }
  });
});

/** What stands between the tags of an entry. */
function text(entry: XmlElement): string {
  return sourceOf(entry).text.slice(entry.startTag.end, entry.endTag?.start).trim();
}

function whole(element: XmlElement): string {
  return sourceOf(element).text.slice(element.start, element.end);
}

/** Whether an expression holds of a report. */
function holds(test: string, report: string): boolean {
  const { document } = parseXml({ file: 'report.svrl', text: report });
  if (document === undefined) return false;
  return evaluateXPathToBoolean(test, new ViewDocument(document), viewFacade, null, {
    namespaceResolver: (prefix) => (prefix === 'svrl' ? 'http://purl.oclc.org/dsdl/svrl' : null),
  });
}
