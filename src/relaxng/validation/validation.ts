import { nearest } from '../../problems/index.js';
import type { Span, XmlAttribute, XmlDocument, XmlElement } from '../../xml/index.js';
import { isBlank } from '../datatype-libraries/index.js';
import {
  Contains,
  expectedAttributes,
  expectedElements,
  type Opening,
  type State,
} from '../pattern/index.js';
import { ElementContext } from './element-context.js';
import { likelyName } from './likely-name.js';
import { missingBefore } from './missing.js';
import type { ExpandedName, Mistake, OpenElement } from './mistake.js';
import { nameKey, type Schema } from './schema.js';

/** An element that is open, as the validation goes on. */
interface Level extends OpenElement {
  readonly parent: Level | undefined;
  readonly before: XmlElement[];
  /** `undefined` inside an element of which nothing is known. */
  readonly opening: Opening | undefined;
  readonly leadsOn: boolean;
  /** What may come now; `undefined` inside an element of which nothing is known. */
  state: State | undefined;
  /** Text since the start tag or the last child, and where its first character that is no white space stands. */
  text: string;
  textSpan: Span | undefined;
  hasChildren: boolean;
  /** Something was passed over here, so that what is missing may be a consequence. */
  disturbed: boolean;
  /** Children that come too late, which has been said where they were missed. */
  excused: Set<XmlElement> | undefined;
}

/**
 * Validates one document as its events come: start tags, text, end tags. Memory grows with its depth alone.
 * After a mistake it goes on as if the likeliest repair had been made, so that one mistake is told once.
 */
