import { compareProblems, Failure, type Problem } from '../../problems/index.js';
import { type FileAccess, localFile } from '../local-file.js';
import { CommentNode, ProcessingInstructionNode, ResolvedTextNode } from '../nodes.js';
import { type ParsedXml, type ParseOptions, parseXml } from '../parse.js';
import { problemAt } from '../position.js';
import { readSource } from '../read-source.js';
import type { SourceText } from '../source-text.js';
import type { Span, XmlDocument, XmlElement, XmlNode, XmlText } from '../tree.js';
import { fixup } from './fixup.js';
import {
  type IncludeRequest,
  isXInclude,
  misplaced,
  type Report,
  readInclude,
  XINCLUDE_NAMESPACE,
} from './include-element.js';
import { ExpandedDocument, type Fixup, PlacedElement, PlacedText } from './included-nodes.js';
import { readTextResource, textFragment } from './text-resource.js';
import { pointedElement } from './xpointer.js';

/** What inclusion may cost in one document. */
export const includeLimits = {
  /** Inclusions within inclusions. */
  depth: 40,
  /** Inclusions in all. */
  inclusions: 10_000,
  /** Elements, texts and other nodes of the whole. */
  nodes: 5_000_000,
  /** Characters of text that is included as text. */
  characters: 100_000_000,
} as const;

export interface IncludeOptions {
  /** Absolute path of the document. */
  readonly path: string;
  readonly access: FileAccess;
  /** Absolute paths of the folders whose files may be read for entities of what is included; none unless said. */
  readonly externalEntities?: readonly string[] | undefined;
}

/** A document with what it includes in place. */
export interface ResolvedIncludes {
  /** Absent where something could not be included. */
  readonly document?: XmlDocument;
  /** Each in the file that it is in. */
  readonly problems: readonly Problem[];
  /** Absolute paths of the files that it is made of besides its own, in the order in which they are met. */
  readonly included: readonly string[];
}

/**
 * Resolves the inclusions of a document (W3C, XML Inclusions 1.1; pointers by identifier and `element()`). The
 * document that was parsed stays as it is; where it includes nothing, it is itself the result. Included elements have
 * their own `source`, in which their offsets count. Only files that the options give access to are read.
 */
export function resolveIncludes(document: XmlDocument, options: IncludeOptions): ResolvedIncludes {
  if (!hasXInclude(document)) return { document, problems: [], included: [] };
  return new Inclusion(document, options).resolve();
}

/** Whether an element of XInclude's namespace is in a document. */
function hasXInclude({ source, doctype, root }: XmlDocument): boolean {
  // The name of the namespace stands in the text, unless a reference or a declaration hides it.
  const { text } = source;
  if (!text.includes('XInclude') && !text.includes('&#') && doctype === undefined) return false;
  const stack: XmlElement[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.name.namespace === XINCLUDE_NAMESPACE) return true;
    for (const child of next.children) if (child.kind === 'element') stack.push(child);
  }
  return false;
}

/** One inclusion within others. */
interface Step {
  readonly path: string;
  readonly pointer: string;
  readonly shown: string;
  readonly depth: number;
  readonly outer: Step | undefined;
}

/** Where nodes were parsed, and by which inclusions they are here. */
interface Origin {
  readonly document: XmlDocument;
  readonly path: string;
  readonly step: Step;
  readonly report: Report;
}

/** Nodes that are on their way to their place. */
interface Passage {
  readonly nodes: readonly XmlNode[];
  next: number;
  readonly parent: PlacedElement | ExpandedDocument;
  readonly origin: Origin;
  /** Of nodes at the top of what is included: what asked for them. */
  readonly request: IncludeRequest | undefined;
  /** Of the same: where that stands in the file of their parent; the place of what is no element. */
  readonly anchor: Span | undefined;
}

/** What is said of nodes that are not at the top of what is included. */
const inside = { request: undefined, anchor: undefined };

const textAsRoot = {
  message: 'Text cannot stand in place of the root element.',
  help: 'Put a root element around it.',
};

type LoadedXml = ParsedXml | { readonly reason: string; readonly help: string };

class Inclusion {
  readonly #source: XmlDocument;
  readonly #options: IncludeOptions;
  readonly #problems = new Map<string, Problem>();
  readonly #loaded = new Map<string, LoadedXml>();
  readonly #included = new Set<string>();
  readonly #passages: Passage[] = [];
  #isBroken = false;
  #inclusions = 0;
  #nodes = 0;
  #characters = 0;

  constructor(source: XmlDocument, options: IncludeOptions) {
    this.#source = source;
    this.#options = options;
  }

