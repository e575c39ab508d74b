import type { Problem } from '../problems/index.js';
import type { Position } from './tree.js';

/** A file in which offsets lie, all that a problem needs. A `SourceText` is one; a stream has another. */
export interface PlacedSource {
  /** Path as it is shown to a person, relative to the working directory, with `/` between its parts. */
  readonly file: string;
  /** The text, where all of it is in memory. */
  readonly text?: string;
  /** What knows of lines where the text is not kept. */
  readonly reading?: {
    /** The line and column of an offset that has been read. */
    positionAt(offset: number): Position;
    /** What stands between two offsets, while it is at hand: always in the token that is being told of. */
    slice(start: number, end: number): string | undefined;
  };
}

/** The text of one file, decoded, and what is needed to tell lines and columns from offsets. */
export interface SourceText extends PlacedSource {
  /** The decoded text without its byte order mark; offsets count its UTF-16 units. */
  readonly text: string;
  /** What kept the bytes from being decoded; `parseXml` reports it and makes no document. */
  readonly problems?: readonly Problem[];
}
