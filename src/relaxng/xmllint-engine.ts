import { compareProblems, Failure, type Problem } from '../problems/index.js';
import {
  attribute,
  descendants,
  problemAt,
  relatedPlace,
  type XmlDocument,
  type XmlElement,
  type XmlText,
} from '../xml/index.js';
import type { RelaxNgEngine, SchemaFile } from './engine.js';
import { explain } from './explain.js';
import { type ExplainingSchema, explainingSchema } from './explanation.js';
import { type NumberedText, numberedText } from './numbered-text.js';
import { readGrammar } from './read-grammar.js';
import {
  RELAXNG_NAMESPACE,
  readSchemaFiles,
  type SchemaFiles,
  schemaFailure,
} from './schema-files.js';
import { runXmllint, type Verdict } from './xmllint-run.js';

/**
 * How deep elements may lie: libxml2's own limit for documents that it does not trust. Its recursion would take it to
 * 2048 at most, and WebAssembly's stack is used up before that.
 */
const deepest = 256;

/**
 * libxml2 as the judge, through the WebAssembly build of its `xmllint`: whether a document is valid is for it to say.
 * It tells lines only, in words for programmers, and stops at what it cannot pass; so what is wrong is found by our
 * own reading of schema and source, and what libxml2 says is passed on where that finds nothing.
 */
export const xmllintEngine: RelaxNgEngine = {
  name: 'xmllint',

  async validate(documents: readonly XmlDocument[], schema: SchemaFile): Promise<Problem[]> {
    const files = readSchemaFiles(schema);
    const problems: Problem[] = [];
    const judged: XmlDocument[] = [];
    for (const document of documents) {
      const deep = tooDeep(document);
      if (deep === undefined) judged.push(document);
      else problems.push(deep);
    }
    if (judged.length === 0) {
      readGrammar(files);
      return problems.sort(compareProblems);
    }
    const texts = judged.map((document) => numberedText(document));
    // libxml2 works in a thread of its own; meanwhile the schema is read here, and its faults, if any, are told first.
    const schemas = schemaTexts(files);
    const running = runXmllint(
      texts.map(({ text }) => text),
      schemas,
    );
    running.catch(() => undefined);
    const grammar = readGrammar(files);
    const verdicts = await running;
    if ('schemaError' in verdicts) throw refused(files, schemas, verdicts.schemaError);
    const explaining = explainingSchema(schema.file, grammar);
    for (const [index, document] of judged.entries()) {
      const verdict = verdicts.documents[index];
      const text = texts[index];
      if (verdict === undefined || text === undefined || verdict.valid) continue;
      problems.push(...told(document, text, verdict, explaining));
    }
    return problems.sort(compareProblems);
  },
};

/** What is wrong by our own reading, and what libxml2 complains of elsewhere. */
function told(
  document: XmlDocument,
  text: NumberedText,
  verdict: Verdict,
  schema: ExplainingSchema,
): Problem[] {
  const { problems, concerned: explained } = explain(document, schema);
  const repeated = repeatedIdentifiers(document, schema);
  const concerned = new Set([...explained, ...repeated.map(({ element }) => element)]);
  const kin = new Set<XmlElement>(concerned);
  for (const element of concerned) {
    for (let up = element.parent; up.kind === 'element'; up = up.parent) kin.add(up);
  }
  const all = [...problems, ...repeated.map(({ problem }) => problem)];
  const said = new Set<XmlElement>();
  for (const { line, element: name, message } of verdict.complaints) {
    const candidates = text.elementsOnLine(line);
    const element =
      candidates.find(({ qname }) => qname === name) ?? candidates[0] ?? document.root;
    if (kin.has(element) || said.has(element) || hasAncestorIn(element, concerned)) continue;
    // What libxml2 says of an element once more, it may place at its first child.
    if (element.parent.kind === 'element' && said.has(element.parent)) continue;
    said.add(element);
    all.push(
      problemAt(document.source, element.nameSpan, {
        code: 'relaxng/invalid',
        message: `<${element.qname}> does not match the schema. libxml2 says: ${message}.`,
        schema: schema.file,
        help: 'Compare it, and what it holds, with what the schema says of such an element.',
      }),
    );
    for (let up: XmlElement | XmlDocument = element; up.kind === 'element'; up = up.parent)
      kin.add(up);
  }
  if (all.length > 0) return all;
  return [
    problemAt(document.source, document.root.nameSpan, {
      code: 'relaxng/invalid',
      message: `The document does not match the schema ${schema.file}, and libxml2 does not say where.`,
      schema: schema.file,
      help: 'Validate parts of it to find the place.',
    }),
  ];
}

