/** How much a problem weighs: an error keeps an encoding from being published, a warning and an info do not. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a source, as a person counts: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  /** Path of the file as it is shown, relative to the working directory, with `/` between its parts. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A second place that a problem speaks of, with what it has to do with it. */
export interface RelatedPlace extends Place {
  readonly message: string;
}

/** A replacement in the file of a problem. Lines and columns are counted as in a place; the end is exclusive. */
export interface Fix {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** What is to stand there, as the file would have it: markup and references are written out. */
  readonly text: string;
}

/**
 * Something that is wrong, or doubtful, in a source, a schema or a stylesheet.
 * Plain data: it is what `--format json` prints.
 */
export interface Problem extends Place {
  /** Line of the end of the place, exclusive. */
  readonly endLine: number;
  /** Column just after the end of the place. */
  readonly endColumn: number;
  readonly severity: Severity;
  /** `room/kind`, for instance `relaxng/unknown-element`. */
  readonly code: string;
  /** What is wrong and why, in one sentence that names the thing. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
  /** The schema that was broken, where one was. */
  readonly schema?: string;
  /** An XPath that leads to the node. */
  readonly xpath?: string;
  readonly related?: readonly RelatedPlace[];
  /** The one replacement that certainly mends it and changes nothing else, where there is one. */
  readonly fix?: Fix;
}

/** Sorts problems by file, then position, then code and message, so that equal input gives equal output. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Compares by UTF-16 unit, which no locale changes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
