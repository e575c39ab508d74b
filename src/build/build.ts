import { type Edition, type EditionName, editionTable } from '../editions/index.js';
import { compareProblems } from '../problems/index.js';
import { Parts, type Project, type ProjectDocument } from '../project/index.js';
import type { StylesheetMessage, Transformer } from '../transform/index.js';
import { type ValidationResult, validate } from '../validation/index.js';
import { chooseEditions, chooseForPublication } from './choice.js';
import { meetingPlaces } from './document-places.js';
import { type OutputPlace, outputPlace } from './output-place.js';
import { projectTransformer } from './project-transformer.js';
import { beginMaking, documentsPresent, type Publication, publish } from './publish.js';

export interface BuildOptions {
  /**
   * Files and folders to publish, relative to the working directory: all sources of `tei/` unless said. An authority
   * file stands for the documents that point into it, a part for those that include it.
   */
  readonly paths?: readonly string[] | undefined;
  /** The editions to make: all unless said. */
  readonly only?: readonly string[] | undefined;
  /** The folder to publish in, relative to the working directory: `dist/` in the project unless said. */
  readonly out?: string | undefined;
  /** Schemas that take the place of the project's. */
  readonly schemas?: readonly string[] | undefined;
  /** Hears what stylesheets say by `xsl:message`. */
  readonly onMessage?: ((message: StylesheetMessage) => void) | undefined;
  /** Hears that a stylesheet, as it is shown to a person, is compiled first, which takes seconds. */
  readonly onCompile?: ((stylesheet: string) => void) | undefined;
}

export interface BuildResult {
  /** What validation found; with an error among the problems nothing was published. */
  readonly validation: ValidationResult;
  /** Absent when nothing was published. */
  readonly published: Publication | undefined;
}

/** How editions are loaded. */
export type EditionTable = Readonly<Record<EditionName, () => Promise<Edition>>>;

/** What a build works with; the tests of this room bring their own. */
export interface Workshop {
  readonly editions: EditionTable;
  readonly transformer: Transformer;
}

/**
 * Publishes documents of a project: validates them, and when there are no errors, makes their editions and puts them
 * into the output folder, whole or not at all. What is not asked for (other editions, other documents) is carried
 * over from the build before.
 *
 * @throws Failure when the output folder is not ours to replace, a stylesheet does not compile or fails, or nothing
 * can be published for another reason that is not in the sources
 */
export async function build(
  loaded: Project,
  options: BuildOptions = {},
  workshop: Partial<Workshop> = {},
): Promise<BuildResult> {
  const names = chooseEditions(options.only);
  const { project, paths } = withoutParts(loaded, options.paths);
  const chosen = chooseForPublication(project, paths);
  const place = outputPlace(project, options.out);
  const said = new HeldMessages(options.onMessage);
  const {
    editions: table = editionTable,
    transformer = projectTransformer(project, {
      onMessage: said.hear,
      onCompile: options.onCompile,
    }),
  } = workshop;
  // Threads start and stylesheets load while all else goes on; what fails there is told when it is run.
  for (const name of names) transformer.prepare(name).catch(() => {});
  const validating = validateForPublication(project, chosen, place, options);
  // RELAX NG is judged in another thread; meanwhile the editions are begun. With errors they come to nothing.
  const begun = loadEditions(names, table).then((editions) => {
    const task = { project, chosen, editions, place, transformer };
    const making = beginMaking(task);
    for (const edition of editions) edition.prepare?.().catch(() => {});
    return { task, making };
  });
  begun.catch(() => {});
  const validation = await validating;
  if (validation.problems.some(({ severity }) => severity === 'error')) {
    return { validation, published: undefined };
  }
  said.release();
  const { task, making } = await begun;
  return { validation, published: await publish(task, making) };
}

/** The project without the files that are parts of its documents, and the paths of the documents in place of theirs. */
function withoutParts(
  project: Project,
  paths: readonly string[] | undefined,
): { readonly project: Project; readonly paths: readonly string[] | undefined } {
  const parts = new Parts(project);
  const documents = project.documents.filter((document) => !parts.has(document));
  if (documents.length === project.documents.length) return { project, paths };
  return {
    project: { ...project, documents },
    paths: paths === undefined ? undefined : parts.wholes(paths),
  };
}

/** What stylesheets say is held back until it is known that the sources are right. */
class HeldMessages {
  readonly #onMessage: BuildOptions['onMessage'];
  #held: StylesheetMessage[] | undefined = [];

  constructor(onMessage: BuildOptions['onMessage']) {
    this.#onMessage = onMessage;
  }

  readonly hear = (message: StylesheetMessage): void => {
    if (this.#held === undefined) this.#onMessage?.(message);
    else this.#held.push(message);
  };

  release(): void {
    for (const message of this.#held ?? []) this.#onMessage?.(message);
    this.#held = undefined;
  }
}

function loadEditions(
  names: readonly EditionName[],
  table: EditionTable,
): Promise<readonly Edition[]> {
  return Promise.all(names.map((name) => table[name]()));
}

/**
 * Validates what is published: the documents, and every authority file, since they are published with them. Of a
 * document that is carried over it is enough that it can be read, for the list of documents.
 */
async function validateForPublication(
  project: Project,
  chosen: readonly ProjectDocument[],
  { manifest }: OutputPlace,
  { schemas }: BuildOptions,
): Promise<ValidationResult> {
  const subjects = project.documents.filter(
    (document) => document.kind === 'authority' || chosen.includes(document),
  );
  const validation = await validate(project, { paths: subjects.map(({ path }) => path), schemas });
  const carried = documentsPresent(project, [], manifest, 'html')
    .filter((document) => !chosen.includes(document) && document.tree === undefined)
    .flatMap(({ problems }) => problems);
  const meeting = meetingPlaces(project.documents.filter(({ kind }) => kind === 'edition'));
  const problems = [...validation.problems, ...carried, ...meeting].sort(compareProblems);
  return { ...validation, problems };
}
