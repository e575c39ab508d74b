import type { RelatedPlace, Severity } from '../problems/index.js';
import type {
  PlacedSpan,
  Span,
  XmlAttribute,
  XmlDocument,
  XmlElement,
  XmlText,
} from '../xml/index.js';
import type { EarlierVersion } from './earlier-version.js';
import type { DocumentFacts } from './facts.js';
import type { FileAccess } from './files/file-glance.js';
import type { Identified } from './identifiers.js';
import type { OptionDescriptions, OptionsOf } from './options.js';
import type { Pointer } from './pointers/pointer.js';
import type { WebAnswers } from './web-answer.js';

/** What a rule has to say of a place. */
export interface Finding {
  /** What is wrong and why, in one sentence that names the thing. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  /** What the place should read, as it is written in the source, where that is certain. */
  readonly fix?: string | undefined;
  /** Less than the rule's own severity, where this one case weighs less. */
  readonly severity?: Severity | undefined;
}

/** What a rule listens to, while one document is walked through in its order, once for all rules. */
export interface Listeners {
  /** TEI elements by their local names, where they begin. */
  readonly elements?: Readonly<Record<string, (element: XmlElement) => void>>;
  /** Each TEI element, where it begins. */
  readonly element?: (element: XmlElement) => void;
  /** TEI elements by their local names, where they end. */
  readonly ends?: Readonly<Record<string, (element: XmlElement) => void>>;
  /** Attributes by their names as written (`xml:lang`), of TEI elements and others. */
  readonly attributes?: Readonly<
    Record<string, (attribute: XmlAttribute, element: XmlElement) => void>
  >;
  /** Each attribute, of TEI elements and others. */
  readonly attribute?: (attribute: XmlAttribute, element: XmlElement) => void;
  /** Each text node: all that stands between two tags, comments or processing instructions. */
  readonly text?: (text: XmlText) => void;
  /** Each pointer of a TEI attribute that holds pointers; after all else, when every identifier is known. */
  readonly pointer?: (pointer: Pointer) => void;
  /** The document has been walked through, its pointers too. */
  readonly end?: () => void;
}

/** One document, as a rule reads it. */
export interface RuleDocument<Options> {
  /** The path of the document, by which others point at it. */
  readonly path: string;
  readonly document: XmlDocument;
  readonly options: Options;
  /** The identifiers of the document, each with its first bearer. Complete when pointers are heard. */
  readonly identifiers: ReadonlyMap<string, Identified>;
  /** Says that something is wrong at a span of the source in which a node stands. */
  report(node: XmlElement | XmlDocument, span: Span, finding: Finding): void;
  /** Keeps something for when all documents have been read. It is plain data: no nodes, no functions. */
  keep(fact: unknown): void;
}

/** All documents, as a rule that looks at the whole judges them. */
export interface RuleProject<Options> {
  readonly options: Options;
  /** What was gathered of the documents that are checked, sorted by path. */
  readonly subjects: readonly DocumentFacts[];
  /** Whether the documents that are checked are all there are. */
  readonly isWhole: boolean;
  /** What the project was before, where that is known. */
  readonly earlier: EarlierVersion | undefined;
  /** What the web answered, where it was asked. */
  readonly web: WebAnswers | undefined;
  /** The paths of all documents of the project, sorted. */
  readonly paths: readonly string[];
  /** What was gathered of a document, which is read now where it was not; `undefined` when it is none of the project's. */
  document(path: string): DocumentFacts | undefined;
  /** What this rule kept of a document, which has the type that it was kept with. */
  kept<Fact>(document: DocumentFacts): readonly Fact[];
  /** The identifiers of a document; of one that is not checked, as a look at its text finds them, which costs little. */
  identifiers(path: string): Iterable<string>;
  /** Whether there is a file, be it a document or another. */
  fileExists(path: string): boolean;
  /** Looks at files that are no documents. */
  readonly files: FileAccess;
  /** Says that something is wrong at a place of a document that is checked; of others nothing is said. */
  report(document: DocumentFacts, place: PlacedSpan, finding: Finding): void;
}

/**
 * One thing that no schema language sees. What can be told from one document is reported while it is read; what needs
 * several is kept as facts and judged when all have been read. A rule holds no state of its own.
 */
export interface Rule<Descriptions extends OptionDescriptions = OptionDescriptions> {
  /** The code of the problems that it finds; what follows the `/` is the name of the rule. */
  readonly code: `integrity/${string}`;
  /** How much these problems weigh unless the configuration says otherwise. */
  readonly severity: Severity | 'off';
  readonly options?: Descriptions;
  /** Begins to read a document. */
  readonly read?: (document: RuleDocument<OptionsOf<Descriptions>>) => Listeners;
  /** Judges what was kept of all documents. */
  readonly judge?: (project: RuleProject<OptionsOf<Descriptions>>) => void;
  /** Whether `judge` can tell only when all documents of the project are checked. */
  readonly needsWhole?: boolean;
  /** Whether `judge` can tell only when there is an earlier version of the project to compare with. */
  readonly needsEarlier?: boolean;
  /** Whether the rule is applied only where the web is asked. */
  readonly needsWeb?: boolean;
}

/** A rule among others, whatever its options are. */
// biome-ignore lint/suspicious/noExplicitAny: options of different rules have nothing in common
export type AnyRule = Rule<any>;

/** The name of a rule: `double-space`, whose problems have the code `integrity/double-space`. */
export function ruleName({ code }: AnyRule): string {
  return code.slice(code.indexOf('/') + 1);
}

/**
 * States a rule; its options are typed by what it says of them.
 *
 * @example
 * export const emptyName = defineRule({
 *   code: 'integrity/empty-name',
 *   severity: 'warning',
 *   read: ({ report }) => ({
 *     elements: { name: (element) => { … report(element, element.startTag, { message: '…' }); } },
 *   }),
 * });
 */
export function defineRule<const Descriptions extends OptionDescriptions = Record<never, never>>(
  rule: Rule<Descriptions>,
): Rule<Descriptions> {
  return rule;
}
