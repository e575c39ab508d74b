import type { Fix, Problem } from '../problems/index.js';
import {
  attribute as attributeOf,
  type PlacedSource,
  placeAt,
  problemAt,
  type Span,
  sourceOf,
  spanInAttribute,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlText,
} from '../xml/index.js';
import type { ActiveRule, ActiveRules } from './active-rules.js';
import type { IntegrityDocument } from './documents.js';
import type { DocumentFacts, LinkFact } from './facts.js';
import { type Identified, identifierValue } from './identifiers.js';
import { wantedKinds } from './pointers/kinds.js';
import type { Pointer } from './pointers/pointer.js';
import { isPointer } from './pointers/pointer-attributes.js';
import {
  isScheme,
  type PrefixDefinition,
  pointerFolder,
  pointerTarget,
  prefixDefinition,
} from './pointers/pointer-target.js';
import { type Listeners, ruleName } from './rule.js';
import { integrityRules, silencingRule } from './rules.js';
import { instructionTarget, readSilence, type Silence } from './silencing.js';
import { isTei } from './tei-element.js';

/**
 * Reads one document by all rules in one walk: finds what is wrong with it by itself, and keeps what the rules that
 * look at several documents need. The tree is not needed afterwards.
 */
export function gatherFacts(subject: IntegrityDocument, rules: ActiveRules): DocumentFacts {
  return new Reading(subject, rules).facts();
}

type ElementListener = (element: XmlElement) => void;
type AttributeListener = (attribute: XmlAttribute, element: XmlElement) => void;

/** The listeners of all rules, by what they listen to. */
class Dispatch {
  readonly elements = new Map<string, ElementListener[]>();
  readonly ends = new Map<string, ElementListener[]>();
  readonly attributes = new Map<string, AttributeListener[]>();
  readonly element: ElementListener[] = [];
  readonly attribute: AttributeListener[] = [];
  readonly text: ((text: XmlText) => void)[] = [];
  readonly pointer: ((pointer: Pointer) => void)[] = [];
  readonly end: (() => void)[] = [];

  add(listeners: Listeners): void {
    putAll(this.elements, listeners.elements);
    putAll(this.ends, listeners.ends);
    putAll(this.attributes, listeners.attributes);
    if (listeners.element !== undefined) this.element.push(listeners.element);
    if (listeners.attribute !== undefined) this.attribute.push(listeners.attribute);
    if (listeners.text !== undefined) this.text.push(listeners.text);
    if (listeners.pointer !== undefined) this.pointer.push(listeners.pointer);
    if (listeners.end !== undefined) this.end.push(listeners.end);
  }
}

function putAll<T>(map: Map<string, T[]>, values: Readonly<Record<string, T>> = {}): void {
  for (const key of Object.keys(values)) {
    const value = values[key] as T;
    const known = map.get(key);
    if (known === undefined) map.set(key, [value]);
    else known.push(value);
  }
}

class Reading {
  readonly #subject: IntegrityDocument;
  readonly #on = new Dispatch();
  readonly #identifiers = new Map<string, Identified>();
  readonly #problems: Problem[] = [];
  readonly #kept: Record<string, unknown[]> = {};
  readonly #silences: Silence[] = [];
  readonly #pointers: { readonly element: XmlElement; readonly attribute: XmlAttribute }[] = [];
  readonly #prefixes: PrefixDefinition[] = [];
  readonly #links: LinkFact[] = [];
  readonly #pointedHere = new Set<string>();
  readonly #silencing: ActiveRule | undefined;

  constructor(subject: IntegrityDocument, rules: ActiveRules) {
    this.#subject = subject;
    this.#silencing = rules.find(({ rule }) => rule === silencingRule);
    for (const rule of rules) this.#begin(rule);
  }

  facts(): DocumentFacts {
    const { path, document } = this.#subject;
    this.#walk(document);
    this.#followPointers();
    for (const listener of this.#on.end) listener();
    return {
      path,
      file: document.source.file,
      identifiers: new Map(
        [...this.#identifiers.values()].map(({ id, element, attribute }) => [
          id,
          { element: element.qname, place: placeAt(sourceOf(element), attribute.valueSpan) },
        ]),
      ),
      links: this.#links,
      pointedHere: [...this.#pointedHere],
      kept: this.#kept,
      problems: this.#problems,
      silences: this.#silences,
    };
  }

  #begin({ name, rule, severity, options }: ActiveRule): void {
    if (rule.read === undefined) return;
    const { path, document } = this.#subject;
    const listeners = rule.read({
      path,
      document,
      options,
      identifiers: this.#identifiers,
      report: (node, span, { severity: own = severity, fix: text, ...about }) => {
        const source = sourceOf(node);
        const fix = text === undefined ? undefined : fixAt(source, span, text);
        const { message, help, related } = about;
        const said = { severity: own, code: rule.code, message, help, related, fix };
        this.#problems.push(problemAt(source, span, said));
      },
      keep: (fact) => {
        this.#kept[name] ??= [];
        this.#kept[name].push(fact);
      },
    });
    this.#on.add(listeners);
  }

