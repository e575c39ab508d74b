import type { Problem } from '../problems/index.js';
import type { XmlEvents } from './events.js';
import { flatProblem } from './flat.js';
import { readEvents } from './parse.js';
import { readSource } from './read-source.js';
import type { PlacedSource } from './source-text.js';

/**
 * Reads a file as `readEvents` reads a text, without ever holding all of it: elements of a stream hold no others than
 * their ancestors. Its texts may be pieces of a longer one; what is kept beyond the end of its element is copied by
 * `flat`, and problems by `flatProblem`.
 *
 * @param path where the file is
 * @param file the path as it is shown to a person
 * @param begin makes the listener, from what problems are placed in
 * @returns what keeps the file from being an XML document
 * @throws Failure when the file cannot be read
 */
export function streamEvents(
  path: string,
  file: string,
  begin: (source: PlacedSource) => XmlEvents,
): readonly Problem[] {
  const source = readSource(path, file);
  return readEvents(source, begin(source)).map(flatProblem);
}
