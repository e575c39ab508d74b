import { DecodedParts, Undecodable } from './decoded-parts.js';
import { StreamedSource } from './streamed-source.js';

/** Bytes of a file that are read at a time. */
const partSize = 65_536;

/**
 * Reads and decodes a file part after part, for whoever looks for something in it and keeps little. It ends where
 * bytes are not valid in the file's encoding.
 *
 * @param path where the file is
 * @param file the path as it is shown to a person
 * @throws Failure when the file cannot be read
 */
export function* readParts(path: string, file: string): Generator<string> {
  let parts: DecodedParts | undefined;
  try {
    parts = new DecodedParts(path, new StreamedSource(file), partSize);
    for (let part = parts.next(); part !== undefined; part = parts.next()) yield part;
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
  } finally {
    parts?.close();
  }
}
