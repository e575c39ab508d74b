import type { Problem, RelatedPlace } from '../problems/index.js';
import { type ProblemText, problemAt, relatedPlace } from './position.js';
import type { PlacedSource } from './source-text.js';
import type { Span } from './tree.js';

/** Thrown after a complaint beyond which nothing certain can be said; caught by `parseXml`. */
export class CannotGoOn extends Error {}

/** What a parse has found wrong so far. */
export class Complaints {
  readonly problems: Problem[] = [];

  constructor(readonly source: PlacedSource) {}

  /** Something that is wrong, after which the parse goes on. */
  report(span: Span, about: ProblemText): void {
    this.problems.push(problemAt(this.source, span, about));
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

  place(span: Span, message: string): RelatedPlace {
    return relatedPlace(this.source, span, message);
  }
}