  resolve(): ResolvedIncludes {
    const { path } = this.#options;
    const { file } = this.#source.source;
    const step: Step = { path, pointer: '', shown: file, depth: 0, outer: undefined };
    const document = new ExpandedDocument(this.#source);
    const origin = this.#origin(this.#source, path, step);
    this.#passages.push({
      nodes: this.#source.children,
      next: 0,
      parent: document,
      origin,
      ...inside,
    });
    for (let at = this.#passages.at(-1); at !== undefined; at = this.#passages.at(-1)) {
      const node = at.nodes[at.next++];
      if (node === undefined) this.#passages.pop();
      else this.#place(node, at);
    }
    const problems = [...this.#problems.values()].sort(compareProblems);
    const included = [...this.#included];
    if (this.#isBroken) return { problems, included };
    const roots = document.children.filter((child) => child.kind === 'element');
    const [root] = roots;
    if (root === undefined || roots.length > 1) {
      const message =
        root === undefined
          ? 'What is included in place of the root holds no element.'
          : 'What is included in place of the root holds several elements; a document has one root.';
      const problem = problemAt(this.#source.source, this.#source.root.nameSpan, {
        code: 'xml/include',
        message,
        help: 'Put a root element around it.',
      });
      return { problems: [...problems, problem], included };
    }
    document.root = root;
    return { document, problems, included };
  }

  #origin(document: XmlDocument, path: string, step: Step): Origin {
    const report: Report = (span, about) => this.#add(problemAt(document.source, span, about));
    return { document, path, step, report };
  }

