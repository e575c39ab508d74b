import type { Anchor } from '../editions/index.js';
import type { DocumentKind } from '../project/index.js';
import type { XmlElement } from '../xml/index.js';
import { descendants, textContent } from '../xml/index.js';
import { addressChanges, type PublishedDocument } from './address-changes.js';
import { type DocumentChange, isSeen } from './changes.js';
import { type ComparedDocument, layBeside } from './compared.js';
import { entryChanges, relationChanges } from './entry-changes.js';
import { markupChanges } from './markup-changes.js';
import { nameChanges } from './name-changes.js';
import { readingOf } from './reading.js';
import { structureChanges } from './structure-changes.js';
import { valueChanges } from './value-changes.js';
import { wordChanges } from './word-changes.js';
import { folded } from './words.js';

/** One version of a document, with where it is published. */
export interface DocumentVersion extends ComparedDocument {
  readonly kind: DocumentKind;
  /** Its addresses; those of an authority file, which has no page of its own, are none. */
  readonly published: PublishedDocument | undefined;
}

const nothing = {
  words: [],
  names: [],
  values: [],
  structure: [],
  entries: [],
  relations: [],
  addresses: [],
  markup: [],
} as const;

/** What changed between two versions of one document. */
export function documentChange(before: DocumentVersion, after: DocumentVersion): DocumentChange {
  const compared = layBeside(before, after);
  const [old, now] = [compared.before.reading, compared.after.reading];
  const isRenamed = before.file !== after.file;
  const change: DocumentChange = {
    file: after.file,
    from: isRenamed ? before.file : undefined,
    status: isRenamed ? 'renamed' : 'modified',
    kind: after.kind,
    words: wordChanges(compared),
    names: nameChanges(compared),
    values: valueChanges(compared),
    structure: structureChanges(compared),
    entries: entryChanges(old.entries, now.entries, { before: before.file, after: after.file }),
    relations: relationChanges(
      { ...before, relations: old.relations },
      { ...after, relations: now.relations },
    ),
    addresses: addressChanges(before.published, after.published, compared),
    markup: [],
  };
  const isAddress = addressTest([before.published, after.published]);
  const isAllElseSame = !isSeen(change);
  return { ...change, markup: markupChanges(compared, isAddress, isAllElseSame) };
}

function addressTest(
  published: readonly (PublishedDocument | undefined)[],
): (element: XmlElement) => boolean {
  const anchors: Anchor[] = published.flatMap((each) => each?.anchors ?? []);
  const elements = new Set(anchors.map(({ element }) => element));
  return (element) => elements.has(element);
}

/** A document that came or went as a whole. */
export function wholeDocument(
  version: DocumentVersion,
  status: 'added' | 'deleted',
): DocumentChange {
  const reading = readingOf(version.tree);
  const isNew = status === 'added';
  const addresses = isNew
    ? addressChanges(undefined, version.published, undefined)
    : addressChanges(version.published, undefined, undefined);
  const none = { before: version.file, after: version.file };
  return {
    ...nothing,
    file: version.file,
    status,
    kind: version.kind,
    title: documentTitle(version),
    size: reading.blocks
      .filter(({ element }) => !isHeaderBlock(element))
      .reduce((sum, { start, end }) => sum + countWords(reading.words.slice(start, end)), 0),
    entries: isNew
      ? entryChanges([], reading.entries, none)
      : entryChanges(reading.entries, [], none),
    addresses,
  };
}

function countWords(words: readonly { readonly text: string }[]): number {
  return words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
}

function isHeaderBlock(element: XmlElement): boolean {
  for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) {
    if (at.name.local === 'teiHeader') return true;
  }
  return false;
}

function documentTitle({ tree }: DocumentVersion): string | undefined {
  for (const element of descendants(tree)) {
    if (element.name.local !== 'title') continue;
    const { parent } = element;
    if (parent.kind === 'element' && parent.name.local === 'titleStmt') {
      return folded(textContent(element));
    }
  }
  return undefined;
}
