import { resolve } from 'node:path';
import type { XmlElement } from '../xml/index.js';
import type { Project, ProjectDocument } from './project.js';

/** Whether an element can be no more than a part of a document, when it is the root of a file. */
export function isFragment({ name }: XmlElement): boolean {
  return name.local !== 'TEI' && name.local !== 'teiCorpus';
}

/** What tells a part from a whole. */
export interface Composition {
  /** Absolute paths of the other files that a document is made of. */
  readonly included: readonly string[];
  /** Whether it may be a part that others include: its root is neither `TEI` nor `teiCorpus`, or it has no tree. */
  readonly mayBePart: boolean;
}

/**
 * The files of a project that are no documents of their own but parts: another document includes them (XInclude), and
 * their root is neither `TEI` nor `teiCorpus`. They are judged and published where they are included.
 */
export class Parts {
  readonly #project: Project;
  readonly #known: (document: ProjectDocument) => Composition | undefined;
  #included: ReadonlySet<string> | undefined;

  /** @param known the composition of a document, where somebody knows it already, so that it need not be read */
  constructor(
    project: Project,
    known: (document: ProjectDocument) => Composition | undefined = () => undefined,
  ) {
    this.#project = project;
    this.#known = known;
  }

  /** Whether a document is a part. Where it may be one, all others are asked what they include. */
  has(document: ProjectDocument): boolean {
    const known = this.#known(document);
    if (known?.mayBePart === false || !this.#allIncluded.has(document.path)) return false;
    return known?.mayBePart ?? mayBePart(document);
  }

  /** Paths as a person names them, with those of parts replaced by those of the documents that include them. */
  wholes(paths: readonly string[]): readonly string[] {
    const byPath = new Map(this.#project.documents.map((document) => [document.path, document]));
    return paths.flatMap((named) => {
      const path = resolve(this.#project.workingDirectory, named);
      const document = byPath.get(path);
      if (document === undefined || !this.has(document)) return [named];
      const wholes = this.#project.documents.filter(
        (each) => this.#includedIn(each).includes(path) && !this.has(each),
      );
      return wholes.length === 0 ? [named] : wholes.map((each) => each.path);
    });
  }

  /** The paths of all files that some document is made of. */
  get #allIncluded(): ReadonlySet<string> {
    this.#included ??= new Set(
      this.#project.documents.flatMap((document) => this.#includedIn(document)),
    );
    return this.#included;
  }

  #includedIn(document: ProjectDocument): readonly string[] {
    return (this.#known(document) ?? document).included;
  }
}

function mayBePart({ tree }: ProjectDocument): boolean {
  return tree === undefined || isFragment(tree.root);
}
