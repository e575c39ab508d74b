import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Problem } from '../problems/index.js';
import { readSource, type SourceText, type XmlDocument } from '../xml/index.js';
import { documentKind } from './document-kind.js';
import type { DocumentKind, ProjectDocument } from './project.js';
import {
  mayInclude,
  type ReadDocument,
  type ReadingContext,
  readDocument,
} from './read-document.js';

/**
 * A source of a project. It is read and parsed when somebody first asks for what is in it: who only wants to know
 * that it is there, or judges it by its events, need not have it in memory.
 */
export class SourceDocument implements ProjectDocument {
  readonly name: string;
  readonly #tei: string;
  readonly #context: ReadingContext;
  #read: ReadDocument | undefined;
  #kind: DocumentKind | undefined;
  #mayInclude: boolean | undefined;

  /** @param tei the folder that sources lie in */
  constructor(
    readonly path: string,
    readonly file: string,
    tei: string,
    context: ReadingContext,
  ) {
    this.#context = context;
    this.name = basename(path).replace(/\.xml$/, '');
    this.#tei = tei;
  }

  get folder(): string {
    const below = relative(this.#tei, dirname(this.path));
    const outside = below === '..' || below.startsWith(`..${sep}`) || resolve(below) === below;
    return outside ? '' : below.split(sep).join('/');
  }

  get source(): SourceText {
    return this.#content.source;
  }

  get tree(): XmlDocument | undefined {
    return this.#content.document;
  }

  get problems(): readonly Problem[] {
    return this.#content.problems;
  }

  get included(): readonly string[] {
    if (this.#read !== undefined) return this.#read.included;
    // Most documents are made of one file, which a look at the text tells without a tree.
    this.#mayInclude ??= mayInclude(readSource(this.path, this.file).text);
    if (!this.#mayInclude) return [];
    return this.#content.included;
  }

  get kind(): DocumentKind {
    this.#kind ??= this.tree === undefined ? 'edition' : documentKind(this.tree);
    return this.#kind;
  }

  get isRead(): boolean {
    return this.#read !== undefined;
  }

  get #content(): ReadDocument {
    this.#read ??= readDocument(this.path, this.file, this.#context);
    return this.#read;
  }
}
