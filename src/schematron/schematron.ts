import { Failure, nearest, type Problem } from '../problems/index.js';
import { problemAt, type SchemaFile, sourceOf, type XmlDocument } from '../xml/index.js';
import { checkDocument } from './check-document.js';
import type { Course } from './findings.js';
import { placeOfNode, problemOf } from './problem-of-finding.js';
import type { Phase, SchematronSchema } from './schema/schema.js';
import { Processor } from './xpath/processor.js';
import type { QueryError } from './xpath/query.js';
import { ViewDocument, type ViewNode } from './xpath/view.js';
import { partSchema, type XsltShare } from './xslt/share.js';
import type { XsltRules } from './xslt/xslt-rules.js';

export interface SchematronCheckOptions {
  /** The phase to run: the schema's own default phase, or all patterns, unless said. `#ALL`, `#DEFAULT` or a name. */
  readonly phase?: string | undefined;
  /** The address of the document, for what it and its patterns name. */
  readonly address?: string | undefined;
  /** Opens a document at an absolute address; none where there is none. */
  readonly open?: ((address: string) => XmlDocument | undefined) | undefined;
}

/** What came of checking a document. */
export interface SchematronResult {
  readonly course: Course;
  /** The findings as problems of the document. */
  readonly problems: readonly Problem[];
  /** Rules that could not be carried out, as problems of the schema: the tool has not done all its work. */
  readonly broken: readonly Problem[];
}

/** A Schematron schema, ready to check documents. */
export class Schematron {
  constructor(
    readonly file: SchemaFile,
    readonly schema: SchematronSchema,
    /** Its expressions that are none, or name what is not there. */
    readonly brokenRules: readonly Problem[] = [],
    /** What is doubtful in it, and keeps nothing from being checked. */
    readonly doubts: readonly Problem[] = [],
    /** Those of its patterns that need XSLT. */
    readonly xsltRules?: XsltRules | undefined,
  ) {}

  /**
   * The phase of a name.
   *
   * @throws Failure where the schema has none of that name
   */
  phase(name: string | undefined): Phase | undefined {
    const { defaultPhase, phases } = this.schema;
    const wanted = name === undefined || name === '#DEFAULT' ? defaultPhase : name;
    if (wanted === undefined || wanted === '#ALL' || wanted === '#DEFAULT') return undefined;
    const phase = phases.find(({ id }) => id === wanted);
    if (phase !== undefined) return phase;
    const names = phases.map(({ id }) => id);
    const meant = nearest(wanted, names);
    throw new Failure(`The schema ${this.file.file} has no phase ${wanted}.`, {
      help:
        names.length === 0
          ? 'It has none at all: leave the phase out, and all patterns run.'
          : `${meant === undefined ? '' : `Did you mean ${meant}? `}Its phases are ${names.join(', ')}, and #ALL for all patterns.`,
    });
  }

  /** Checks a document by the patterns of a phase. */
  check(document: XmlDocument, options: SchematronCheckOptions = {}): SchematronResult {
    const phase = this.phase(options.phase);
    const views = new Views(document, options);
    const processor = new Processor(this.schema.namespaces, {
      keys: this.schema.keys,
      open: (address, from) => views.open(address, from),
      addressOf: (node) => views.addressOf(node),
    });
    const broken = new Map(this.brokenRules.map((problem) => [keyOf(problem), problem]));
    const tellBroken = (error: QueryError): void => {
      const problem = brokenQuery(error, this.file);
      const key = keyOf(problem);
      // An expression that cannot be evaluated for one node is told once, however many there are.
      if (!broken.has(key)) broken.set(key, problem);
    };
    const xslt = this.xsltRules?.check(phase, {
      main: views.main,
      address: options.address,
      open: (address) => views.open(address, views.main),
      broken: tellBroken,
    });
    const course = checkDocument(views.main, {
      schema: this.schema,
      processor,
      phase,
      xslt,
      open: (address, from) => views.open(address, from),
      broken: tellBroken,
    });
    const findings = course.patterns.flatMap(({ fired }) => fired.flatMap((rule) => rule.findings));
    return {
      course,
      problems: [
        ...tooDeep(views.main, this.file),
        ...findings.map((finding) => problemOf(finding, this.file.file)),
      ],
      broken: [...broken.values()],
    };
  }
}

