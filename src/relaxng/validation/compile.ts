import type { SimpleElement, SimplePattern } from '../grammar/index.js';
import { type ElementPattern, type Pattern, PatternPool } from '../pattern/index.js';

/** A schema as interned patterns. */
export interface CompiledSchema {
  readonly pool: PatternPool;
  readonly start: Pattern;
  /** The pattern of an element of the simple form. */
  readonly element: (simple: SimpleElement) => ElementPattern;
}

/** Makes interned patterns of the simple form; what an element holds is made when the element is first met. */
export function compile(start: SimplePattern): CompiledSchema {
  const pool = new PatternPool();
  const made = new Map<SimplePattern, Pattern>();
  const elements = new Map<SimpleElement, ElementPattern>();

  const element = (simple: SimpleElement): ElementPattern => {
    let pattern = elements.get(simple);
    if (pattern === undefined) {
      let content: Pattern | undefined;
      pattern = pool.element(
        simple.nameClass,
        () => {
          content ??= of(simple.content);
          return content;
        },
        simple.documentation,
      );
      elements.set(simple, pattern);
    }
    return pattern;
  };

  const of = (simple: SimplePattern): Pattern => {
    let pattern = made.get(simple);
    if (pattern === undefined) {
      pattern = make(simple);
      made.set(simple, pattern);
    }
    return pattern;
  };

  const make = (simple: SimplePattern): Pattern => {
    switch (simple.kind) {
      case 'empty':
      case 'text':
      case 'notAllowed':
        return pool[simple.kind];
      case 'choice':
        return pool.choice(simple.children.map(of));
      case 'group':
      case 'interleave':
        return pool.balanced(simple.kind, simple.children.map(of));
      case 'oneOrMore':
      case 'list':
        return pool[simple.kind](of(simple.content));
      case 'attribute':
        return pool.attribute(simple.nameClass, of(simple.content), simple.documentation);
      case 'element':
        return element(simple);
      case 'data':
        return pool.data(simple.datatype, simple.except && of(simple.except));
      case 'value':
        return pool.value(simple.datatype, simple.key, simple.lexical, simple.documentation);
    }
  };

  return { pool, start: of(start), element };
}
