import { nearest } from '../../problems/index.js';
import type { Name, Span, XmlAttribute, XmlDocument, XmlElement } from '../../xml/index.js';
import { isBlank } from '../datatype-libraries/index.js';
import { Contains, expectedElements, type Opening, type State } from '../pattern/index.js';
import { ElementContext } from './element-context.js';
import type { Mistake, OpenElement } from './mistake.js';
import { nameKey, type Schema } from './schema.js';

/** An element that is open, as the validation goes on. */
interface Level extends OpenElement {
  readonly parent: Level | undefined;
  readonly before: XmlElement[];
  /** `undefined` inside an element of which nothing is known. */
  readonly opening: Opening | undefined;
  /** Whether the parent goes on from here; not where the element was passed over. */
  readonly leadsOn: boolean;
  /** What may come now; `undefined` inside an element of which nothing is known. */
  state: State | undefined;
  /** Text since the start tag or the last child, and where its first character that is no white space stands. */
  text: string;
  textSpan: Span | undefined;
  hasChildren: boolean;
  /** Something was passed over here, so that what is missing may be a consequence. */
  disturbed: boolean;
}

/**
 * Validates one document as its events come: start tags, text, end tags. Memory grows with its depth alone.
 * After a mistake it goes on as if the likeliest repair had been made, so that one mistake is told once.
 */
export class Validation {
  readonly #context = new ElementContext();
  #level: Level | undefined;

  constructor(
    readonly schema: Schema,
    readonly report: (mistake: Mistake) => void,
  ) {}

  startElement(element: XmlElement): void {
    const parent = this.#level;
    if (parent !== undefined) {
      if (parent.text !== '') this.#flushText(parent);
      parent.hasChildren = true;
    }
    const { opening, takenFor, leadsOn } = this.#open(element, parent);
    const level: Level = {
      element,
      parent,
      before: [],
      takenFor,
      opening,
      leadsOn,
      state: opening?.content,
      text: '',
      textSpan: undefined,
      hasChildren: false,
      disturbed: false,
    };
    parent?.before.push(element);
    this.#level = level;
    if (opening !== undefined) this.#attributes(level, opening.content);
  }

  text(text: string, span: Span): void {
    const level = this.#level;
    if (level === undefined) return;
    if (level.textSpan === undefined && !isBlank(text)) level.textSpan = span;
    level.text = level.text === '' ? text : level.text + text;
  }

  endElement(): void {
    const level = this.#level;
    if (level === undefined) return;
    this.#level = level.parent;
    const { state, opening, parent } = level;
    if (state === undefined || opening === undefined) return;
    const accepted = level.hasChildren
      ? this.#endMixed(level, opening)
      : this.#endString(level, state, opening);
    if (parent !== undefined && level.leadsOn)
      parent.state = this.schema.machine.after(opening, accepted);
  }

