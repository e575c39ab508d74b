import type { Problem, RelatedPlace } from '../problems/index.js';
import { xmlLimits } from './limits.js';
import { type ProblemText, problemAt, relatedPlace } from './position.js';
import type { PlacedSource } from './source-text.js';
import type { Span } from './tree.js';

/** Thrown after a complaint beyond which nothing certain can be said; caught where the parse began. */
export class CannotGoOn extends Error {}

/** What a parse has found wrong so far. */
export class Complaints {
  readonly problems: Problem[] = [];

  /** Where in another file the reading is, while the text of an external entity is read. */
  within: (() => { readonly source: PlacedSource; readonly offset: number }) | undefined;

  constructor(readonly source: PlacedSource) {}

  /** Something that is wrong, after which the parse goes on. */
  report(span: Span, about: ProblemText): Problem {
    const problem = problemAt(this.source, span, this.#told(about));
    if (this.problems.length >= xmlLimits.problems) {
      this.problems.push({
        ...problem,
        code: 'xml/limit',
        message: `More than ${xmlLimits.problems.toLocaleString('en')} mistakes: what follows is not told.`,
        help: 'Correct the first of them; most often one mistake is repeated throughout.',
      });
      throw new CannotGoOn();
    }
    this.problems.push(problem);
    return problem;
  }

  /** The same with the place in another file, where it is there. */
  #told(about: ProblemText): ProblemText {
    if (this.within === undefined) return about;
    const { source, offset } = this.within();
    const place = relatedPlace(source, { start: offset, end: offset }, 'It is in this file.');
    return { ...about, related: [...(about.related ?? []), place] };
  }

  /** Something after which the rest of the text cannot be told apart. */
  stop(
    span: Span,
    message: string,
    more: { code?: string; help?: string; related?: RelatedPlace[] } = {},
  ): never {
    this.report(span, { code: 'xml/not-well-formed', message, ...more });
    throw new CannotGoOn();
  }

  /** Takes back what was said since there were so many problems. */
  takeBack(count: number): void {
    this.problems.length = count;
  }

  /** What was said, in the order of the places. */
  inOrder(): readonly Problem[] {
    return this.problems.sort((a, b) => a.line - b.line || a.column - b.column);
  }

  place(span: Span, message: string): RelatedPlace {
    return relatedPlace(this.source, span, message);
  }
}