  /** Walks through a document in its order. It may be nested deeper than calls can be. */
  #walk(document: XmlDocument): void {
    // What is open, outermost first, and of each its next child.
    const open: (XmlDocument | XmlElement)[] = [document];
    const nexts = [0];
    for (let depth = 0; depth >= 0; ) {
      const parent = open[depth] ?? document;
      const next = nexts[depth] ?? 0;
      const child = parent.children[next];
      nexts[depth] = next + 1;
      if (child === undefined) {
        depth--;
        if (parent.kind === 'element' && isTei(parent)) tell(this.#on.ends, parent);
      } else if (child.kind === 'element') {
        this.#enter(child);
        depth++;
        open[depth] = child;
        nexts[depth] = 0;
      } else if (child.kind === 'text') {
        for (const listener of this.#on.text) listener(child);
      } else if (child.kind === 'processing-instruction' && child.target === instructionTarget) {
        this.#silence(child);
      }
    }
  }

  #enter(element: XmlElement): void {
    const tei = isTei(element);
    if (element.name.local === 'prefixDef') this.#prefixes.push(prefixDefinition(element));
    if (tei) {
      for (const listener of this.#on.element) listener(element);
      tell(this.#on.elements, element);
    }
    for (const attribute of element.attributes) {
      for (const listener of this.#on.attribute) listener(attribute, element);
      const listeners = this.#on.attributes.get(attribute.qname);
      if (listeners !== undefined) for (const listener of listeners) listener(attribute, element);
      if (attribute.qname === 'xml:id') {
        const id = identifierValue(attribute);
        if (!this.#identifiers.has(id)) this.#identifiers.set(id, { id, element, attribute });
      } else if (tei && isPointer(element, attribute)) {
        this.#pointers.push({ element, attribute });
      }
    }
  }

  #silence(instruction: Parameters<typeof readSilence>[0]): void {
    const silence = readSilence(
      instruction,
      integrityRules.map(ruleName),
      this.#silencing?.severity ?? 'info',
      (problem) => {
        if (this.#silencing !== undefined) this.#problems.push(problem);
      },
    );
    if (silence !== undefined) this.#silences.push(silence);
  }

  #followPointers(): void {
    const { path } = this.#subject;
    for (const { element, attribute } of this.#pointers) {
      for (const { 0: text, index } of attribute.value.matchAll(/[^ \t\r\n]+/g)) {
        const target = pointerTarget(text, element, path, this.#prefixes);
        const source = sourceOf(element);
        const span = spanInAttribute(source, attribute, index, index + text.length);
        let bearer: Identified | undefined;
        if (target.kind === 'local') {
          const { fragment } = target;
          const to = target.path ?? path;
          if (to === path && fragment !== undefined) bearer = this.#identifiers.get(fragment);
          if (bearer !== undefined) {
            this.#pointedHere.add(bearer.id);
          } else if (to !== path || (fragment !== undefined && !isScheme(fragment))) {
            const type = attributeOf(element, 'type')?.value;
            const kinds = wantedKinds(element.name.local, attribute.qname, type);
            this.#links.push({
              text,
              attribute: attribute.qname,
              element: element.qname,
              ...(kinds === undefined ? {} : { kinds }),
              path: to,
              ...(fragment === undefined ? {} : { fragment }),
              folder: pointerFolder(element, path),
              place: placeAt(source, span),
            });
          }
        }
        for (const listener of this.#on.pointer)
          listener({ text, element, attribute, target, bearer, span });
      }
    }
  }
}

function fixAt(source: PlacedSource, span: Span, text: string): Fix {
  const { file: _, ...place } = placeAt(source, span);
  return { ...place, text };
}

function tell(listeners: ReadonlyMap<string, ElementListener[]>, element: XmlElement): void {
  const found = listeners.get(element.name.local);
  if (found !== undefined) for (const listener of found) listener(element);
}