export class Validation {
  readonly #context = new ElementContext();
  /** What names that the schema does not know were probably meant to be, by state and name. */
  readonly #guesses = new Map<string, ExpandedName | undefined>();
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
    const { opening, leadsOn, guessed } = this.#open(element, parent);
    const level: Level = {
      element,
      parent,
      before: [],
      patterns: opening?.elements ?? [],
      opening,
      leadsOn,
      state: opening?.content,
      text: '',
      textSpan: undefined,
      hasChildren: false,
      disturbed: false,
      excused: undefined,
    };
    parent?.before.push(element);
    this.#level = level;
    if (opening === undefined) return;
    if (guessed) level.state = this.schema.machine.closedForgiving(opening.content);
    else this.#attributes(level, opening.content);
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
    if (!level.disturbed) this.report({ kind: 'incomplete', parent: level, state });
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
        this.report({ kind: 'incomplete', parent: level, state });
        return every(opening);
      }
      const after = machine.afterText(state);
      const accepted = after === undefined ? [] : machine.accepted(after);
      if (accepted.length > 0) return accepted;
      if (after === undefined)
        this.report({ kind: 'text', parent: level, state, text, span: level.textSpan });
      else this.report({ kind: 'incomplete', parent: level, state: after });
      return every(opening);
    }
    this.#context.element = level.element;
    const accepted = machine.acceptedString(state, text, this.#context);
    if (accepted.length > 0) return accepted;
    this.report({ kind: 'element-value', parent: level, text, span: level.textSpan, state });
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
      this.report({ kind: 'text', parent: level, state, text, span: textSpan });
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
    this.report({ kind: 'missing-attributes', parent: level, state });
  }

  /** The state after an attribute; `undefined` when it is not to be counted. */
  #attribute(level: Level, attribute: XmlAttribute, state: State, start: State): State | undefined {
    const { machine } = this.schema;
    const opening = machine.attribute(state, machine.names.of(attribute.name));
    this.#context.element = level.element;
    if (opening !== undefined) {
      const after = machine.afterAttribute(opening, attribute.value, this.#context);
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
      const meant = this.#meantAttribute(level.element, attribute, state);
      this.report({ kind: 'unknown-attribute', parent: level, attribute, start, meant });
      return meant && this.#forgive(state, machine.names.number(meant.ns, meant.local));
    }
    if (machine.afterAttribute(atFirst, attribute.value, this.#context) === undefined)
      this.report({ kind: 'attribute-value', parent: level, attribute, opening: atFirst });
    else {
      const rival = this.#rival(level.element, attribute, start);
      this.report({ kind: 'attribute-conflict', parent: level, attribute, rival });
    }
    return this.#forgive(state, name);
  }

  /** The state after an attribute, whatever its value. */
  #forgive(state: State, name: number): State | undefined {
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
    { name, qname }: XmlAttribute,
    state: State,
  ): ExpandedName | undefined {
    const free = expectedAttributes(state).names.filter(
      ({ ns, local }) =>
        !element.attributes.some((one) => one.name.local === local && one.name.namespace === ns),
    );
    const same = free.find(({ local }) => local === name.local);
    if (same !== undefined) return same;
    const near = nearest(
      qname,
      free.map(({ local }) => local),
    );
    return free.find(({ local }) => local === near);
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
        state = opening && machine.afterAttribute(opening, one.value, this.#context);
      }
      return state !== undefined;
    });
  }

  /** What an element is taken for. */
  #open(element: XmlElement, parent: Level | undefined): Taken {
    const { machine } = this.schema;
    const name = machine.names.of(element.name);
    const state = parent === undefined ? machine.start : parent.state;
    if (state === undefined) return this.#inUnknown(element);
    const opening = machine.opening(state, name);
    return opening === undefined
      ? this.#repair(element, parent, state, name)
      : { opening, leadsOn: true, guessed: false };
  }

  /** Inside an element of which nothing is known, what the schema knows is checked in itself. */
  #inUnknown({ name }: XmlElement): Taken {
    return this.#passedOver({ ns: name.namespace, local: name.local });
  }

  /** An element that may not stand here: says why, and what it is taken for. */
  #repair(element: XmlElement, parent: Level | undefined, state: State, name: number): Taken {
    const { machine, index } = this.schema;
    const { namespace: ns, local } = element.name;
    if (parent?.excused?.has(element)) return this.#passedOver({ ns, local });
    const skipped = parent && machine.openingAfterMissing(state, name);
    if (parent !== undefined && skipped !== undefined) {
      this.#reportMissing(element, parent, state, name);
      return { opening: skipped, leadsOn: true, guessed: false };
    }
    if (index.elements.has(nameKey(ns, local))) {
      this.report({ kind: 'misplaced-element', element, parent, state });
      if (parent !== undefined) parent.disturbed = true;
      return this.#passedOver({ ns, local });
    }
    return this.#unknown(element, parent, state);
  }

  #reportMissing(element: XmlElement, parent: Level, state: State, name: number): void {
    if (parent.disturbed) return;
    const missing = missingBefore(this.schema.machine, state, name) ?? [];
    const siblings = parent.element.children.filter((child) => child.kind === 'element');
    const behind = siblings.slice(siblings.indexOf(element) + 1);
    const late = missing.flatMap(
      ({ ns, local }) =>
        behind.find((one) => one.name.local === local && one.name.namespace === ns) ?? [],
    );
    if (late.length > 0 && late.length === missing.length) {
      parent.excused = new Set([...(parent.excused ?? []), ...late]);
      this.report({ kind: 'too-early', element, parent, late });
    } else this.report({ kind: 'missing-before', element, parent, missing });
  }

  /** An element that the schema does not know is taken for the one that was probably meant. */
  #unknown(element: XmlElement, parent: Level | undefined, state: State): Taken {
    const { machine } = this.schema;
    const { namespace, local } = element.name;
    const meant = this.#meant(state, local);
    const right = meant !== undefined && meant.local === local;
    if (!right) this.report({ kind: 'unknown-element', element, parent, state, meant });
    else if (parent === undefined || parent.element.name.namespace !== namespace)
      this.report({ kind: 'wrong-namespace', element, meant });
    if (meant !== undefined) {
      const opening = machine.opening(state, machine.names.number(meant.ns, meant.local));
      if (opening !== undefined) return { opening, leadsOn: true, guessed: !right };
    }
    if (parent !== undefined) parent.disturbed = true;
    // A guess at what cannot stand here says too little of what is in it.
    return this.#passedOver(right ? meant : { ns: namespace, local });
  }

  #meant(state: State, local: string): ExpandedName | undefined {
    const key = `${state.id} ${local}`;
    let meant = this.#guesses.get(key);
    if (meant === undefined && !this.#guesses.has(key)) {
      meant = likelyName(local, expectedElements(state).names, this.schema.index.names);
      this.#guesses.set(key, meant);
    }
    return meant;
  }

  /** An element that does not count for its parent, but is checked in itself if its name is known. */
  #passedOver({ ns, local }: ExpandedName): Taken {
    const elements = this.schema.index.elements.get(nameKey(ns, local));
    const opening = elements && this.schema.machine.openingOf(elements);
    return { opening, leadsOn: false, guessed: false };
  }
}

/** What an element is taken for. */
interface Taken {
  readonly opening: Opening | undefined;
  /** Whether the parent goes on from here. */
  readonly leadsOn: boolean;
  /** Whether the name is not its own, so that its attributes are not to be judged by it. */
  readonly guessed: boolean;
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
