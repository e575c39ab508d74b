import type { Problem } from '../problems/index.js';
import { tellEvents } from '../relaxng/index.js';
import type { ResolveAddress, SchemaFile, XmlDocument } from '../xml/index.js';
import { DtdJudge } from './dtd-judge.js';
import { type DoctypeOf, type LoadedDtd, loadDtd } from './load-dtd.js';

export interface DtdOptions {
  /** The DOCTYPE whose DTD it is: its internal subset counts too, and the root has the name that it gives. */
  readonly of?: DoctypeOf | undefined;
  /** Gives the path of a copy of what has an `http` or `https` address. */
  readonly resolve?: ResolveAddress | undefined;
}

/**
 * Validates a document by the DTD of its DOCTYPE, or by another.
 *
 * @param file the external subset of the DOCTYPE, or the document itself where that has none; or any other DTD
 * @returns its problems in its order; none when it is valid
 * @throws Failure when the DTD is not correct, with its own problems
 */
export function validateByDtd(
  document: XmlDocument,
  file: SchemaFile,
  { of, resolve }: DtdOptions = {},
): Problem[] {
  return problemsByDtd(document, loadDtd(file, of, resolve));
}

/** What is wrong with a document by a DTD, in the order of the document. */
export function problemsByDtd(document: XmlDocument, dtd: LoadedDtd): Problem[] {
  const judge = new DtdJudge(document.source, dtd);
  tellEvents(document, judge);
  return judge.problems;
}
