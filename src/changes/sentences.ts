import { counted, thousands } from '../report/index.js';
import type {
  AddressChange,
  DocumentChange,
  EntryChange,
  NameChange,
  RelationChange,
  StatedValue,
  StructureChange,
  ValueChange,
  WordChange,
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

export const plain = (text: string): Run => ({ kind: 'plain', text });
const quiet = (text: string): Run => ({ kind: 'quiet', text });
export const strong = (text: string): Run => ({ kind: 'strong', text });
export const code = (text: string): Run => ({ kind: 'code', text });

const layerNames = { text: '', note: 'note: ', reading: 'reading beside the text: ' } as const;

/** Words that changed, between those around them. */
export function wordItem(change: WordChange): Item {
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
  const shown = (text: string): string =>
    withInvisible(isSpacing ? text.replace(/\s/gu, (each) => (each === ' ' ? '␣' : '⍽')) : text);
  if (precededBy !== '') runs.push(quiet(`${precededBy}${isSpacing ? '' : ' '}`));
  if (before !== '') runs.push({ kind: 'old', text: shown(before) });
  if (before !== '' && after !== '') runs.push(plain(' '));
  if (after !== '') runs.push({ kind: 'now', text: shown(after) });
  if (followedBy !== '') {
    const isMark = /^[\p{P}\p{S}]/u.test(followedBy) && !/^[([{“‘«]/.test(followedBy);
    runs.push(quiet(isMark ? followedBy : ` ${followedBy}`));
  }
  const isSameToSee = kind === 'changed' && before.normalize('NFC') === after.normalize('NFC');
  const details = isSameToSee ? [[quiet('the same letters, composed of other characters')]] : [];
  return { place: change.place, runs, details };
}

/** Characters that have no shape of their own, such as a soft hyphen, by their numbers. */
function withInvisible(text: string): string {
  return text.replace(/\p{Cf}/gu, (each) => {
    const code = each.codePointAt(0) ?? 0;
    return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** What became of the link of a name. */
export function nameItem({ kind, place, words, before, after, detail }: NameChange): Item {
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

/** A date or a number: its words and what they are normalised to. */
export function valueItem({ kind, place, before, after }: ValueChange): Item {
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

/** What moved, was divided or leads elsewhere. */
export function structureItem(change: StructureChange): Item {
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

/** The entries one by one; those of a register that came or went as a whole by their names alone. */
export function entryItems({ status, entries }: DocumentChange): Item[] {
  if ((status !== 'added' && status !== 'deleted') || entries.length < 2) {
    return entries.map(entryItem);
  }
  const names = entries.map(({ name }) => name.after ?? name.before ?? '');
  const kind = status === 'added' ? 'now' : 'old';
  const runs = [
    plain(`${thousands(names.length)} entries: `),
    { kind, text: names.join(', ') } as Run,
  ];
  return [{ place: '', runs, details: [] }];
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
export function addressItems(addresses: readonly AddressChange[]): Item[] {
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

/** A relation between entries that came or went. */
export function relationItem({ kind, relation }: RelationChange): Item {
  const runs: Run[] = [
    plain(kind === 'came' ? 'new relation: ' : 'relation removed: '),
    { kind: kind === 'came' ? 'now' : 'old', text: relation },
  ];
  return { place: '', runs, details: [] };
}