  #endMixed(level: Level, opening: Opening): readonly number[] {
    if (level.text !== '') this.#flushText(level);
    const state = level.state as State;
    const accepted = this.schema.machine.accepted(state);
    if (accepted.length > 0) return accepted;
    if (!level.disturbed) this.report({ kind: 'incomplete', parent: level, state, text: '' });
    return every(opening);
  }

  /** The end of an element without child elements: its text is one string (6.2.7). */
  #endString(level: Level, state: State, opening: Opening): readonly number[] {
    const { machine } = this.schema;
    const { text } = level;
    if ((state.contains & Contains.strings) === 0) {
      if (level.textSpan === undefined) {
        const accepted = machine.accepted(state);
        if (accepted.length > 0) return accepted;
        this.report({ kind: 'incomplete', parent: level, state, text });
        return every(opening);
      }
      const after = machine.afterText(state);
      const accepted = after === undefined ? [] : machine.accepted(after);
      if (accepted.length > 0) return accepted;
      if (after === undefined)
        this.report({ kind: 'text', parent: level, text, span: level.textSpan, state });
      else this.report({ kind: 'incomplete', parent: level, state: after, text });
      return every(opening);
    }
    this.#context.element = level.element;
    const accepted = machine.acceptedString(state, text, this.#context);
    if (accepted.length > 0) return accepted;
    const { element } = level;
    const span = level.textSpan ?? element.startTag;
    this.report({ kind: 'content-value', parent: level, text, span, state });
    return every(opening);
  }

  /** Text before a child or after one; white space there means nothing. */
  #flushText(level: Level): void {
    const { text, textSpan, state } = level;
    level.text = '';
    level.textSpan = undefined;
    if (textSpan === undefined || state === undefined) return;
    const after = this.schema.machine.afterText(state);
    if (after === undefined)
      this.report({ kind: 'text', parent: level, text, span: textSpan, state });
    else level.state = after;
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
    if (!level.disturbed) this.report({ kind: 'missing-attributes', parent: level, state });
    level.disturbed = false;
  }

  /** The state after an attribute; `undefined` when it is not to be counted. */
  #attribute(level: Level, attribute: XmlAttribute, state: State, start: State): State | undefined {
    const { machine } = this.schema;
    const opening = machine.attribute(state, machine.names.of(attribute.name));
    if (opening === undefined) {
      this.report({ kind: 'attribute', parent: level, attribute, state, start });
      return undefined;
    }
    this.#context.element = level.element;
    const after = machine.afterAttribute(opening, attribute.value, this.#context);
    if (after !== undefined) return after;
    this.report({ kind: 'attribute-value', parent: level, attribute, opening });
    return machine.join(
      opening.joined,
      opening.values.map((value) => value.after),
    );
  }

  /** What an element is taken for. */
  #open(element: XmlElement, parent: Level | undefined): Taken {
    const { machine } = this.schema;
    const name = machine.names.of(element.name);
    const state = parent === undefined ? machine.start : parent.state;
    if (state === undefined) return this.#passedOver(element.name);
    const opening = machine.opening(state, name);
    return opening === undefined
      ? this.#repair(element, parent, state, name)
      : { opening, takenFor: undefined, leadsOn: true };
  }

  #repair(element: XmlElement, parent: Level | undefined, state: State, name: number): Taken {
    const { machine } = this.schema;
    const skipped = machine.openingAfterMissing(state, name);
    if (skipped !== undefined) {
      if (!parent?.disturbed) this.report({ kind: 'missing-before', element, parent, state });
      return { opening: skipped, takenFor: undefined, leadsOn: true };
    }
    this.report({ kind: 'element', element, parent, state });
    const known = this.schema.index.elements.has(
      nameKey(element.name.namespace, element.name.local),
    );
    const meant = this.#meant(element.name, state, known);
    if (meant !== undefined) {
      const number = machine.names.number(meant.ns, meant.local);
      const opening = machine.opening(state, number);
      if (opening !== undefined) return { opening, takenFor: meant.local, leadsOn: true };
    }
    if (parent !== undefined) parent.disturbed = true;
    return this.#passedOver(element.name);
  }

  /** The element that may stand here and was most likely meant. */
  #meant(
    name: Name,
    state: State,
    known: boolean,
  ): { readonly ns: string; readonly local: string } | undefined {
    const expected = expectedElements(state).names;
    const same = expected.find((one) => one.local === name.local);
    if (same !== undefined || known) return same;
    const near = nearest(
      name.local,
      expected.map((one) => one.local),
    );
    return expected.find((one) => one.local === near);
  }

  /** An element that does not count for its parent, but is checked in itself if its name is known. */
  #passedOver(name: Name): Taken {
    const elements = this.schema.index.elements.get(nameKey(name.namespace, name.local));
    const opening = elements && this.schema.machine.openingOf(elements);
    return { opening, takenFor: undefined, leadsOn: false };
  }
}

/** What an element is taken for. */
interface Taken {
  readonly opening: Opening | undefined;
  readonly takenFor: string | undefined;
  readonly leadsOn: boolean;
}

function every(opening: Opening): readonly number[] {
  return opening.continuations.map((_, index) => index);
}

/** Validates a document as it stands in memory. */
export function validateDocument(
  document: XmlDocument,
  schema: Schema,
  report: (mistake: Mistake) => void,
): void {
  const validation = new Validation(schema, report);
  const open: { readonly children: XmlElement['children']; next: number }[] = [];
  validation.startElement(document.root);
  open.push({ children: document.root.children, next: 0 });
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.children[level.next++];
    if (node === undefined) {
      validation.endElement();
      open.pop();
    } else if (node.kind === 'element') {
      validation.startElement(node);
      open.push({ children: node.children, next: 0 });
    } else if (node.kind === 'text') validation.text(node.value, node);
  }
}