/**
 * libxml2 minds that values of the type ID are unique; what it says of a repeated one depends on where it stands.
 * TEI's identifiers are `xml:id`, which is an ID by its name (xml:id 1.0, section 4).
 */
function repeatedIdentifiers(
  document: XmlDocument,
  schema: ExplainingSchema,
): { readonly element: XmlElement; readonly problem: Problem }[] {
  if (!schema.grammar.hasIdentifiers) return [];
  const first = new Map<string, XmlElement>();
  const found: { readonly element: XmlElement; readonly problem: Problem }[] = [];
  for (const element of descendants(document)) {
    const id = attribute(element, 'xml:id');
    const value = id?.value.trim();
    if (id === undefined || value === undefined) continue;
    const bearer = first.get(value);
    if (bearer === undefined) {
      first.set(value, element);
      continue;
    }
    const place = relatedPlace(document.source, bearer.startTag, `<${bearer.qname}> has it.`);
    const problem = problemAt(document.source, id.valueSpan, {
      code: 'relaxng/attribute-value',
      message: `The identifier "${value}" of <${element.qname}> is taken: <${bearer.qname}> on line ${place.line} has it.`,
      help: 'Give one of the two another.',
      schema: schema.file,
      related: [place],
    });
    found.push({ element, problem });
  }
  return found;
}

function hasAncestorIn(element: XmlElement, set: ReadonlySet<XmlElement>): boolean {
  for (let up = element.parent; up.kind === 'element'; up = up.parent) if (set.has(up)) return true;
  return false;
}

function tooDeep(document: XmlDocument): Problem | undefined {
  const stack = [{ element: document.root, depth: 1 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { element, depth } = next;
    if (depth > deepest) {
      return problemAt(document.source, element.nameSpan, {
        code: 'relaxng/too-deep',
        message: `<${element.qname}> lies ${depth} elements deep; validation reaches ${deepest}.`,
        help: 'Look for an element that is opened again and again and never closed.',
      });
    }
    for (const child of element.children) {
      if (child.kind === 'element') stack.push({ element: child, depth: depth + 1 });
    }
  }
  return undefined;
}

/** The schema's files for libxml2, the main one first, with references among them by the names it knows them by. */
function schemaTexts({ documents, drawnIn }: SchemaFiles): NumberedText[] {
  const name = (document: XmlDocument): string => `${documents.indexOf(document)}.rng`;
  return documents.map((document) =>
    numberedText(
      document,
      (element, attribute) => {
        const target = attribute.qname === 'href' ? drawnIn.get(element) : undefined;
        return target === undefined ? attribute.value : name(target);
      },
      isAnnotation,
    ),
  );
}

/** What simplification takes away first (RELAX NG specification, sections 4.1 and 4.2): libxml2 need not read it. */
function isAnnotation(node: XmlElement | XmlText): boolean {
  if (node.kind === 'element') return node.name.namespace !== RELAXNG_NAMESPACE;
  const { local } = node.parent.name;
  return local !== 'value' && local !== 'param' && node.value.trim() === '';
}

/** libxml2 found fault with a schema in which our own reading found none. */
function refused(
  { main, documents }: SchemaFiles,
  texts: readonly NumberedText[],
  complaints: Verdict['complaints'],
): Failure {
  const problems = complaints.map(({ file, line, message }) => {
    const document = documents[file] ?? main;
    const element = texts[file]?.elementsOnLine(line)[0] ?? document.root;
    return problemAt(document.source, element.nameSpan, {
      code: 'relaxng/schema',
      message: `${message.replace(/\.$/, '')}.`,
    });
  });
  if (problems.length === 0) {
    return new Failure(`libxml2 cannot use the schema ${main.source.file}, and does not say why.`, {
      help: 'Try it with jing.',
    });
  }
  return schemaFailure(main.source.file, problems);
}
