import { counted, thousands } from '../report/index.js';
import {
  type AddressChange,
  type Changes,
  type DocumentChange,
  type EntryChange,
  isSeen,
  type NameChange,
  type StatedValue,
  type StructureChange,
  type ValueChange,
  type WordChange,
} from './changes.js';

/** A run of text in a sentence; `old` went, `now` came. */
export interface Run {
  readonly kind: 'plain' | 'old' | 'now' | 'code' | 'strong' | 'quiet';
  readonly text: string;
}

/** One change, told in a sentence. */
export interface Item {
  /** Where it is, as a reader names it; empty where that says nothing. */
  readonly place: string;
  readonly runs: readonly Run[];
  /** What is said below it, a line each. */
  readonly details: readonly (readonly Run[])[];
}

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

const plain = (text: string): Run => ({ kind: 'plain', text });
const quiet = (text: string): Run => ({ kind: 'quiet', text });
const strong = (text: string): Run => ({ kind: 'strong', text });
const code = (text: string): Run => ({ kind: 'code', text });

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
    others: otherSentences(otherFiles),
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
      items: [
        ...document.entries.map(entryItem),
        ...document.relations.map(({ kind, relation }) => ({
          place: '',
          runs: [
            plain(kind === 'came' ? 'new relation: ' : 'relation removed: '),
            { kind: kind === 'came' ? 'now' : 'old', text: relation } as Run,
          ],
          details: [],
        })),
      ],
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

const layerNames = { text: '', note: 'note: ', reading: 'reading beside the text: ' } as const;

