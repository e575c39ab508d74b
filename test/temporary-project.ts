import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A folder for one test, which is gone after it, with files by their paths in it. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imprimatur-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** A folder for all tests of a file, which is gone after the last. */
export function keptFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imprimatur-test-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** The files below a folder, hidden ones too, by their paths in it. */
export function filesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path))
    .sort();
}

/** The text of every file below a folder. */
export function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

const tei = 'xmlns="http://www.tei-c.org/ns/1.0"';
const header =
  '<teiHeader><fileDesc><titleStmt><title>A letter</title><editor>An editor</editor></titleStmt>' +
  '<publicationStmt><p>Unpublished, without licence.</p></publicationStmt><sourceDesc><p>Born digital.</p></sourceDesc>' +
  '</fileDesc></teiHeader>';

/** A small edition document; the paragraphs are TEI. */
export function letter(...paragraphs: string[]): string {
  const body = paragraphs.map((each) => `      <p>${each}</p>\n`).join('');
  return `<TEI ${tei}>\n  ${header}\n  <text>\n    <body>\n${body}    </body>\n  </text>\n</TEI>\n`;
}

/** A small authority file of places; each is an identifier. */
export function places(...identifiers: string[]): string {
  const list = identifiers
    .map((id) => `      <place xml:id="${id}"><placeName>${id}</placeName></place>\n`)
    .join('');
  return `<TEI ${tei}>\n  ${header}\n  <standOff>\n    <listPlace>\n${list}    </listPlace>\n  </standOff>\n</TEI>\n`;
}

/** A schema for both: paragraphs of text and names, and lists of places. */
export const schema = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
  <start>
    <element name="TEI">
      <element name="teiHeader"><ref name="any"/></element>
      <choice>
        <element name="text"><element name="body"><oneOrMore><ref name="p"/></oneOrMore></element></element>
        <element name="standOff"><ref name="any"/></element>
      </choice>
    </element>
  </start>
  <define name="p">
    <element name="p"><mixed><zeroOrMore><ref name="placeName"/></zeroOrMore></mixed></element>
  </define>
  <define name="placeName">
    <element name="placeName"><optional><attribute name="ref"/></optional><text/></element>
  </define>
  <define name="any">
    <zeroOrMore><attribute><anyName/></attribute></zeroOrMore>
    <mixed><zeroOrMore><element><anyName/><ref name="any"/></element></zeroOrMore></mixed>
  </define>
</grammar>
`;
