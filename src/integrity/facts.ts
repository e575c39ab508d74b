import type { Problem } from '../problems/index.js';
import type { PlacedSpan } from '../xml/index.js';
import type { Silence } from './silencing.js';

/** What bears an identifier. */
export interface IdentifierFact {
  /** The name of its element as written. */
  readonly element: string;
  /** Where the identifier stands, between its quotation marks. */
  readonly place: PlacedSpan;
}

/** A pointer that leads to another document or file, or to nothing in its own. */
export interface LinkFact {
  /** As written. */
  readonly text: string;
  /** The name of its attribute, as written. */
  readonly attribute: string;
  /** The name of its element, as written. */
  readonly element: string;
  /** The kinds of thing that it may lead to, where these are certain: see `wantedKinds`. */
  readonly kinds?: readonly string[];
  /** The path of the file that it leads to. */
  readonly path: string;
  readonly fragment?: string;
  /** The folder that relative pointers begin from where it stands (`xml:base` counts). */
  readonly folder: string;
  readonly place: PlacedSpan;
}

/** What is kept of a document when its tree is gone: plain data, which threads can send. */
export interface DocumentFacts {
  /** By which others point at it. */
  readonly path: string;
  /** As it is shown to a person. */
  readonly file: string;
  /** By identifier, in the order of the document; of several bearers of one the first. */
  readonly identifiers: ReadonlyMap<string, IdentifierFact>;
  readonly links: readonly LinkFact[];
  /** The identifiers of the document that its own pointers lead to, each once. */
  readonly pointedHere: readonly string[];
  /** What rules have kept, by their names. */
  readonly kept: Readonly<Record<string, readonly unknown[]>>;
  /** What rules found in the document by itself. */
  readonly problems: readonly Problem[];
  /** What is to be silenced in it. */
  readonly silences: readonly Silence[];
}