function wordItem(change: WordChange): Item {
  const { kind, layer, whole, before, after, precededBy, followedBy } = change;
  const isNamed = / note|^note|reading/.test(change.place);
  const label = isNamed ? '' : layerNames[layer];
  const runs: Run[] = label === '' ? [] : [quiet(label)];
  if (whole) {
    const what = layer === 'note' ? 'note' : 'passage';
    runs.push(quiet(kind === 'came' ? `new ${what}: ` : `${what} removed: `));
    runs.push({ kind: kind === 'came' ? 'now' : 'old', text: kind === 'came' ? after : before });
    return { place: change.place, runs, details: [] };
  }
  const isSpacing = kind === 'spacing';
  const visible = (text: string): string => (isSpacing ? text.replaceAll(' ', '␣') : text);
  if (precededBy !== '') runs.push(quiet(`${precededBy}${isSpacing ? '' : ' '}`));
  if (before !== '') runs.push({ kind: 'old', text: visible(before) });
  if (before !== '' && after !== '') runs.push(plain(' '));
  if (after !== '') runs.push({ kind: 'now', text: visible(after) });
  if (followedBy !== '') {
    const isMark = /^[\p{P}\p{S}]/u.test(followedBy) && !/^[([{“‘«]/.test(followedBy);
    runs.push(quiet(isMark ? followedBy : ` ${followedBy}`));
  }
  return { place: change.place, runs, details: [] };
}

function nameItem({ kind, place, words, before, after, detail }: NameChange): Item {
  const old = entryName(before);
  const now = entryName(after);
  const quoted = plain(`“${words}” `);
  const runs = ((): Run[] => {
    switch (kind) {
      case 'linked':
        return [quoted, plain('is linked to '), { kind: 'now', text: now }];
      case 'unlinked':
        return [quoted, plain('is not linked any more to '), { kind: 'old', text: old }];
      case 'relinked':
        return [
          quoted,
          plain('is linked to '),
          { kind: 'old', text: old },
          plain(' '),
          { kind: 'now', text: now },
        ];
      case 'certainty':
        return [
          plain(`“${words}”, linked to ${now}: certainty `),
          { kind: 'old', text: detail?.before || 'certain' },
          plain(' '),
          { kind: 'now', text: detail?.after || 'certain' },
        ];
      case 'extent':
        return [
          plain(`the link to ${now} is around other words: `),
          { kind: 'old', text: detail?.before ?? '' },
          plain(' '),
          { kind: 'now', text: detail?.after ?? '' },
        ];
      case 'came':
        return [quoted, plain('came with its words, linked to '), { kind: 'now', text: now }];
      case 'went':
        return [quoted, plain('went with its words, linked to '), { kind: 'old', text: old }];
    }
  })();
  return { place, runs, details: [] };
}

function entryName(entry: NameChange['before']): string {
  if (entry === undefined) return 'nothing';
  const id = entry.pointer.split(/\s+/).map((pointer) => pointer.replace(/^.*#/, '#'));
  return entry.name === undefined ? entry.pointer : `${entry.name} (${id.join(' ')})`;
}

function valueItem({ kind, place, before, after }: ValueChange): Item {
  const text = (value: StatedValue): string =>
    value.words === '' ? value.value : `“${value.words}”`;
  const noun = kind === 'date' ? 'date' : 'number';
  if (before === undefined || after === undefined) {
    const value = (after ?? before) as StatedValue;
    const verb = after === undefined ? 'went' : 'came';
    const run: Run = { kind: after === undefined ? 'old' : 'now', text: attributesOf(value) };
    const runs = [plain(`${text(value)}, ${verb} with its words: `), run];
    return { place, runs, details: [] };
  }
  if (before.value === '' || after.value === '') {
    const isMarked = before.value === '';
    const run: Run = isMarked
      ? { kind: 'now', text: attributesOf(after) }
      : { kind: 'old', text: attributesOf(before) };
    const said = isMarked ? `is marked as a ${noun}: ` : `is not marked any more as a ${noun}: `;
    if (before.words === after.words) {
      return { place, runs: [plain(`${text(after)} ${said}`), run], details: [] };
    }
  }
  const runs: Run[] = [];
  if (before.words !== after.words) {
    runs.push({ kind: 'old', text: before.words }, plain(' '), { kind: 'now', text: after.words });
    runs.push(plain(before.value === '' && after.value === '' ? '' : ': '));
  } else if (after.words !== '') runs.push(plain(`“${after.words}”: `));
  if (before.value !== after.value) {
    if (before.value !== '') runs.push({ kind: 'old', text: attributesOf(before) });
    runs.push(plain(' '));
    if (after.value !== '') runs.push({ kind: 'now', text: attributesOf(after) });
  } else if (after.value !== '') {
    runs.push(plain('other words, and still '), code(attributesOf(after)));
  }
  return { place, runs, details: [] };
}

/** "1951-01-28" where it is plainly that; else with the attributes, "from 1951-01-28, to 1951-01-29". */
function attributesOf({ value }: StatedValue): string {
  return value.replace(/^(?:when|value) (?!.*, )/, '');
}

function structureItem(change: StructureChange): Item {
  const { kind, place, what, words, before, after } = change;
  const where = words === '' ? '' : `: “${words}”`;
  const runs = ((): Run[] => {
    switch (kind) {
      case 'moved':
        if (before === '') return [plain(`${what} moved${where}`)];
        return [plain(`${what} moved: `), ...oldAndNow(before, after), plain(where)];
      case 'came':
        return [plain(`new ${what}${where}`)];
      case 'went':
        return [plain(`${what} removed${where}`)];
      case 'renumbered':
        return [{ kind: 'old', text: before }, plain(' '), { kind: 'now', text: after }];
      case 'link':
        if (what === 'licence') {
          return [plain('address of the licence: '), ...oldAndNow(before, after)];
        }
        return [
          plain(`${what}${words === '' || words.includes(' | ') ? '' : ` “${words}”`} leads to `),
          ...(before === '' ? [] : [{ kind: 'old', text: before } as Run, plain(' ')]),
          after === '' ? plain('nothing any more') : { kind: 'now', text: after },
        ];
    }
  })();
  return { place: kind === 'moved' && before !== '' ? '' : place, runs, details: [] };
}

function oldAndNow(before: string, after: string): Run[] {
  const runs: Run[] = [];
  if (before !== '') runs.push({ kind: 'old', text: before });
  if (before !== '' && after !== '') runs.push(plain(' '));
  if (after !== '') runs.push({ kind: 'now', text: after });
  return runs;
}

function entryItem({ kind, what, identifier, name, facts, shownOn }: EntryChange): Item {
  const title = name.after ?? name.before ?? '';
  const id = identifier.after ?? identifier.before;
  const details: Run[][] = facts.map(({ label, before, after }) => [
    quiet(`${label}: `),
    ...(before === undefined ? [] : [{ kind: 'old', text: before } as Run]),
    ...(before === undefined || after === undefined ? [] : [plain(' ')]),
    ...(after === undefined ? [] : [{ kind: 'now', text: after } as Run]),
  ]);
  if (shownOn.length > 0) details.push([quiet(shownSentence(kind, shownOn))]);
  const runs = ((): Run[] => {
    switch (kind) {
      case 'came':
        return [plain(`new ${what} `), { kind: 'now', text: title }, quiet(` #${id}`)];
      case 'went':
        return [plain(`${what} removed: `), { kind: 'old', text: title }, quiet(` #${id}`)];
      case 'renamed':
        return [
          plain(`${what} renamed: `),
          { kind: 'old', text: name.before ?? '' },
          plain(' '),
          { kind: 'now', text: name.after ?? '' },
          quiet(` #${id}`),
        ];
      case 'identifier':
        return [
          plain(`${what} ${title} has another identifier: `),
          { kind: 'old', text: `#${identifier.before}` },
          plain(' '),
          { kind: 'now', text: `#${identifier.after}` },
        ];
      case 'facts':
        return [plain(`${what} `), strong(title), quiet(` #${id}`)];
    }
  })();
  return { place: '', runs, details };
}

function shownSentence(kind: EntryChange['kind'], shownOn: readonly string[]): string {
  const verb = kind === 'went' ? 'was shown' : 'shown';
  const names = shownOn.map((file) => file.replace(/^.*\//, '').replace(/\.xml$/, ''));
  if (names.length <= 3) return `${verb} on the page of ${names.join(', ')}`;
  return `${verb} on ${counted(names.length, 'page')}: ${names.slice(0, 3).join(', ')} …`;
}

/** The addresses that are gone first: somebody may have cited them. */
function addressItems(addresses: readonly AddressChange[]): Item[] {
  const order = { went: 0, moved: 1, came: 2 } as const;
  return addresses
    .map((change, index) => ({ change, index }))
    .sort((a, b) => order[a.change.kind] - order[b.change.kind] || a.index - b.index)
    .map(({ change: { kind, what, before, after } }) => {
      const runs = ((): Run[] => {
        switch (kind) {
          case 'went':
            return [plain('gone: '), { kind: 'old', text: before ?? '' }, quiet(` ${what}`)];
          case 'came':
            return [plain('new: '), { kind: 'now', text: after ?? '' }, quiet(` ${what}`)];
          case 'moved':
            return [
              plain('moved: '),
              { kind: 'old', text: before ?? '' },
              plain(' '),
              { kind: 'now', text: after ?? '' },
              quiet(` ${what}`),
            ];
        }
      })();
      return { place: '', runs, details: [] };
    });
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
