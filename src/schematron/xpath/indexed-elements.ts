import { functionNamespace } from './functions.js';

// `//tei:author` asks a processor to walk through the whole document, `ancestor::tei:body` through all that is open. A view
// knows its elements by name, and each node its parent: steps that only ask for elements of a name become calls of our own
// functions, which have the same answer.

/**
 * An expression in which each step `//name` from the root, `ancestor::name`, `descendant::name` and `.//name` is a call
 * of such a function, where that means the same: not before a predicate that may count, since `//p[1]` is the first of
 * each parent, and `ancestor::p[1]` the innermost.
 */
export function withIndexedElements(
  expression: string,
  namespaceOf: (prefix: string) => string | undefined,
): string {
  if (!/\/\/|ancestor|descendant/.test(expression)) return expression;
  let result = '';
  let taken = 0;
  for (let at = 0; at < expression.length; ) {
    const end = tokenEnd(expression, at);
    const word = expression.slice(at, end);
    const kind = stepKinds[word];
    const step = kind && namedStep.exec(expression.slice(end));
    const [whole = '', prefix = '', local = ''] = step ?? [];
    const namespace = prefix === '' ? '' : namespaceOf(prefix);
    if (step && namespace !== undefined) {
      const before = expression.slice(0, at);
      const start = kind(before);
      if (start !== undefined) {
        const uri = namespace.replaceAll('"', '""');
        const name = `Q{${functionNamespace}}${start.ask}`;
        result += `${expression.slice(taken, start.from)}${name}(., "${uri}", "${local}")`;
        taken = end + whole.length;
        at = taken;
        continue;
      }
    }
    at = end;
  }
  return result + expression.slice(taken);
}

/** What a step asks for, and from which offset on it is written; `undefined` where it cannot be told. */
type StepKind = (
  before: string,
) => { readonly ask: ElementsFunction; readonly from: number } | undefined;

/** The functions that tell the elements of a name: of the whole document, around a node, in a node. */
export type ElementsFunction = 'elements' | 'ancestors' | 'descendants';

const stepKinds: Readonly<Record<string, StepKind | undefined>> = {
  '//': (before) => {
    if (/(?:^|[^.\p{L}\p{N}_$)\]'"*-])\.\s*$/u.test(before))
      return { ask: 'descendants', from: before.lastIndexOf('.') };
    return beginsPath(before) ? { ask: 'elements', from: before.length } : undefined;
  },
  'ancestor::': (before) => ({ ask: 'ancestors', from: before.length }),
  'descendant::': (before) => ({ ask: 'descendants', from: before.length }),
};

const token =
  /"[^"]*"|'[^']*'|\/\/|[\p{L}_][\p{L}\p{N}_.·-]*(?:::)?|\$\s*[\p{L}_][\p{L}\p{N}_.:·-]*/uy;

/** The end of the token that begins at an offset; of all that follows a comment, which may hold comments. */
function tokenEnd(expression: string, start: number): number {
  if (expression.startsWith('(:', start)) return expression.length;
  token.lastIndex = start;
  return token.test(expression) ? token.lastIndex : start + 1;
}

const ncName = '[\\p{L}_][\\p{L}\\p{N}_.·-]*';

/** The plainest predicates: an attribute is there, or has a value. */
const plainPredicate = `\\[\\s*@(?:${ncName}:)?${ncName}\\s*(?:=\\s*(?:'[^']*'|"[^"]*")\\s*)?\\]`;

/** A name test, and after it nothing that makes it another one, and none but the plainest predicates. */
const namedStep = new RegExp(
  `^\\s*(?:(${ncName}):)?(${ncName})(?![\\p{L}\\p{N}_.·-])(?=\\s*(?:${plainPredicate}\\s*)*(?:[^\\s[(:]|$))`,
  'u',
);

const operators =
  /(?:^|[\s)\]'"\d])(?:and|or|eq|ne|lt|le|gt|ge|is|div|mod|idiv|union|intersect|except|return|satisfies|then|else|to|in)\s*$/u;

/** Whether a path may begin after a text: after an operator, a bracket or nothing, so that it begins at the root. */
function beginsPath(before: string): boolean {
  const text = before.trimEnd();
  if (text === '' || /[(,=<>|+!{[]$/.test(text)) return true;
  if (!operators.test(text)) return false;
  // An operator stands after an operand: elsewhere the word is the name of an element.
  const operand = text.replace(/[a-z]+$/, '').trimEnd();
  return /[\p{L}\p{N}_.)\]'"*]$/u.test(operand) && !operators.test(operand);
}
