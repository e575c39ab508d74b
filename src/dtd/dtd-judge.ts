import { compareProblems, nearest, type Problem } from '../problems/index.js';
import { Judge } from '../relaxng/index.js';
import {
  flatProblem,
  type PlacedSource,
  problemAt,
  type Span,
  type XmlDocument,
  type XmlElement,
  type XmlEvents,
  type XmlText,
} from '../xml/index.js';
import type { LoadedDtd } from './load-dtd.js';
import { WrittenElement, WrittenNames } from './written-element.js';

/** What our own engine says, by the names that it has for a DTD. */
const codes: Readonly<Record<string, string>> = {
  'relaxng/attribute-conflict': 'dtd/unknown-attribute',
  'relaxng/attribute-value': 'dtd/attribute-value',
  'relaxng/dangling-identifier': 'dtd/dangling-identifier',
  'relaxng/misplaced-element': 'dtd/misplaced-element',
  'relaxng/missing-attribute': 'dtd/missing-attribute',
  'relaxng/missing-element': 'dtd/missing-element',
  'relaxng/repeated-identifier': 'dtd/repeated-identifier',
  'relaxng/text-not-allowed': 'dtd/text-not-allowed',
  'relaxng/unknown-attribute': 'dtd/unknown-attribute',
  'relaxng/unknown-element': 'dtd/unknown-element',
};

/** Judges a document by a DTD as its events come (XML 1.0, section 2.8, and the validity constraints). */
export class DtdJudge implements XmlEvents {
  readonly #dtd: LoadedDtd;
  readonly #source: PlacedSource;
  readonly #names = new WrittenNames();
  readonly #judge: Judge;
  readonly #kept: (problem: Problem) => Problem;
  readonly #open: WrittenElement[] = [];
  readonly #problems: Problem[] = [];
  /** The empty element in which white space has been told of. */
  #told: XmlElement | undefined;

  /** @param kept what is kept of a problem: by default the problem itself, copied where a stream is read */
  constructor(source: PlacedSource, dtd: LoadedDtd, kept?: (problem: Problem) => Problem) {
    this.#source = source;
    this.#dtd = dtd;
    this.#judge = new Judge(source, dtd.schema, dtd.file, undefined, kept);
    this.#kept = kept ?? (source.reading === undefined ? (problem) => problem : flatProblem);
  }

  /** What is wrong as far as the document has been read, in its order. */
  get problems(): Problem[] {
    const judged = this.#judge.problems.map((problem) => ({
      ...problem,
      code: codes[problem.code] ?? problem.code,
    }));
    return [...judged, ...this.#problems].sort(compareProblems);
  }

  startElement(element: XmlElement): void {
    const parent: XmlElement | XmlDocument = this.#open.at(-1) ?? element.parent;
    const written = new WrittenElement(element, parent, this.#names);
    this.#open.push(written);
    this.#judge.startElement(written);
    const declared = this.#dtd.dtd.attributes.get(element.qname);
    for (const [prefix, namespace] of element.namespaces ?? []) {
      const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
      const definition = declared?.get(name);
      if (definition === undefined && this.#dtd.dtd.elements.has(element.qname))
        this.#undeclaredNamespace(element, name);
      else if (definition?.fixed !== undefined && definition.fixed !== namespace)
        this.#report(
          element,
          element.nameSpan,
          'dtd/attribute-value',
          `"${namespace}" is not the value of @${name} on <${element.qname}>, which is "${definition.fixed}".`,
          `Write ${name}="${definition.fixed}".`,
        );
    }
    for (const attribute of element.attributes) {
      const type = declared?.get(attribute.qname)?.type;
      if (type !== 'ENTITY' && type !== 'ENTITIES') continue;
      const { unparsedEntities } = this.#dtd.dtd;
      for (const name of attribute.value.split(' ')) {
        if (name === '' || unparsedEntities.has(name)) continue;
        const meant = nearest(name, unparsedEntities);
        this.#report(
          element,
          attribute.valueSpan,
          'dtd/attribute-value',
          `"${name}" in @${attribute.qname} on <${element.qname}> is no unparsed entity: the DTD declares none of this name.`,
          meant === undefined
            ? `Declare it: <!ENTITY ${name} SYSTEM "…" NDATA …>.`
            : `Did you mean "${meant}"?`,
        );
      }
    }
  }

  #undeclaredNamespace(element: XmlElement, name: string): void {
    this.#report(
      element,
      element.nameSpan,
      'dtd/unknown-attribute',
      `@${name} is not an attribute of <${element.qname}>: for a DTD, the declaration of a namespace is an attribute like any other.`,
      `Declare it in the DTD: <!ATTLIST ${element.qname} ${name} CDATA #IMPLIED>.`,
    );
  }

  endElement(element: XmlElement): void {
    this.#open.pop();
    this.#judge.endElement();
    if (this.#told === element) this.#told = undefined;
  }

  text(text: XmlText): void {
    this.#judge.text(text);
    const open = this.#open.at(-1);
    if (open === undefined || this.#told === open.element) return;
    // Section 3: what is declared EMPTY has no content, not even white space.
    const isEmpty = this.#dtd.dtd.elements.get(open.qname)?.content.kind === 'empty';
    if (!isEmpty || text.value.trim() !== '') return;
    this.#told = open.element;
    this.#report(
      open.element,
      { start: text.start, end: text.end },
      'dtd/text-not-allowed',
      `<${open.qname}> is declared EMPTY: not even white space may stand in it.`,
      `Write <${open.qname}/>.`,
    );
  }

  #report(element: XmlElement, span: Span, code: string, message: string, help: string): void {
    const source = sourceWithin(element) ?? this.#source;
    const problem = problemAt(source, span, { code, message, help, schema: this.#dtd.file });
    this.#problems.push(this.#kept(problem));
  }
}

/** The source of what was brought in from another file. */
function sourceWithin(element: XmlElement): PlacedSource | undefined {
  for (let at: XmlElement | XmlDocument = element; at.kind === 'element'; at = at.parent)
    if (at.source !== undefined) return at.source;
  return undefined;
}
