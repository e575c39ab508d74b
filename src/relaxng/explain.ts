import type { Problem } from '../problems/index.js';
import type { XmlDocument, XmlElement } from '../xml/index.js';
import { explainAttributes } from './explain-attributes.js';
import { explainContent } from './explain-content.js';
import { explainRoot } from './explain-misplaced.js';
import { type ExplainingSchema, Explanation } from './explanation.js';
import type { Pattern } from './patterns.js';

/** An element to look at, and the content that the schema wants of it. */
export interface Task {
  readonly element: XmlElement;
  readonly content: Pattern;
  /** What the schema says of such an element at this place. */
  readonly gloss?: string | undefined;
  /** Set where the name is not in the schema, and the content that of the element that was probably meant. */
  readonly guessed?: boolean;
}

/** What is wrong with a document that an engine has found invalid, and the elements that this concerns. */
export interface Explained {
  readonly problems: readonly Problem[];
  readonly concerned: ReadonlySet<XmlElement>;
}

/**
 * Finds what is wrong with a document by the patterns of its schema: one problem for each mistake, and each element
 * judged by itself, so that one mistake does not hide another.
 */
export function explain(document: XmlDocument, schema: ExplainingSchema): Explained {
  const explanation = new Explanation(document, schema);
  const tasks: Task[] = [];
  const root = explainRoot(explanation);
  if (root !== undefined) tasks.push(root);
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const content =
      task.guessed === true
        ? schema.derivatives.withoutAttributes(task.content, true)
        : explainAttributes(explanation, task);
    tasks.push(...explainContent(explanation, { ...task, content }));
  }
  return explanation;
}
