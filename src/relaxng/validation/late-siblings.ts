import type { XmlElement } from '../../xml/index.js';
import { type Sibling, siblingOf } from './children-met.js';
import {
  type MissingBefore,
  type Mistake,
  type NumberedElement,
  numbered,
  type OpenElement,
} from './mistake.js';

/** So many children of one element are kept waiting for those that they should follow. */
const kept = 8;

/** A child before which others are missing, as long as they may still come after it. */
interface Early {
  readonly placed: NumberedElement;
  readonly missing: MissingBefore;
  /** The siblings that came after all, each at the place of its name. */
  readonly found: (Sibling | undefined)[];
  /** What is wrong with those, if not all of them come. */
  readonly refused: Mistake[];
}

/**
 * The children of an element that stand where others are missing. When the others come after all, the child stands too
 * early and they are excused; when the element ends without them, they are missing.
 */
export class LateSiblings {
  #early: Early[] = [];

  constructor(
    readonly parent: OpenElement,
    readonly report: (mistake: Mistake) => void,
  ) {}

  /** A child before which others are missing. */
  await(placed: NumberedElement, missing: MissingBefore): void {
    if (missing.names.length === 0) {
      this.report({ ...numbered(placed), kind: 'missing-before', parent: this.parent, missing });
      return;
    }
    const first = this.#early.length < kept ? undefined : this.#early.shift();
    if (first !== undefined) this.#settle(first);
    const found = missing.names.map(() => undefined);
    this.#early.push({ placed: numbered(placed), missing, found, refused: [] });
  }

  /**
   * A child comes, which others may have waited for.
   * @returns what to do with a mistake that it may be: `undefined` where nobody waited for it
   */
  meet(element: XmlElement): ((mistake: Mistake) => void) | undefined {
    let excuse: ((mistake: Mistake) => void) | undefined;
    let left = 0;
    const { name } = element;
    for (const early of this.#early) {
      let here = false;
      for (const [index, { ns, local }] of early.missing.names.entries()) {
        if (early.found[index] !== undefined) continue;
        if (local !== name.local || ns !== name.namespace) continue;
        early.found[index] = siblingOf(element);
        here = true;
      }
      const late = early.found.filter((one) => one !== undefined);
      const complete = late.length === early.found.length;
      if (complete) {
        this.report({ ...early.placed, kind: 'too-early', parent: this.parent, late });
        excuse = () => {};
      } else {
        this.#early[left++] = early;
        if (here) excuse ??= (mistake) => early.refused.push(mistake);
      }
    }
    this.#early.length = left;
    return excuse;
  }

  /** The element ends. */
  end(): void {
    for (const early of this.#early) this.#settle(early);
  }

  #settle({ placed, missing, refused }: Early): void {
    this.report({ ...placed, kind: 'missing-before', parent: this.parent, missing });
    for (const mistake of refused) this.report(mistake);
  }
}
