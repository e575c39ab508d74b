import type { XmlElement } from '../xml/index.js';
import type { Inherited } from './schema-scope.js';

/** A `start` or `define` element. */
export interface Component {
  readonly element: XmlElement;
  readonly inherited: Inherited;
  readonly combine: string | undefined;
}

/** The `start` and `define` elements of a grammar, those of its `div`s and `include`s too. */
export class Components {
  readonly starts: Component[] = [];
  readonly definitions = new Map<string, Component[]>();

  define(name: string, component: Component): void {
    const known = this.definitions.get(name);
    if (known === undefined) this.definitions.set(name, [component]);
    else known.push(component);
  }

  add(other: Components): void {
    this.starts.push(...other.starts);
    for (const [name, components] of other.definitions) {
      for (const component of components) this.define(name, component);
    }
  }

  /** Section 4.17: of several, all but one say how they combine, and all that do say the same. */
  *contradictions(): Iterable<{ name: string | undefined } & Component & { problem: string }> {
    const all: [string | undefined, Component[]][] = [
      [undefined, this.starts],
      ...this.definitions,
    ];
    for (const [name, components] of all) {
      const silent = components.filter(({ combine }) => combine === undefined);
      const second = silent[1];
      if (second !== undefined)
        yield { name, ...second, problem: 'stands here again without saying how the two combine.' };
      const ways = new Set(
        components.map(({ combine }) => combine).filter((way) => way !== undefined),
      );
      const last = components.at(-1);
      if (ways.size > 1 && last !== undefined) {
        yield {
          name,
          ...last,
          problem: 'combines by choice in one place and by interleave in another.',
        };
      }
    }
  }
}
