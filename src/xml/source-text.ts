import type { Problem } from '../problems/index.js';

/** The text of one file, decoded, and what is needed to tell lines and columns from offsets. */
export interface SourceText {
  /** Path as it is shown to a person, relative to the working directory, with `/` between its parts. */
  readonly file: string;
  /** The decoded text without its byte order mark; offsets count its UTF-16 units. */
  readonly text: string;
  /** What kept the bytes from being decoded; `parseXml` reports it and makes no document. */
  readonly problems?: readonly Problem[];
}