  #add(problem: Problem): void {
    const { file, line, column, code, message, severity } = problem;
    // A part that is included twice has its mistakes once.
    this.#problems.set([file, line, column, code, message].join('\n'), problem);
    if (severity === 'error') this.#isBroken = true;
  }

  #place(node: XmlNode, passage: Passage): void {
    const { parent, origin, anchor } = passage;
    if (node.kind === 'element' && node.name.namespace === XINCLUDE_NAMESPACE) {
      if (isXInclude(node, 'include')) this.#include(node, passage);
      else misplaced(node, origin.report);
      return;
    }
    if (++this.#nodes > includeLimits.nodes) {
      this.#give(this.#source.root, this.#source.source, 'nodes', includeLimits.nodes);
      return;
    }
    if (node.kind === 'element') {
      const placed = new PlacedElement(node, parent, this.#fixupOf(node, passage));
      parent.children.push(placed);
      if (node.children.length > 0)
        this.#passages.push({ nodes: node.children, next: 0, parent: placed, origin, ...inside });
    } else if (node.kind === 'text') {
      this.#placeText(node, passage);
    } else {
      const { start, end } = anchor ?? node;
      parent.children.push(
        node.kind === 'comment'
          ? new CommentNode(node.value, parent, start, end)
          : new ProcessingInstructionNode(node.target, node.value, parent, start, end),
      );
    }
  }

  #placeText(text: XmlText, { parent, origin, anchor }: Passage): void {
    if (parent.kind === 'element') {
      parent.children.push(
        anchor === undefined
          ? new PlacedText(text, parent)
          : new ResolvedTextNode(text.value, parent, anchor.start, anchor.end),
      );
    } else if (text.value.trim() !== '') {
      origin.report(text, { code: 'xml/include', ...textAsRoot });
    }
  }

  #fixupOf(element: XmlElement, { parent, origin, request }: Passage): Fixup | undefined {
    if (request === undefined) return undefined;
    const { source } = origin.document;
    const { path } = origin;
    return fixup({ element, source, path, parent, documentPath: this.#options.path, request });
  }

  #include(element: XmlElement, passage: Passage): void {
    const { report, document } = passage.origin;
    const request = readInclude(element, report);
    if (request === undefined) return;
    this.#inclusions++;
    if (this.#inclusions > includeLimits.inclusions)
      this.#give(element, document.source, 'inclusions', includeLimits.inclusions);
    else if (request.parse === 'text') this.#includeText(request, passage);
    else this.#includeXml(request, passage);
  }

  /** Stops where it costs too much: nothing more is placed. */
  #give(element: XmlElement, source: SourceText, what: string, limit: number): void {
    this.#add(
      problemAt(source, element.nameSpan, {
        code: 'xml/include-limit',
        message: `With all that it includes, ${this.#source.source.file} has more than ${limit.toLocaleString('en')} ${what}.`,
        help: 'A file that includes others many times over grows without measure; split the document.',
      }),
    );
    this.#passages.length = 0;
  }

  #includeText(request: IncludeRequest, passage: Passage): void {
    const { element, pointer, pointerSpan } = request;
    const { parent, origin } = passage;
    const found = localFile(request.href, origin.path, this.#options.access);
    if (found.kind !== 'file') {
      this.#unavailable(request, passage, found);
      return;
    }
    this.#included.add(found.path);
    const resource = readTextResource(found.path, found.file, request.encoding);
    if (!('text' in resource)) {
      if (!resource.isFatal) this.#unavailable(request, passage, resource);
      else {
        origin.report(request.span, {
          code: 'xml/include-text',
          message: resource.reason,
          help: resource.help,
        });
      }
      return;
    }
    const text = pointer === undefined ? resource.text : textFragment(resource.text, pointer);
    if (text === undefined) {
      origin.report(pointerSpan, {
        code: 'xml/include-pointer',
        message: `"${pointer}" chooses no part of a text.`,
        help: 'Write fragid="line=4,9" for five lines, or char= for characters; both count from 0.',
      });
      return;
    }
    this.#characters += text.length;
    if (this.#characters > includeLimits.characters) {
      const { source } = origin.document;
      this.#give(element, source, 'characters of included text', includeLimits.characters);
    } else if (parent.kind === 'document') {
      origin.report(element.nameSpan, { code: 'xml/include', ...textAsRoot });
    } else if (text !== '') {
      const { start, end } = passage.anchor ?? element;
      parent.children.push(new ResolvedTextNode(text, parent, start, end));
    }
  }

  #includeXml(request: IncludeRequest, passage: Passage): void {
    const { parent, origin } = passage;
    const found =
      request.href === ''
        ? ({ kind: 'file', path: origin.path, file: origin.document.source.file } as const)
        : localFile(request.href, origin.path, this.#options.access);
    if (found.kind !== 'file') {
      this.#unavailable(request, passage, found);
      return;
    }
    const step = this.#step(request, found, origin);
    if (step === undefined) return;
    const loaded = this.#load(found.path, found.file);
    if ('reason' in loaded) {
      this.#unavailable(request, passage, loaded);
      return;
    }
    for (const problem of loaded.problems) this.#add(problem);
    const { document } = loaded;
    if (document === undefined) return;
    const inner = this.#origin(document, found.path, step);
    const anchor = passage.anchor ?? request.element;
    const pass = (nodes: readonly XmlNode[]): void => {
      this.#passages.push({ nodes, next: 0, parent, origin: inner, request, anchor });
    };
    if (request.pointer === undefined) {
      pass(document.children);
      return;
    }
    const pointed = pointedElement(document, request.pointer);
    if ('element' in pointed) pass([pointed.element]);
    else this.#unavailable(request, passage, { ...pointed, kind: 'pointer' });
  }

  /** The inclusion that a request begins; `undefined` where it has begun already, or lies too deep. */
  #step(
    { pointer = '', span }: IncludeRequest,
    { path, file }: { readonly path: string; readonly file: string },
    { step: outer, report }: Origin,
  ): Step | undefined {
    const shown = pointer === '' ? file : `${file}#${pointer}`;
    const chain = [shown];
    for (let at: Step | undefined = outer; at !== undefined; at = at.outer) {
      chain.unshift(at.shown);
      if (at.path !== path || at.pointer !== pointer) continue;
      report(span, {
        code: 'xml/include-loop',
        message: `This inclusion leads back to itself: ${chain.join(' → ')}.`,
        help: 'Take one of these inclusions out.',
      });
      return undefined;
    }
    if (outer.depth >= includeLimits.depth) {
      report(span, {
        code: 'xml/include-limit',
        message: `Inclusions lie more than ${includeLimits.depth} deep within each other.`,
        help: 'Include the innermost file from one that lies further out.',
      });
      return undefined;
    }
    return { path, pointer, shown, depth: outer.depth + 1, outer };
  }

  #load(path: string, file: string): LoadedXml {
    let loaded = this.#loaded.get(path);
    if (path === this.#options.path) loaded = { document: this.#source, problems: [] };
    else this.#included.add(path);
    if (loaded === undefined) {
      const { access, externalEntities: folders } = this.#options;
      const onRead = (read: string): void => void this.#included.add(read);
      loaded =
        folders === undefined
          ? read(path, file)
          : read(path, file, { externals: { path, access, folders, onRead } });
      this.#loaded.set(path, loaded);
    }
    return loaded;
  }

  /** A resource error (section 4.4): the fallback stands in; where there is none, it is told. */
  #unavailable(
    { fallback, span, pointerSpan }: IncludeRequest,
    passage: Passage,
    about: { readonly kind?: string; readonly reason: string; readonly help: string },
  ): void {
    const { kind, reason, help } = about;
    const { report } = passage.origin;
    const isRefused = kind === 'outside' || kind === 'network' || kind === 'malformed';
    const code =
      kind === 'pointer'
        ? 'xml/include-pointer'
        : isRefused
          ? 'xml/include-refused'
          : 'xml/include-missing';
    if (fallback === undefined) {
      report(kind === 'pointer' ? pointerSpan : span, { code, message: reason, help });
      return;
    }
    // That a file is not there is what a fallback is for; that it may not be read should be known.
    if (isRefused) {
      report(span, {
        severity: 'warning',
        code,
        message: `${reason} The fallback stands in its place.`,
        help,
      });
    }
    this.#passages.push({ ...passage, nodes: fallback.children, next: 0 });
  }
}

/** Reads an included file; what cannot be read is a resource error. */
function read(path: string, file: string, options?: ParseOptions): LoadedXml {
  try {
    return parseXml(readSource(path, file), options);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { reason: error.message, help: error.help ?? 'Check the permissions of the file.' };
  }
}
