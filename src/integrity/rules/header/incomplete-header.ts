import { attribute, descendants, textContent, type XmlElement } from '../../../xml/index.js';
import { childElements } from '../../letters/correspondence.js';
import { defineRule } from '../../rule.js';

/** What a header may be asked to say. */
interface Statement {
  readonly name: string;
  /** Whether it says it. */
  readonly isIn: (header: XmlElement) => boolean;
  readonly help: string;
}

const statements: Readonly<Record<string, Statement>> = {
  title: {
    name: 'a title',
    isIn: (header) => isNotEmpty(at(header, 'fileDesc', 'titleStmt', 'title')),
    help: 'Write <title>…</title> in <titleStmt>.',
  },
  author: {
    name: 'an author',
    isIn: (header) => at(header, 'fileDesc', 'titleStmt', 'author').some(hasWords),
    help: 'Write <author>…</author> in <titleStmt>.',
  },
  responsibility: {
    name: 'an editor',
    isIn: (header) =>
      ['titleStmt', 'editionStmt'].some((statement) =>
        ['editor', 'respStmt', 'principal'].some((name) =>
          at(header, 'fileDesc', statement, name).some(hasWords),
        ),
      ),
    help: 'Write <editor>…</editor> or <respStmt><resp>…</resp><name>…</name></respStmt> in <titleStmt>.',
  },
  publisher: {
    name: 'a publisher',
    isIn: (header) => published(header, ['publisher', 'distributor', 'authority']),
    help: 'Write <publisher>…</publisher> in <publicationStmt>.',
  },
  place: {
    name: 'a place of publication',
    isIn: (header) => published(header, ['pubPlace']),
    help: 'Write <pubPlace>…</pubPlace> in <publicationStmt>.',
  },
  date: {
    name: 'a date of publication',
    isIn: (header) => published(header, ['date']),
    help: 'Write <date when="…">…</date> in <publicationStmt>.',
  },
  licence: {
    name: 'a licence',
    isIn: (header) =>
      published(header, ['licence', 'availability']) ||
      // Where all of it is told in prose.
      at(header, 'fileDesc', 'publicationStmt', 'p').some((p) =>
        /licen[cs]|lizenz|copyright|©|rights|\bCC\b|public domain|gemeinfrei/i.test(textContent(p)),
      ),
    help: 'Write <availability><licence target="…">…</licence></availability> in <publicationStmt>.',
  },
  source: {
    name: 'a source',
    isIn: (header) => isNotEmpty(at(header, 'fileDesc', 'sourceDesc')),
    help: 'Describe the source in <sourceDesc>; what was never anything but digital says so there.',
  },
  language: {
    name: 'a language',
    isIn: (header) =>
      at(header, 'profileDesc', 'langUsage').some(hasWords) ||
      (header.parent.kind === 'element' &&
        [header.parent, ...childElements(header.parent, 'text')].some(
          (element) => attribute(element, 'xml:lang') !== undefined,
        )),
    help: 'Write <langUsage><language ident="…">…</language></langUsage> in <profileDesc>.',
  },
  revision: {
    name: 'a list of changes',
    isIn: (header) => at(header, 'revisionDesc').some(hasWords),
    help: 'Write <revisionDesc><change when="…">…</change></revisionDesc>.',
  },
};

/** The header says what whoever finds the edition wants to know of it (TEI Guidelines, section 2.7). */
export const incompleteHeader = defineRule({
  code: 'integrity/incomplete-header',
  severity: 'info',
  options: {
    required: {
      type: 'texts',
      default: ['title', 'responsibility', 'licence', 'source'],
      choices: Object.keys(statements),
      description: 'What the header must say.',
    },
  },
  read: ({ options, report }) => ({
    elements: {
      teiHeader: (header) => {
        if (childElements(header, 'fileDesc').length === 0) return;
        const headers = [header, ...headersAbove(header)];
        const missing = options.required.flatMap((name) => {
          const statement = statements[name];
          return statement === undefined || headers.some(statement.isIn) ? [] : [statement];
        });
        if (missing.length === 0) return;
        const names = missing.map(({ name }) => name.replace(/^an? /, 'no '));
        report(header, header.nameSpan, {
          message: `The header names ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`}.`,
          help: missing.map(({ help }) => help).join(' '),
        });
      },
    },
  }),
});

/** What every schema demands is missed by the schema; here it is told where it is there and says nothing. */
function isNotEmpty(elements: readonly XmlElement[]): boolean {
  return elements.length === 0 || elements.some(hasWords);
}

/** The headers of the corpora that an edition is in: what they say holds for it too (TEI Guidelines, section 15.1). */
function headersAbove(header: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const edition = header.parent;
  if (edition.kind === 'document') return found;
  for (let node = edition.parent; node.kind === 'element'; node = node.parent)
    if (/^(TEI|teiCorpus)$/.test(node.name.local)) found.push(...childElements(node, 'teiHeader'));
  return found;
}

/** The elements that a path of child elements leads to. */
function at(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  const [name, ...rest] = path;
  if (name === undefined) return [element];
  return childElements(element, name).flatMap((child) => at(child, ...rest));
}

/** Whether a statement of publication has one of some elements, anywhere in it, that says something. */
function published(header: XmlElement, names: readonly string[]): boolean {
  return at(header, 'fileDesc', 'publicationStmt').some((statement) =>
    [...descendants(statement)].some(
      (element) => names.includes(element.name.local) && hasWords(element),
    ),
  );
}

const saying = [
  'target',
  'ref',
  'when',
  'when-iso',
  'from',
  'to',
  'notBefore',
  'notAfter',
  'ident',
  'url',
  'corresp',
  'sameAs',
];

/** Whether an element or what is in it has words, or points to some. */
function hasWords(element: XmlElement): boolean {
  const points = (one: XmlElement) => saying.some((name) => attribute(one, name) !== undefined);
  return (
    points(element) || textContent(element).trim() !== '' || [...descendants(element)].some(points)
  );
}
