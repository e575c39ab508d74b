import { counted, thousands } from '../report/index.js';
import { type Changes, type DocumentChange, isSeen } from './changes.js';
import {
  addressItems,
  code,
  entryItems,
  type Item,
  nameItem,
  plain,
  type Run,
  relationItem,
  strong,
  structureItem,
  valueItem,
  wordItem,
} from './sentences.js';

/** Changes of one kind. */
export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

/** What is said of one document. */
export interface Chapter {
  readonly file: string;
  /** What became of it as a whole; no runs where it is only changed. */
  readonly remark: readonly Run[];
  readonly sections: readonly Section[];
  /** What no reader sees, in one sentence; empty where there is nothing. */
  readonly markup: string;
}

/** All that is told of a change, in the order in which it is told. */
export interface Outline {
  readonly title: string;
  /** How much of what changed. */
  readonly summary: string;
  /** Words that changed where markup changed too, whatever the document: each with its document. */
  readonly first: Section | undefined;
  readonly chapters: readonly Chapter[];
  /** Documents in which nothing changed that a reader sees. */
  readonly unseen: readonly { readonly file: string; readonly markup: string }[];
  readonly unreadable: readonly { readonly file: string; readonly runs: readonly Run[] }[];
  /** What else changed in the project, a sentence each. */
  readonly others: readonly string[];
}

/** Puts what changed into sentences, for all forms in which it is shown to people. */
export function outlineOf(changes: Changes): Outline {
  const { before, after, documents, unreadable, otherFiles } = changes;
  const beside = documents.flatMap((document) =>
    document.words
      .filter(({ besideMarkup }) => besideMarkup)
      .map((change) => {
        const item = wordItem(change);
        return { ...item, place: `${document.file}, ${item.place}` };
      }),
  );
  return {
    title: `What changed from ${before} to ${after}`,
    summary: summaryOf(changes),
    first:
      beside.length === 0
        ? undefined
        : { title: 'Words changed where the markup was changed: was that meant?', items: beside },
    // The text before the registers.
    chapters: (['edition', 'authority'] as const).flatMap((kind) =>
      documents.filter((each) => each.kind === kind && isSeen(each)).map(chapterOf),
    ),
    unseen: documents
      .filter((document) => !isSeen(document))
      .map((document) => {
        const was = document.from === undefined ? [] : [`was ${document.from}`];
        const markup = [...was, ...markupOf(document).split(', ')].filter((each) => each !== '');
        return { file: document.file, markup: markup.join(', ') };
      }),
    unreadable: unreadable.map(({ file, side, problems }) => {
      const [first] = problems.filter(({ severity }) => severity === 'error');
      const where = side === 'before' ? `as it was in ${before}` : `as it is in ${after}`;
      const at = first === undefined ? file : `${first.file}:${first.line}:${first.column}`;
      return {
        file,
        runs: [
          plain(`not compared, since it is not well-formed ${where}: `),
          code(at),
          plain(` ${first?.message ?? ''}`),
        ],
      };
    }),
    others: [...otherSentences(otherFiles), ...addressCaution(changes)],
  };
}

function chapterOf(document: DocumentChange): Chapter {
  const words = document.words.filter(({ besideMarkup }) => !besideMarkup);
  const inText = <T extends { readonly inHeader: boolean }>(all: readonly T[]): T[] =>
    all.filter(({ inHeader }) => !inHeader);
  const inHeader = <T extends { readonly inHeader: boolean }>(all: readonly T[]): T[] =>
    all.filter((each) => each.inHeader);
  const sections: Section[] = [
    { title: 'Words', items: inText(words).map(wordItem) },
    { title: 'Names', items: inText(document.names).map(nameItem) },
    { title: 'Dates and numbers', items: inText(document.values).map(valueItem) },
    { title: 'Order, lines and links', items: inText(document.structure).map(structureItem) },
    {
      title: 'What is said of the document',
      items: [
        ...inHeader(words).map(wordItem),
        ...inHeader(document.names).map(nameItem),
        ...inHeader(document.values).map(valueItem),
        ...inHeader(document.structure).map(structureItem),
      ],
    },
    {
      title: 'Entries of the register',
      items: [...entryItems(document), ...document.relations.map(relationItem)],
    },
    { title: 'Addresses', items: addressItems(document.addresses) },
  ];
  return {
    file: document.file,
    remark: remarkOf(document),
    sections: sections.filter(({ items }) => items.length > 0),
    markup: markupOf(document),
  };
}

