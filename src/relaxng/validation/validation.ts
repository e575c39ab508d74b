import type { XmlAttribute, XmlDocument, XmlElement, XmlEvents, XmlText } from '../../xml/index.js';
import {
  Contains,
  expectedAttributes,
  expectedElements,
  type NumberedName,
  type Opening,
  type State,
} from '../pattern/index.js';
import { ElementContext } from './element-context.js';
import { belongsIn, forgottenAround, forgottenAroundText } from './forgotten.js';
import { LateSiblings } from './late-siblings.js';
import { Level } from './level.js';
import { missingBefore } from './missing.js';
import {
  type ExpandedName,
  expanded,
  type Mistake,
  numbered,
  type OpenElement,
} from './mistake.js';
import { nameKey, type Schema } from './schema.js';
import { tellEvents } from './tell-events.js';
import { likelyAttribute, likelyElement } from './vocabulary/index.js';

/** So many guesses are remembered, so that memory does not grow with the names of the document. */
const guessesKept = 5000;

/**
 * Validates one document as its events come: start tags, text, end tags. Memory grows with its depth alone.
 * After a mistake it goes on as if the likeliest repair had been made, so that one mistake is told once.
 */
export class Validation implements XmlEvents {
  readonly #context = new ElementContext();
  /** What names that the schema does not know were probably meant to be, by state and name. */
  readonly #guesses = new Map<string, ExpandedName | undefined>();
  readonly #root = new Level(undefined);
  #asked: { readonly element: XmlElement | undefined; readonly names: ReadonlySet<string> } = {
    element: undefined,
    names: new Set(),
  };
  #level: Level | undefined;

  constructor(
    readonly schema: Schema,
    readonly report: (mistake: Mistake) => void,
  ) {}

  /** The innermost open element. */
  get open(): OpenElement | undefined {
    return this.#level;
  }

  startElement(element: XmlElement): void {
    const parent = this.#level;
    const level = parent === undefined ? this.#root : parent.inner;
    const name = this.schema.machine.names.of(element.name);
    level.begin(element);
    if (parent !== undefined) {
      parent.hasChildren = true;
      if (parent.value !== '') this.#textBeforeChild(parent);
      if (parent.refusedText !== undefined) this.#tellText(parent, parent.refusedText);
      parent.text.clear();
    }
    const before = parent?.state;
    this.#open(level, name);
    parent?.children.add(element, before);
    this.#level = level;
    const { opening } = level;
    if (opening === undefined) return;
    if (level.guessed) level.state = this.schema.machine.closedForgiving(opening.content);
    else this.#attributes(level, opening.content);
  }

  /** Text may come in several pieces. */
  text(text: XmlText): void {
    const level = this.#level;
    if (level?.state === undefined) return;
    const filled = level.text.add(text);
    if (!level.hasChildren && (level.state.contains & Contains.strings) !== 0) {
      level.value += text.value;
      if (filled) level.text.collect();
    } else if (filled) this.#textAmongElements(level, level.state);
  }

  endElement(): void {
    const level = this.#level;
    if (level === undefined) return;
    const { state, opening, parent } = level;
    if (level.refusedText !== undefined) this.#tellText(level, level.refusedText);
    level.late?.end();
    this.#level = parent;
    if (state === undefined || opening === undefined) return;
    const accepted = this.#end(level, state, opening);
    if (parent !== undefined && level.leadsOn)
      parent.state = this.schema.machine.after(opening, accepted);
  }

  #end(level: Level, state: State, opening: Opening): readonly number[] {
    const { machine } = this.schema;
    if (!level.hasChildren) {
      if (level.textRefused) return every(opening);
      if ((state.contains & Contains.strings) !== 0) return this.#endValue(level, state, opening);
    }
    const accepted = machine.accepted(state);
    if (accepted.length > 0) return accepted;
    if (!level.disturbed && !level.refused)
      this.report({ kind: 'incomplete', parent: level, state });
    return every(opening);
  }

  /** The end of an element without child elements: its text is one string (6.2.7). */
  #endValue(level: Level, state: State, opening: Opening): readonly number[] {
    const {
      value: text,
      text: { span },
    } = level;
    this.#context.element = level.element;
    const accepted = this.schema.machine.acceptedString(state, text, this.#context);
    if (accepted.length > 0) return accepted;
    this.report({ kind: 'element-value', parent: level, text, span, state });
    return every(opening);
  }

  /** An element that may be a value has a child after all; white space before it means nothing. */
  #textBeforeChild(level: Level): void {
    level.value = '';
    if (level.text.filled && level.state !== undefined) this.#textAmongElements(level, level.state);
  }

  #textAmongElements(level: Level, state: State): void {
    const after = this.schema.machine.afterText(state);
    if (after !== undefined) {
      level.state = after;
      level.forgotten = undefined;
      return;
    }
    level.textRefused = true;
    // Where a value is wanted and no element may stand, it is the child beside the text that is wrong.
    if (
      level.hasChildren &&
      (state.contains & (Contains.strings | Contains.elements)) === Contains.strings
    )
      return;
    if (level.forgotten?.holdsText) return;
    level.refusedText = state;
    level.text.collect();
  }

  #tellText(level: Level, state: State): void {
    level.refusedText = undefined;
    const { span, text } = level.text;
    if (span === undefined) return;
    this.report({ kind: 'text', parent: level, state, text, span });
    level.forgotten = forgottenAroundText(this.schema, level, state);
  }

  #attributes(level: Level, start: State): void {
    const { machine } = this.schema;
    let state = start;
    for (const attribute of level.element.attributes) {
      const after = this.#attribute(level, attribute, state, start);
      if (after !== undefined) state = after;
    }
    const closed = machine.closed(state);
    if (closed !== undefined) {
      level.state = closed;
      return;
    }
    level.state = machine.closedForgiving(state);
    if (!level.refused) this.report({ kind: 'missing-attributes', parent: level, state });
    if (level.state.alternatives.length === 0) level.refused = true;
  }

  /** The state after an attribute; `undefined` when it is not to be counted. */
  #attribute(level: Level, attribute: XmlAttribute, state: State, start: State): State | undefined {
    const { machine } = this.schema;
    const opening = machine.attribute(state, machine.names.of(attribute.name));
    this.#context.element = level.element;
    if (opening !== undefined) {
      const after = machine.afterAttribute(opening, attribute, this.#context);
      if (after !== undefined) return after;
    }
    return this.#wrongAttribute(level, attribute, state, start);
  }

  #wrongAttribute(
    level: Level,
    attribute: XmlAttribute,
    state: State,
    start: State,
  ): State | undefined {
    const { machine } = this.schema;
    const name = machine.names.of(attribute.name);
    const atFirst = machine.attribute(start, name);
    if (atFirst === undefined) {
      if (attribute.isFixup) return undefined;
      const meant = this.#meantAttribute(level.element, attribute, state);
      this.report({ kind: 'unknown-attribute', parent: level, attribute, start, meant });
      return meant && this.#forgive(state, machine.names.get(meant.ns, meant.local));
    }
    if (machine.afterAttribute(atFirst, attribute, this.#context) === undefined)
      this.report({ kind: 'attribute-value', parent: level, attribute, opening: atFirst });
    else {
      const rival = this.#rival(level.element, attribute, start);
      this.report({ kind: 'attribute-conflict', parent: level, attribute, rival });
    }
    return this.#forgive(state, name);
  }

  /** The state after an attribute, whatever its value. */
  #forgive(state: State, name: NumberedName): State | undefined {
    const opening = this.schema.machine.attribute(state, name);
    return (
      opening &&
      this.schema.machine.join(
        opening.joined,
        opening.values.map((value) => value.after),
      )
    );
  }

  /** The attribute that an unknown one was probably meant to be; not one that the element has beside it. */
  #meantAttribute(
    element: XmlElement,
    { name }: XmlAttribute,
    state: State,
  ): ExpandedName | undefined {
    const own = this.#attributesOf(element);
    const free = expectedAttributes(state).names.filter(
      ({ ns, local }) => !own.has(nameKey(ns, local)),
    );
    return likelyAttribute(element.name.local, { ns: name.namespace, local: name.local }, free);
  }

  /** The names of an element's attributes, by which it is asked for each that is unknown. */
  #attributesOf(element: XmlElement): ReadonlySet<string> {
    if (this.#asked.element !== element) {
      const names = element.attributes.map(({ name }) => nameKey(name.namespace, name.local));
      this.#asked = { element, names: new Set(names) };
    }
    return this.#asked.names;
  }

  /** The attribute without which another would be right. */
  #rival(element: XmlElement, attribute: XmlAttribute, start: State): XmlAttribute | undefined {
    const { machine } = this.schema;
    const others = element.attributes.slice(0, element.attributes.indexOf(attribute));
    return others.find((left) => {
      let state: State | undefined = start;
      for (const one of [...others, attribute]) {
        if (one === left || state === undefined) continue;
        const opening = machine.attribute(state, machine.names.of(one.name));
        state = opening && machine.afterAttribute(opening, one, this.#context);
      }
      return state !== undefined;
    });
  }

  /** Finds what an element is taken for. */
  #open(level: Level, name: NumberedName): void {
    const { machine } = this.schema;
    const { element, parent } = level;
    const waited = parent?.late?.meet(element);
    const state = parent === undefined ? machine.start : parent.state;
    // Inside an element of which nothing is known, what the schema knows is checked in itself.
    if (state === undefined) {
      this.#passOver(level, name);
      return;
    }
    const opening = machine.opening(state, name);
    if (opening === undefined) this.#repair(level, state, name, waited);
    else {
      if (parent?.forgotten !== undefined) parent.forgotten = undefined;
      take(level, opening);
    }
  }

  /** An element that may not stand here: says why, and what it is taken for. */
  #repair(
    level: Level,
    state: State,
    name: NumberedName,
    waited: ((mistake: Mistake) => void) | undefined,
  ): void {
    const { machine } = this.schema;
    const { parent } = level;
    if (parent !== undefined && waited !== undefined) {
      waited(misplaced(level, state));
      this.#passOver(level, name);
      return;
    }
    const skipped = parent && machine.openingAfterMissing(state, name);
    if (parent !== undefined && skipped !== undefined) {
      if (!parent.disturbed) {
        parent.late ??= new LateSiblings(parent, this.report);
        const before = missingBefore(machine, expanded(parent.element), state, name);
        parent.late.await(level, before);
      }
      take(level, skipped);
    } else if (this.schema.openingOf(name) !== undefined) {
      this.#refuse(level, state, name);
      this.#passOver(level, name);
    } else this.#unknown(level, state, name);
  }

  /** An element that the schema knows and does not allow here: told, unless it comes of what has been told. */
  #refuse(level: Level, state: State, name: NumberedName): void {
    const { schema } = this;
    const { parent } = level;
    level.refused = true;
    if (parent === undefined) {
      this.report(misplaced(level, state));
      return;
    }
    parent.disturbed = true;
    if (parent.forgotten !== undefined && belongsIn(schema, parent.forgotten, name)) return;
    // What would be right but for the element around it, which was refused itself, is right.
    const outside = parent.refused ? parent.parent?.state : undefined;
    if (outside !== undefined && schema.machine.opening(outside, name) !== undefined) return;
    this.report(misplaced(level, state));
    parent.forgotten = forgottenAround(schema, parent, state, name);
  }

  /** An element that the schema does not know is taken for the one that was probably meant. */
  #unknown(level: Level, state: State, name: NumberedName): void {
    const { machine } = this.schema;
    const { element, parent } = level;
    const { namespace, local } = element.name;
    const meant = this.#meant(state, expanded(element));
    const right = meant !== undefined && meant.local === local;
    if (!right) this.report({ ...numbered(level), kind: 'unknown-element', parent, state, meant });
    else if (parent === undefined || parent.element.name.namespace !== namespace)
      this.report({ ...numbered(level), kind: 'wrong-namespace', parent, meant });
    if (meant !== undefined) {
      const opening = machine.opening(state, machine.names.get(meant.ns, meant.local));
      if (opening !== undefined) {
        level.guessed = !right;
        take(level, opening);
        return;
      }
    }
    if (parent !== undefined) parent.disturbed = true;
    // A guess at what cannot stand here says too little of what is in it.
    this.#passOver(level, right ? machine.names.get(meant.ns, meant.local) : name);
  }

  #meant(state: State, name: ExpandedName): ExpandedName | undefined {
    const key = `${state.id} {${name.ns}}${name.local}`;
    let meant = this.#guesses.get(key);
    if (meant === undefined && !this.#guesses.has(key)) {
      meant = likelyElement(name, expectedElements(state).names, this.schema.index.names);
      if (this.#guesses.size >= guessesKept) this.#guesses.clear();
      this.#guesses.set(key, meant);
    }
    return meant;
  }

  /** An element that does not count for its parent, but is checked in itself if its name is known. */
  #passOver(level: Level, name: NumberedName): void {
    level.opening = this.schema.openingOf(name);
    level.state = level.opening?.content;
  }
}

/** The parent goes on from an element as from one that is right here. */
function take(level: Level, opening: Opening): void {
  level.opening = opening;
  level.state = opening.content;
  level.leadsOn = true;
}

function misplaced(level: Level, state: State): Mistake {
  const { parent, element } = level;
  const first = parent?.children.first(element.name);
  const { nth, nthOfAll } = level;
  return { kind: 'misplaced-element', element, nth, nthOfAll, parent, state, first };
}

function every(opening: Opening): readonly number[] {
  return opening.continuations.map((_, index) => index);
}

/** Validates a document as it stands in memory; mistakes hold only until the next. */
export function validateDocument(
  document: XmlDocument,
  schema: Schema,
  report: (mistake: Mistake) => void,
): void {
  tellEvents(document, new Validation(schema, report));
}
