import type { NameClass } from './name-class.js';
import { listedNames } from './name-class.js';
import type { AttributePattern, ElementPattern, Pattern } from './pattern.js';
import { Contains } from './pattern.js';
import type { State } from './state.js';

/** A name that may come, and the pattern that lets it. */
export interface ExpectedName<Part> {
  readonly ns: string;
  readonly local: string;
  readonly part: Part;
}

/** What may come next in a state. */
export interface Expected<Part> {
  readonly names: readonly ExpectedName<Part>[];
  /** The classes of names that are left open. */
  readonly open: readonly NameClass[];
}

/** The elements that may come next in a state, in the order of the schema. */
export const expectedElements = remembered((state: State) =>
  gather(patternsOf(state), firstElements),
);

/** Keeps the answers to a question: the same mistakes come again and again. */
function remembered<Asked extends object, Answer>(
  ask: (about: Asked) => Answer,
): (about: Asked) => Answer {
  const known = new WeakMap<Asked, Answer>();
  return (about) => {
    let answer = known.get(about);
    if (answer === undefined) {
      answer = ask(about);
      known.set(about, answer);
    }
    return answer;
  };
}

/** All elements that a pattern may hold, whatever comes before them. */
export const elementsWithin = remembered((pattern: Pattern): Expected<ElementPattern> => {
  const every = (inner: Pattern, met: (part: ElementPattern) => void): void => {
    if ((inner.contains & Contains.elements) === 0) return;
    switch (inner.kind) {
      case 'element':
        met(inner);
        break;
      case 'choice':
        for (const choice of inner.choices) every(choice, met);
        break;
      case 'oneOrMore':
        every(inner.content, met);
        break;
      case 'group':
      case 'interleave':
        every(inner.left, met);
        every(inner.right, met);
    }
  };
  return gather([pattern], every);
});

/** The elements without which nothing goes on in a state: of every way to go on, one of them comes first. */
export const requiredElements = remembered((state: State) =>
  gather<ElementPattern>(patternsOf(state), (pattern, met) => {
    if (!pattern.nullable) firstRequired(pattern, met);
  }),
);

/** The attributes that may be given in a state. */
export const expectedAttributes = remembered((state: State) =>
  gather(patternsOf(state), attributesIn),
);

/** The attributes without which a start tag is not complete in a state; of a choice, all. */
export const requiredAttributes = remembered((state: State) =>
  gather(patternsOf(state), requiredIn),
);

function patternsOf(state: State): Pattern[] {
  return state.alternatives.map(({ pattern }) => pattern);
}

function gather<Part extends ElementPattern | AttributePattern>(
  patterns: readonly Pattern[],
  find: (pattern: Pattern, met: (part: Part) => void) => void,
): Expected<Part> {
  const names = new Map<string, ExpectedName<Part>>();
  const open: NameClass[] = [];
  for (const pattern of patterns) {
    find(pattern, (part) => {
      let listed = false;
      for (const { ns, local } of listedNames(part.nameClass)) {
        listed = true;
        const key = `{${ns}}${local}`;
        if (!names.has(key)) names.set(key, { ns, local, part });
      }
      if (!listed) open.push(part.nameClass);
    });
  }
  return { names: [...names.values()], open };
}

function firstElements(pattern: Pattern, met: (part: ElementPattern) => void): void {
  if ((pattern.contains & Contains.elements) === 0) return;
  switch (pattern.kind) {
    case 'element':
      met(pattern);
      break;
    case 'choice':
      for (const choice of pattern.choices) firstElements(choice, met);
      break;
    case 'oneOrMore':
      firstElements(pattern.content, met);
      break;
    case 'group':
      firstElements(pattern.left, met);
      if (pattern.left.nullable) firstElements(pattern.right, met);
      break;
    case 'interleave':
      firstElements(pattern.left, met);
      firstElements(pattern.right, met);
  }
}

function firstRequired(pattern: Pattern, met: (part: ElementPattern) => void): void {
  switch (pattern.kind) {
    case 'element':
      met(pattern);
      break;
    case 'choice':
      for (const choice of pattern.choices) firstRequired(choice, met);
      break;
    case 'oneOrMore':
      firstRequired(pattern.content, met);
      break;
    case 'group':
      if (!pattern.left.nullable) firstRequired(pattern.left, met);
      else firstRequired(pattern.right, met);
      break;
    case 'interleave':
      if (!pattern.left.nullable) firstRequired(pattern.left, met);
      if (!pattern.right.nullable) firstRequired(pattern.right, met);
  }
}

function attributesIn(pattern: Pattern, met: (part: AttributePattern) => void): void {
  if ((pattern.contains & Contains.attributes) === 0) return;
  switch (pattern.kind) {
    case 'attribute':
      met(pattern);
      break;
    case 'choice':
      for (const choice of pattern.choices) attributesIn(choice, met);
      break;
    case 'oneOrMore':
      attributesIn(pattern.content, met);
      break;
    case 'group':
    case 'interleave':
      attributesIn(pattern.left, met);
      attributesIn(pattern.right, met);
  }
}

function requiredIn(pattern: Pattern, met: (part: AttributePattern) => void): void {
  if (pattern.bare) return;
  switch (pattern.kind) {
    case 'attribute':
      met(pattern);
      break;
    case 'choice':
      for (const choice of pattern.choices) requiredIn(choice, met);
      break;
    case 'oneOrMore':
      requiredIn(pattern.content, met);
      break;
    case 'group':
    case 'interleave':
      requiredIn(pattern.left, met);
      requiredIn(pattern.right, met);
  }
}