/** What of a schema needs XSLT; and its expressions that are none, or name what is not there. */
export function partedSchema(
  schema: SchematronSchema,
  file: SchemaFile,
  everythingInXslt: boolean,
): { readonly xslt: XsltShare | undefined; readonly broken: readonly Problem[] } {
  const processor = new Processor(schema.namespaces, {
    keys: schema.keys,
    open: () => undefined,
    addressOf: () => undefined,
  });
  const { xslt, broken } = partSchema(schema, processor, everythingInXslt);
  return { xslt, broken: broken.map((error) => brokenQuery(error, file)) };
}

/** What is said of a document that is deeper than rules reach. */
function tooDeep({ tooDeep }: ViewDocument, schema: SchemaFile): readonly Problem[] {
  if (tooDeep === undefined) return [];
  const { element, depth } = tooDeep;
  return [
    problemAt(sourceOf(element.node), element.node.nameSpan, {
      code: 'schematron/too-deep',
      message: `<${element.nodeName}> lies ${depth} elements deep, and the rules of ${schema.file} reach no further.`,
      help: 'Look for an element that is opened again and again and never closed.',
      schema: schema.file,
    }),
  ];
}

function keyOf({ file, line, column }: Problem): string {
  return `${file} ${line} ${column}`;
}

function brokenQuery({ query, reason, code, at, node }: QueryError, schema: SchemaFile): Problem {
  const shown = shortened(query.text.replace(/\s+/g, ' ').trim(), 80);
  return {
    ...at,
    severity: 'error',
    code: 'schematron/broken-rule',
    message: `${shown} cannot be evaluated: ${`${shortened(reason, 160)}.`.replace(/…\.$/, '…')}`,
    help: helpFor(code),
    schema: schema.file,
    ...(node === undefined ? {} : { related: [placeOfNode(node, 'It fails here, for one.')] }),
  };
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function helpFor(code: string): string {
  switch (code) {
    case 'XPST0003':
      return 'Look for a bracket, a quotation mark or an operator that is missing or too many.';
    case 'XPST0008':
      return 'Define the variable with <let> in the schema, the pattern or the rule, or correct its name.';
    case 'XPST0017':
      return 'Check the name of the function and the number of its arguments.';
    case 'XPST0081':
      return 'Declare the prefix with <ns prefix="…" uri="…"/>.';
    case 'overflow':
      return 'Look for a function that calls itself with nothing to stop it; the other rules were carried out.';
    default:
      return 'Correct the expression; the other rules were carried out.';
  }
}

/** The views of documents: several schemas look at one. */
const viewsOf = new WeakMap<XmlDocument, ViewDocument>();

function viewOf(document: XmlDocument): ViewDocument {
  let view = viewsOf.get(document);
  if (view === undefined) {
    view = new ViewDocument(document);
    viewsOf.set(document, view);
  }
  return view;
}

/** The documents that a check opens, each once. */
class Views {
  readonly main: ViewDocument;
  readonly #address: string | undefined;
  readonly #addresses = new Map<ViewDocument, string>();
  readonly #opened = new Map<string, ViewDocument | undefined>();
  readonly #options: SchematronCheckOptions;

  constructor(document: XmlDocument, options: SchematronCheckOptions) {
    this.main = viewOf(document);
    this.#address = options.address;
    this.#options = options;
    if (options.address !== undefined) {
      this.#addresses.set(this.main, options.address);
      this.#opened.set(options.address, this.main);
    }
  }

  addressOf(node: ViewNode): string | undefined {
    let top = node;
    while (top.parentNode !== null) top = top.parentNode;
    return this.#addresses.get(top as ViewDocument);
  }

  open(address: string, from: ViewNode): ViewDocument | undefined {
    let absolute: string;
    try {
      absolute = new URL(address, this.addressOf(from) ?? this.#address).href.replace(/#.*$/, '');
    } catch {
      return undefined;
    }
    if (!this.#opened.has(absolute)) {
      const document = this.#options.open?.(absolute);
      const view = document && viewOf(document);
      this.#opened.set(absolute, view);
      if (view !== undefined) this.#addresses.set(view, absolute);
    }
    return this.#opened.get(absolute);
  }
}
