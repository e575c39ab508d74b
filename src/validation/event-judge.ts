import { DtdJudge } from '../dtd/index.js';
import { compareProblems } from '../problems/index.js';
import { isFragment } from '../project/index.js';
import { Judge } from '../relaxng/index.js';
import {
  type PlacedSource,
  XINCLUDE_NAMESPACE,
  type XmlElement,
  type XmlEvents,
  type XmlProcessingInstruction,
  type XmlText,
} from '../xml/index.js';
import { type ChosenSchemas, chooseSchemas, type JudgeContext } from './choose-schemas.js';
import { type Judged, judgedBy } from './judged.js';
import type { JudgingMeans } from './judging-means.js';

/** Thrown where the events of a document do not tell all of it: its tree does. */
export class NeedsTree extends Error {}

/** Thrown where what is read of a stream is not at hand any more, and is needed: the text as a whole has it. */
export class NeedsText extends Error {}

/** Judges a document as its events come, by the schemas that its prolog names; its memory grows with the depth alone. */
export class EventJudge implements XmlEvents {
  readonly #path: string;
  readonly #context: JudgeContext;
  readonly #means: JudgingMeans;
  readonly #instructions: XmlProcessingInstruction[] = [];
  #source: PlacedSource | undefined;
  #chosen: ChosenSchemas | undefined;
  #judges: readonly (Judge | DtdJudge)[] = [];
  #isFragment = false;

  constructor(path: string, context: JudgeContext, means: JudgingMeans) {
    this.#path = path;
    this.#context = context;
    this.#means = means;
  }

  /** Begins with a source: the events that come are of it. */
  begin(source: PlacedSource): XmlEvents {
    this.#source = source;
    return this;
  }

  /**
   * What has been found, when all events have come.
   *
   * @param included absolute paths of the other files that were read with it
   */
  judged(included: readonly string[]): Judged {
    const chosen = this.#chosen;
    if (chosen === undefined) throw new Error('There was no root.');
    const found = this.#judges.flatMap((judge) => judge.problems);
    const problems = [...chosen.problems, ...found].sort(compareProblems);
    return judgedBy(chosen, this.#path, { problems, isFragment: this.#isFragment, included });
  }

  /** @throws NeedsTree at an XInclude, and where rules in Schematron apply */
  startElement(element: XmlElement): void {
    if (this.#chosen === undefined) {
      this.#choose(element);
      this.#isFragment = isFragment(element);
    }
    if (element.name.namespace === XINCLUDE_NAMESPACE) throw new NeedsTree();
    for (const judge of this.#judges) judge.startElement(element);
  }

  endElement(element: XmlElement): void {
    for (const judge of this.#judges) judge.endElement(element);
  }

  text(text: XmlText): void {
    for (const judge of this.#judges) judge.text(text);
  }

  processingInstruction(instruction: XmlProcessingInstruction): void {
    if (this.#chosen === undefined) this.#instructions.push(instruction);
  }

  /**
   * The prolog is over: chooses the schemas.
   *
   * @throws NeedsText when the prolog is so long that its beginning has been let go of
   */
  #choose({ parent }: XmlElement): void {
    const source = this.#source;
    if (source === undefined) throw new Error('The judging was not begun.');
    const doctype = parent.kind === 'document' ? parent.doctype : undefined;
    const named = doctype === undefined ? [] : [doctype.span];
    for (const { start, end } of [...named, ...this.#instructions]) {
      if (source.reading !== undefined && source.reading.slice(start, end) === undefined)
        throw new NeedsText();
    }
    const prolog = { source, path: this.#path, instructions: this.#instructions, doctype };
    const chosen = chooseSchemas(prolog, this.#context);
    const { schemas, dtds, schematrons, strings } = this.#means;
    if (chosen.rules.some((schema) => schematrons?.rulesOf(schema) !== undefined))
      throw new NeedsTree();
    this.#chosen = { ...chosen, problems: chosen.problems.map(strings.problem) };
    this.#judges = chosen.here.map((schema) =>
      schema.language === 'dtd'
        ? new DtdJudge(source, dtds.of(schema, prolog), strings.problem)
        : new Judge(source, schemas.of(schema), schema.file, undefined, strings.problem),
    );
  }
}
