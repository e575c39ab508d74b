import { Failure, type Problem } from '../problems/index.js';
import {
  problemAt,
  type ResolveAddress,
  type SchemaFile,
  sourceOf,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlText,
} from '../xml/index.js';
import { type NumberedText, numberedText, type WrittenAttribute } from './numbered-text.js';
import {
  type Complaint,
  type JudgedLanguage,
  type RunResult,
  runXmllint,
  schemaFileName,
} from './run-xmllint.js';
import {
  readSchemaDocuments,
  referenceOf,
  type SchemaDocuments,
  type SchemaReferences,
  schemaFailure,
} from './schema-documents.js';

/** What libxml2 is asked to judge by. */
export interface SchemaLanguage extends SchemaReferences {
  readonly name: JudgedLanguage;
  /** How deep elements may lie in a document. */
  readonly deepest: number;
  /** Whether a node of a schema says nothing that matters to validation, so that libxml2 need not read it. */
  isAnnotation(node: XmlElement | XmlText): boolean;
  /** What of an attribute of a document is not for libxml2. */
  isHidden?(attribute: WrittenAttribute): boolean;
  /** What is to be said of a schema besides what libxml2 says, when that refuses it. */
  explainRefusal?(documents: readonly XmlDocument[]): readonly Problem[];
}

/** What libxml2 complains of, and the element at which it does so. */
export interface ElementComplaint {
  readonly element: XmlElement;
  readonly message: string;
}

/** What libxml2 says of a document. */
export interface DocumentVerdict {
  readonly document: XmlDocument;
  readonly valid: boolean;
  /** libxml2 stopped at an internal error, and has not seen all of the document. */
  readonly stopped: boolean;
  readonly complaints: readonly ElementComplaint[];
  /** The first element that lies deeper than libxml2 reaches, with its depth; the document was not judged then. */
  readonly tooDeep: { readonly element: XmlElement; readonly depth: number } | undefined;
}

/** Has documents judged by a schema that has been read. */
export interface LibxmlJudge {
  /** The files of the schema. */
  readonly schema: readonly XmlDocument[];
  /**
   * What libxml2 says of documents, in their order. They are asked for as they are needed, and nothing is kept of one
   * when the next verdict but a few hundred is taken.
   *
   * @throws Failure when libxml2 does not take the schema, or gives up
   */
  verdicts(documents: Iterable<XmlDocument>): AsyncIterable<DocumentVerdict>;
}

/**
 * Has libxml2 judge documents by a schema.
 *
 * @param resolve gives the path of a copy of what has an `http` or `https` address
 * @throws Failure when a file of the schema is missing, or not well-formed
 */
export function libxmlJudge(
  file: SchemaFile,
  language: SchemaLanguage,
  resolve: ResolveAddress | undefined,
): LibxmlJudge {
  const schema = readSchemaDocuments(file, language, resolve);
  return {
    schema: schema.documents,
    verdicts: (documents) => verdictsOf(documents, file, schema, language),
  };
}

async function* verdictsOf(
  documents: Iterable<XmlDocument>,
  file: SchemaFile,
  schema: SchemaDocuments,
  language: SchemaLanguage,
): AsyncIterable<DocumentVerdict> {
  const schemaTexts = writtenSchema(schema, language);
  for (const batch of batches(documents, language)) {
    const judged = batch.flatMap(({ text }) => text ?? []);
    const result =
      judged.length === 0
        ? { documents: [] }
        : await runXmllint(
            language.name,
            judged.map(({ text }) => text),
            schemaTexts.map(({ text }) => text),
          );
    if ('schemaError' in result)
      throw refused(file, schema, schemaTexts, result.schemaError, language);
    const said = result.documents.values();
    for (const { document, text, tooDeep } of batch) {
      yield text === undefined
        ? { document, valid: false, stopped: false, complaints: [], tooDeep }
        : { document, tooDeep, ...located(document, text, said.next().value) };
    }
  }
}

/** A document as libxml2 gets it. */
interface Subject {
  readonly document: XmlDocument;
  /** `undefined` where it is too deep for libxml2. */
  readonly text: NumberedText | undefined;
  readonly tooDeep: DocumentVerdict['tooDeep'];
}

