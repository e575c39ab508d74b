import type { Problem } from '../problems/index.js';
import { CannotGoOn, Complaints } from './complaints.js';
import { DecodedParts, Undecodable } from './decoded-parts.js';
import type { XmlEvents } from './events.js';
import { flatProblem } from './flat.js';
import { DocumentNode } from './nodes.js';
import type { ParseOptions } from './parse.js';
import { Scanner } from './scanner.js';
import type { PlacedSource, SourceText } from './source-text.js';
import { StreamedSource } from './streamed-source.js';
import { TextWindow } from './text-window.js';

/** Bytes of a file that are read at a time. */
const PART = 65_536;

/**
 * Reads a file as `readEvents` reads a text, without ever holding all of it: elements of a stream hold no others than
 * their ancestors. Its texts may be pieces of a longer one; what is kept beyond the end of its element is copied by
 * `flat`, and problems by `flatProblem`.
 *
 * Bytes that are not valid in the file's encoding are met when they are read, after events of what stands before them.
 *
 * @param path where the file is
 * @param file the path as it is shown to a person
 * @param begin makes the listener, from what problems are placed in
 * @param options besides how it is read, `part`: how many bytes are read at a time
 * @returns what keeps the file from being an XML document
 * @throws Failure when the file cannot be read
 */
export function streamEvents(
  path: string,
  file: string,
  begin: (source: PlacedSource) => XmlEvents,
  options: ParseOptions & { readonly part?: number } = {},
): readonly Problem[] {
  const source = new StreamedSource(file);
  const complaints = new Complaints(source);
  let parts: DecodedParts | undefined;
  try {
    const decoded = new DecodedParts(path, source, options.part ?? PART);
    parts = decoded;
    const window = new TextWindow('', () => decoded.next());
    source.window = window;
    // Its source has no text, which nobody may ask of a document that is not kept.
    const document = new DocumentNode(source as PlacedSource as SourceText, 0);
    new Scanner(window, document, begin(source), complaints, options.externals).scan();
  } catch (error) {
    if (error instanceof Undecodable) return error.problems;
    if (!(error instanceof CannotGoOn)) throw error;
  } finally {
    parts?.close();
  }
  return complaints.inOrder().map(flatProblem);
}
