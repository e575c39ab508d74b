import { compareProblems, type Problem } from '../problems/index.js';
import {
  flatProblem,
  type PlacedSource,
  type XmlDocument,
  type XmlElement,
  type XmlEvents,
  type XmlText,
} from '../xml/index.js';
import type { RelaxNgEngine } from './engine.js';
import { loadSchema } from './load-schema.js';
import {
  problemOf,
  type Schema,
  Soundness,
  Telling,
  tellEvents,
  Validation,
} from './validation/index.js';

/**
 * Our own engine: derivatives of interned patterns, all of which are kept, so that each document makes it faster.
 * It reads schemas in the XML and in the compact syntax (`.rnc`).
 */
export const derivativeEngine: RelaxNgEngine = {
  name: 'imprimatur',
  async *judge(documents, file, options) {
    const schema = loadSchema(file, options);
    for (const document of documents) yield problemsIn(document, schema, file.file);
  },
};

/** What is wrong with a document by a schema, in the order of the document. */
export function problemsIn(document: XmlDocument, schema: Schema, schemaFile: string): Problem[] {
  const judge = new Judge(document.source, schema, schemaFile);
  tellEvents(document, judge);
  return judge.problems;
}

/** Judges a document by a schema as its events come; what is wrong with it is told in `problems`. */
export class Judge implements XmlEvents {
  readonly #validation: Validation;
  readonly #telling: Telling;
  readonly #soundness: Soundness;
  #problems: Problem[] = [];
  #sorted = true;
  #last: XmlElement | undefined;

  /**
   * @param schemaFile the schema as it is shown to a person
   * @param found is told of each problem and the element that it is about, as they are found
   * @param kept what is kept of a problem: by default the problem itself, copied where a stream is read
   */
  constructor(
    source: PlacedSource,
    schema: Schema,
    schemaFile: string,
    found?: (problem: Problem, element: XmlElement) => void,
    // What outlives the reading of a stream must not hold on to pieces of it.
    kept: (problem: Problem) => Problem = source.reading === undefined
      ? (problem) => problem
      : flatProblem,
  ) {
    this.#validation = new Validation(schema, (mistake) => {
      const problem = kept(problemOf(this.#telling, mistake));
      this.#problems.push(problem);
      found?.(problem, 'element' in mistake ? mistake.element : mistake.parent.element);
      // That something is missing before an element is sometimes certain only after others have been told of.
      this.#sorted &&= mistake.kind !== 'missing-before' && mistake.kind !== 'too-early';
    });
    this.#telling = new Telling(source, schema, schemaFile);
    this.#soundness = new Soundness(this.#telling, (problem) => {
      this.#problems.push(kept(problem));
      if (this.#last !== undefined) found?.(problem, this.#last);
      this.#sorted = false;
    });
  }

  /** What is wrong as far as the document has been read, in its order. */
  get problems(): Problem[] {
    if (!this.#sorted) this.#problems = this.#problems.sort(compareProblems);
    this.#sorted = true;
    return this.#problems;
  }

  startElement(element: XmlElement): void {
    this.#last = element;
    this.#validation.startElement(element);
    const { open } = this.#validation;
    if (open !== undefined) this.#soundness.startElement(open);
  }

  endElement(): void {
    this.#validation.endElement();
    if (this.#validation.open === undefined) this.#soundness.end();
  }

  text(text: XmlText): void {
    this.#validation.text(text);
  }
}
