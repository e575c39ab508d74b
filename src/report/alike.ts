import type { Problem } from '../problems/index.js';

/** A problem that is shown, and what is not shown because it says the same. */
export interface ShownProblem {
  readonly problem: Problem;
  /** Problems with the same message, elsewhere. */
  readonly same: readonly Problem[];
  /** Problems of the same kind, about other values, of which enough have been shown. */
  readonly sameKind: readonly Problem[];
}

/** So many different messages of one kind are shown: what is wrong with ten values is seldom better in the next. */
const mostOfOneKind = 10;

interface Kind {
  readonly messages: Map<string, Gathering>;
  last: Gathering | undefined;
}

interface Gathering {
  readonly problem: Problem;
  readonly same: Problem[];
  readonly sameKind: Problem[];
}

/**
 * Puts problems together that are alike. Of equal messages (with equal severity and code) the first is shown. Messages
 * that differ only in what they quote, or in numbers, are of one kind: the first ten are shown.
 *
 * @param problems sorted, as they are to be shown
 */
export function gatherAlike(problems: readonly Problem[]): readonly ShownProblem[] {
  const shown: Gathering[] = [];
  const kinds = new Map<string, Kind>();
  const kindOf = memoKinds();
  for (const problem of problems) {
    const name = kindOf(problem);
    let kind = kinds.get(name);
    if (kind === undefined) {
      kind = { messages: new Map(), last: undefined };
      kinds.set(name, kind);
    }
    const before = kind.messages.get(problem.message);
    if (before !== undefined) before.same.push(problem);
    else if (kind.messages.size >= mostOfOneKind) kind.last?.sameKind.push(problem);
    else {
      kind.last = { problem, same: [], sameKind: [] };
      kind.messages.set(problem.message, kind.last);
      shown.push(kind.last);
    }
  }
  return shown;
}

/** The name of a problem's kind: its severity, its code, and its message without what varies. */
function memoKinds(): (problem: Problem) => string {
  const kinds = new Map<string, string>();
  return ({ severity, code, message }) => {
    let kind = kinds.get(message);
    if (kind === undefined) {
      kind = message.replace(/"[^"]*"|[0-9]+/g, '…');
      kinds.set(message, kind);
    }
    return `${severity} ${code} ${kind}`;
  };
}
