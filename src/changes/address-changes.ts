import type { Anchor } from '../editions/index.js';
import { thousands } from '../report/index.js';
import type { XmlElement } from '../xml/index.js';
import type { AddressChange } from './changes.js';
import type { Compared } from './compared.js';

/** Where a document is published, and the permanent addresses in it. */
export interface PublishedDocument {
  /** Its folder in `dist/`: `telegram-112096`. */
  readonly folder: string;
  /** The other files that are published with it, relative to `dist/`: registers that it points to. */
  readonly files: readonly string[];
  readonly anchors: readonly Anchor[];
  /** Entries of registers that its page shows: their anchors, and what they are. */
  readonly entries: ReadonlyMap<string, string>;
}

/**
 * The permanent addresses that appear, vanish or change. One that leads to the same passage under another name has
 * moved: whoever cited it finds nothing there any more.
 *
 * @param compared how the elements of the two versions correspond, where there are two
 */
export function addressChanges(
  before: PublishedDocument | undefined,
  after: PublishedDocument | undefined,
  compared: Compared | undefined,
): AddressChange[] {
  const changes: AddressChange[] = [];
  const pageOf = (published: PublishedDocument | undefined): string | undefined =>
    published === undefined ? undefined : `${published.folder}/`;
  const [oldPage, newPage] = [pageOf(before), pageOf(after)];
  if (oldPage !== newPage) {
    // With its page, all that is in it comes or goes: only how much is told.
    const { anchors = [], entries = new Map() } = (before === undefined ? after : before) ?? {};
    const within = anchors.length + entries.size;
    const what =
      within === 0
        ? 'page'
        : `page, with ${thousands(within)} ${within === 1 ? 'address' : 'addresses'} in it`;
    changes.push(addressChange(what, oldPage, newPage));
  }
  if (before === undefined || after === undefined) return changes;
  const successors = new Map<XmlElement, XmlElement>();
  for (const pair of compared?.elements.pairs ?? []) {
    successors.set(pair.before.element, pair.after.element);
  }
  const key = ({ identifier }: Anchor): string => identifier;
  const old = new Map(before.anchors.map((anchor) => [key(anchor), anchor]));
  const now = new Map(after.anchors.map((anchor) => [key(anchor), anchor]));
  const taken = new Set<Anchor>();
  const label = (anchor: Anchor, side: 'before' | 'after'): string =>
    labelOf(anchor, compared, side);
  for (const anchor of old.values()) {
    if (now.has(key(anchor))) continue;
    const successor = successors.get(anchor.element);
    const moved = [...now.values()].find(
      (each) => each.element === successor && each.kind === anchor.kind && !old.has(key(each)),
    );
    if (moved !== undefined) taken.add(moved);
    changes.push(
      addressChange(
        label(moved ?? anchor, moved === undefined ? 'before' : 'after'),
        `${before.folder}/#${anchor.identifier}`,
        moved === undefined ? undefined : `${after.folder}/#${moved.identifier}`,
      ),
    );
  }
  for (const anchor of now.values()) {
    if (old.has(key(anchor)) || taken.has(anchor)) continue;
    changes.push(
      addressChange(label(anchor, 'after'), undefined, `${after.folder}/#${anchor.identifier}`),
    );
  }
  for (const [anchor, what] of before.entries) {
    if (!after.entries.has(anchor)) {
      changes.push(addressChange(what, `${before.folder}/#${anchor}`, undefined));
    }
  }
  for (const [anchor, what] of after.entries) {
    if (!before.entries.has(anchor)) {
      changes.push(addressChange(what, undefined, `${after.folder}/#${anchor}`));
    }
  }
  if (oldPage !== newPage) return changes;
  for (const file of before.files) {
    if (!after.files.includes(file)) changes.push(addressChange('register', file, undefined));
  }
  for (const file of after.files) {
    if (!before.files.includes(file)) changes.push(addressChange('register', undefined, file));
  }
  return changes;
}

function addressChange(
  what: string,
  before: string | undefined,
  after: string | undefined,
): AddressChange {
  const kind = before === undefined ? 'came' : after === undefined ? 'went' : 'moved';
  return { kind, what, before, after };
}

function labelOf(
  { element, kind, identifier }: Anchor,
  compared: Compared | undefined,
  side: 'before' | 'after',
): string {
  if (kind === 'record') return 'record';
  const places = compared?.[side].places;
  const label = places?.at(element, 0).place ?? identifier;
  return kind === 'citation' ? `citation of ${label}` : label;
}
