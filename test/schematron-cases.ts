import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { evaluateXPathToBoolean } from 'fontoxpath';
import { viewFacade } from '../src/schematron/xpath/facade.js';
import { ViewDocument } from '../src/schematron/xpath/view.js';
import { attribute, parseXml, readSource, sourceOf, type XmlElement } from '../src/xml/index.js';

// The cases of ISO Schematron in ../shared/conformance/schematron: what each schema makes of its document.

const suite = join(import.meta.dirname, '../../shared/conformance/schematron');

/** The names of all cases; none where they are not there. */
export const schematronCases: readonly string[] = existsSync(suite)
  ? ['core', 'svrl'].flatMap((folder) =>
      readdirSync(join(suite, folder))
        .sort()
        .map((file) => `${folder}/${file}`),
    )
  : [];

/** One case, its files written out. */
export interface SchematronCase {
  readonly schema: string;
  readonly document: string;
  readonly phase: string | undefined;
  /** `valid`, `invalid`, or `error`, where the schema is none. */
  readonly expected: string;
  /** What is to hold of the report in SVRL, as XPath. */
  readonly expectations: readonly string[];
}

/** Writes the files of a case into a folder. */
export function writeSchematronCase(name: string, folder: string): SchematronCase {
  const { document } = parseXml(readSource(join(suite, name), name));
  if (document === undefined) throw new Error(name);
  const { root } = document;
  const [documents] = children(root, 'documents');
  let primary = '';
  for (const entry of children(documents)) {
    const path = join(folder, attribute(entry, 'filename')?.value ?? 'document.xml');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content(entry));
    if (entry.name.local === 'primary') primary = path;
  }
  const [schemas] = children(root, 'schemas');
  // Several schemas are one in several query languages.
  const alternatives = children(schemas);
  const chosen = alternatives.find((one) => attribute(one, 'queryBinding')) ?? alternatives[0];
  if (chosen === undefined) throw new Error(name);
  const schema = join(folder, 'schema.sch');
  writeFileSync(schema, sourceOf(chosen).text.slice(chosen.start, chosen.end));
  const [expectations] = children(root, 'expectations');
  return {
    schema,
    document: primary,
    phase: schemas && attribute(schemas, 'phase')?.value,
    expected: attribute(root, 'expect')?.value ?? '',
    expectations: children(expectations).map((each) => attribute(each, 'test')?.value ?? ''),
  };
}

/** Those of the expectations that do not hold of a report. */
export function unmet({ expectations }: SchematronCase, report: string): readonly string[] {
  if (expectations.length === 0) return [];
  const { document } = parseXml({ file: 'report.svrl', text: report });
  if (document === undefined) return expectations;
  const view = new ViewDocument(document);
  return expectations.filter(
    (test) =>
      !evaluateXPathToBoolean(test, view, viewFacade, null, {
        namespaceResolver: (prefix) =>
          prefix === 'svrl' ? 'http://purl.oclc.org/dsdl/svrl' : null,
      }),
  );
}

function children(element: XmlElement | undefined, local?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement =>
      child.kind === 'element' && (local === undefined || child.name.local === local),
  );
}

/** What stands between the tags of an entry. */
function content(entry: XmlElement): string {
  return sourceOf(entry).text.slice(entry.startTag.end, entry.endTag?.start).trim();
}
