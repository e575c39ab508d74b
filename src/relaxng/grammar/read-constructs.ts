import {
  readEvents,
  type SourceText,
  type XmlElement,
  type XmlEvents,
  type XmlText,
} from '../../xml/index.js';
import { isBlank } from '../datatype-libraries/index.js';
import { relaxNgNamespace, type Surroundings, XmlConstruct } from './xml-construct.js';

const annotations = 'http://relaxng.org/ns/compatibility/annotations/1.0';

/**
 * Reads a schema in the XML syntax as constructs within constructs; annotations, comments and white space give way
 * (4.1, 4.2).
 *
 * @param atEnd called with each when all that it holds is there
 * @returns the outermost; `undefined` where the text is not well-formed, or the root not of the schema language
 */
export function readConstructs(
  source: SourceText,
  outer: Surroundings,
  atEnd: (construct: XmlConstruct) => void,
): XmlConstruct | undefined {
  const { problems } = outer.problems;
  const before = problems.length;
  const reader = new ConstructReader(outer, atEnd);
  const malformed = readEvents(source, reader);
  if (malformed.length === 0) return reader.root;
  // What was made of a text that is not XML says nothing.
  problems.splice(before, Number.POSITIVE_INFINITY, ...malformed);
  return undefined;
}

class ConstructReader implements XmlEvents {
  root: XmlConstruct | undefined;
  readonly #open: XmlConstruct[] = [];
  #current: XmlConstruct | undefined;
  /** How many elements that are not of the schema language are open. */
  #foreign = 0;
  /** The text of the documentation that is open. */
  #documentation: string | undefined;

  constructor(
    readonly outer: Surroundings,
    readonly atEnd: (construct: XmlConstruct) => void,
  ) {}

  startElement(element: XmlElement): void {
    const parent = this.#current;
    if (this.#foreign > 0) this.#foreign++;
    else if (parent === undefined) this.#startRoot(element);
    else if (parent.isTextual) {
      this.#foreign = 1;
      parent.surroundings.problems.report(
        parent.place(element.nameSpan),
        '3',
        `<${parent.kind}> holds text alone, and no element <${element.qname}>.`,
      );
    } else if (element.name.namespace === relaxNgNamespace) {
      const construct = new XmlConstruct(element, parent.surroundings);
      parent.add(construct);
      this.#enter(construct);
    } else {
      this.#foreign = 1;
      const { local, namespace } = element.name;
      if (local === 'documentation' && namespace === annotations) this.#documentation = '';
    }
  }

  #startRoot(element: XmlElement): void {
    if (element.name.namespace === relaxNgNamespace) {
      this.root = new XmlConstruct(element, this.outer);
      this.#enter(this.root);
      return;
    }
    this.#foreign = 1;
    this.outer.problems.report(
      { source: this.outer.source, span: element.nameSpan },
      '3',
      `<${element.qname}> is not a pattern of RELAX NG.`,
      `Patterns are in the namespace ${relaxNgNamespace}.`,
    );
  }

  #enter(construct: XmlConstruct): void {
    this.#open.push(construct);
    this.#current = construct;
  }

  endElement(): void {
    if (this.#foreign === 0) {
      const ended = this.#open.pop();
      this.#current = this.#open[this.#open.length - 1];
      if (ended !== undefined) this.atEnd(ended);
    } else if (--this.#foreign === 0 && this.#documentation !== undefined) {
      this.#current?.document(this.#documentation);
      this.#documentation = undefined;
    }
  }

  text(text: XmlText): void {
    const parent = this.#current;
    if (this.#foreign > 0) {
      if (this.#documentation !== undefined) this.#documentation += text.value;
    } else if (parent?.isTextual) parent.text += text.value;
    else if (parent !== undefined && !isBlank(text.value)) {
      parent.holdsStrayText = true;
      parent.surroundings.problems.report(
        parent.place(text),
        '3',
        `Text cannot stand in <${parent.kind}>.`,
        'Write <text/> where any text may stand, <value>…</value> for one text.',
      );
    }
  }
}