/** How many documents one run takes. */
const mostDocuments = 400;
/** How much text one run takes, in UTF-16 units: all of it lies in memory at once, and in that of libxml2. */
const mostText = 2 ** 25;

/** Parts documents into what one run takes each. */
function* batches(
  documents: Iterable<XmlDocument>,
  language: SchemaLanguage,
): IterableIterator<readonly Subject[]> {
  let batch: Subject[] = [];
  let size = 0;
  for (const document of documents) {
    const subject = subjectOf(document, language);
    const length = subject.text?.text.length ?? 0;
    if (batch.length === mostDocuments || (batch.length > 0 && size + length > mostText)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(subject);
    size += length;
  }
  yield batch;
}

function subjectOf(document: XmlDocument, language: SchemaLanguage): Subject {
  const tooDeep = firstDeeperThan(document, language.deepest);
  if (tooDeep !== undefined) return { document, text: undefined, tooDeep };
  const text = numberedText(document, ({ attributes }) => shown(attributes, language));
  return { document, text, tooDeep };
}

function shown(
  attributes: readonly XmlAttribute[],
  { isHidden }: SchemaLanguage,
): readonly WrittenAttribute[] {
  return attributes.filter((one) => !one.isFixup && !isHidden?.(one));
}

type Verdicts = Extract<RunResult, { documents: unknown }>['documents'];

function located(
  document: XmlDocument,
  text: NumberedText,
  verdict: Verdicts[number] | undefined,
): Pick<DocumentVerdict, 'valid' | 'stopped' | 'complaints'> {
  return {
    valid: verdict?.valid ?? false,
    stopped: verdict?.stopped ?? true,
    complaints: (verdict?.complaints ?? []).map(({ line, element: named, message }) => {
      const candidates = text.elementsOnLine(line);
      const name = named === '' ? /^Element '(?:\{[^}]*\})?([^']*)'/.exec(message)?.[1] : named;
      const element = candidates.find(({ qname, name: { local } }) =>
        [qname, local].includes(name ?? ''),
      );
      return { element: element ?? candidates[0] ?? document.root, message };
    }),
  };
}

/** The schema's files for libxml2, with references among them by the names it knows them by. */
function writtenSchema(
  { documents, drawnIn }: SchemaDocuments,
  language: SchemaLanguage,
): readonly NumberedText[] {
  return documents.map((document) =>
    numberedText(
      document,
      (element) => {
        const target = drawnIn.get(element);
        if (target === undefined) return element.attributes;
        const reference = referenceOf(element, language);
        return [
          ...element.attributes.filter((one) => one !== reference),
          {
            qname: language.elements.get(element.name.local) ?? '',
            value: schemaFileName(language.name, documents.indexOf(target)),
          },
        ];
      },
      language.isAnnotation,
    ),
  );
}

/** libxml2 does not take a schema that is well-formed. */
function refused(
  file: SchemaFile,
  { documents, missing }: SchemaDocuments,
  texts: readonly NumberedText[],
  complaints: readonly Complaint[],
  language: SchemaLanguage,
): Failure {
  const said = complaints.flatMap(({ file: index, line, message }) => {
    const document = documents[index];
    if (document === undefined) return [];
    const element = texts[index]?.elementsOnLine(line)[0] ?? document.root;
    return problemAt(sourceOf(element), element.nameSpan, {
      code: language.code,
      message: `libxml2 says: ${message.replaceAll('{http://www.w3.org/2001/XMLSchema}', 'xs:').replace(/\.$/, '')}.`,
    });
  });
  const explained = language.explainRefusal?.(documents) ?? [];
  const problems = [...missing, ...(explained.length > 0 ? explained : said)];
  if (explained.length > 0)
    return new Failure(`libxml2 cannot judge by the schema ${file.file}.`, { problems });
  if (problems.length > 0) return schemaFailure(file.file, problems);
  return new Failure(`libxml2 cannot use the schema ${file.file}, and does not say why.`, {
    help: 'See whether another validator can.',
  });
}

function firstDeeperThan(document: XmlDocument, deepest: number): DocumentVerdict['tooDeep'] {
  const stack = [{ element: document.root, depth: 1 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { element, depth } = next;
    if (depth > deepest) return next;
    for (const child of element.children)
      if (child.kind === 'element') stack.push({ element: child, depth: depth + 1 });
  }
  return undefined;
}