function remarkOf({ status, from, title, size, kind }: DocumentChange): Run[] {
  const what = kind === 'authority' ? 'register' : 'document';
  const details = size === undefined || kind === 'authority' ? '' : `, ${counted(size, 'word')}`;
  const named = title === undefined ? [] : [plain(': '), strong(title)];
  if (status === 'added') return [plain(`new ${what}`), ...named, plain(details)];
  if (status === 'deleted') return [plain(`${what} removed`), ...named, plain(details)];
  return status === 'renamed' ? [plain('was '), code(from ?? '')] : [];
}

/** "Not seen by readers: hi added, type of rs changed (3)." */
function markupOf({ markup }: DocumentChange): string {
  const all = markup.map(({ what, count }) => (count === 1 ? what : `${what} (${count} times)`));
  return all.join(', ');
}

function otherSentences({ stylesheets, schemas, others }: Changes['otherFiles']): string[] {
  const sentences: string[] = [];
  if (stylesheets.length > 0) {
    sentences.push(
      `${listed(stylesheets)}: every page may look otherwise. Build the edition to see how.`,
    );
  }
  if (schemas.length > 0) sentences.push(`${listed(schemas)}: nothing that a reader sees.`);
  if (others.length > 0) sentences.push(`${listed(others)}: not part of the text.`);
  return sentences;
}

function addressCaution({ hasOwnPages, documents }: Changes): string[] {
  if (!hasOwnPages || documents.every(({ addresses }) => addresses.length === 0)) return [];
  return [
    'xslt/html.xsl is the project’s own: addresses are told as the stylesheets of imprimatur give them.',
  ];
}

function listed(files: readonly string[]): string {
  const some = files.slice(0, 5).join(', ');
  return files.length > 5 ? `${some} and ${counted(files.length - 5, 'other')}` : some;
}

function summaryOf({ documents, unreadable, otherFiles }: Changes): string {
  const total = documents.length + unreadable.length;
  const isElse = [otherFiles.stylesheets, otherFiles.schemas, otherFiles.others].some(
    (files) => files.length > 0,
  );
  if (total === 0) return isElse ? 'No document and no register changed.' : 'Nothing changed.';
  const seen = documents.filter(isSeen);
  if (seen.length === 0 && unreadable.length === 0) {
    return `Nothing that a reader sees, in ${counted(documents.length, 'changed file')}.`;
  }
  const counts: [number, string, string][] = [
    [count(seen, ({ words }) => words), 'passage with other words', 'passages with other words'],
    [count(seen, ({ names }) => names), 'name', 'names'],
    [count(seen, ({ values }) => values), 'date or number', 'dates and numbers'],
    [
      count(seen, ({ structure }) => structure),
      'change of order, lines or links',
      'changes of order, lines and links',
    ],
    [
      count(seen, ({ entries }) => entries) + count(seen, ({ relations }) => relations),
      'entry of a register',
      'entries of registers',
    ],
    [
      count(seen, ({ addresses }) => addresses.filter(({ kind }) => kind !== 'came')),
      'address that is gone or moved',
      'addresses that are gone or moved',
    ],
    [
      count(seen, ({ addresses }) => addresses.filter(({ kind }) => kind === 'came')),
      'new address',
      'new addresses',
    ],
  ];
  const parts = counts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => (number === 1 ? `1 ${one}` : `${thousands(number)} ${many}`));
  const unseen = documents.length - seen.length;
  const sentences = [
    `${counted(seen.length, 'file')} with changes that a reader sees${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`,
  ];
  if (unseen > 0) sentences.push(`${counted(unseen, 'file')} with none.`);
  if (unreadable.length > 0) sentences.push(`${counted(unreadable.length, 'file')} not compared.`);
  return sentences.join(' ');
}

function count(
  documents: readonly DocumentChange[],
  of: (document: DocumentChange) => readonly unknown[],
): number {
  return documents.reduce((sum, document) => sum + of(document).length, 0);
}
