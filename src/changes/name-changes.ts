import { attribute, type XmlElement } from '../xml/index.js';
import type { LinkedEntry, NameChange } from './changes.js';
import { type Compared, isWithItsWords, type Side } from './compared.js';
import type { ReadElement } from './reading.js';
import { hasChangedWords } from './word-changes.js';
import { textOfWords } from './words.js';

/** The names whose links changed, in the order of the text. */
export function nameChanges({ before, after, alignment, elements, slips }: Compared): NameChange[] {
  const changes: (NameChange & { readonly order: number })[] = [];
  const tell = (
    side: Side,
    each: ReadElement,
    change: Pick<NameChange, 'kind'> & Partial<NameChange>,
  ): void => {
    const whereabouts = side.places.at(each.element, Math.floor(each.start));
    const order = side === after ? each.start : (laterPlace(each, alignment.later) ?? 0);
    changes.push({ ...whereabouts, words: wordsIn(side, each), ...change, order });
  };
  for (const { before: a, after: b } of elements.pairs) {
    const [old, now] = [linkOf(a.element, before), linkOf(b.element, after)];
    if (old?.pointer !== now?.pointer) {
      const kind = old === undefined ? 'linked' : now === undefined ? 'unlinked' : 'relinked';
      tell(after, b, { kind, before: old, after: now });
    } else if (now !== undefined) {
      const certainty = [a, b].map(({ element }) => certaintyOf(element));
      if (certainty[0] !== certainty[1]) {
        const detail = { before: certainty[0] ?? '', after: certainty[1] ?? '' };
        tell(after, b, { kind: 'certainty', before: old, after: now, detail });
      }
      const isEdited = hasChangedWords(a, alignment.later) || hasChangedWords(b, alignment.earlier);
      const words = { before: wordsIn(before, a), after: wordsIn(after, b) };
      if (!isEdited && words.before !== words.after) {
        tell(after, b, { kind: 'extent', before: old, after: now, detail: words });
      }
    }
  }
  for (const each of elements.removed) {
    const old = linkOf(each.element, before);
    if (old === undefined) continue;
    const kind = isWithItsWords(each, alignment.later, slips.before) ? 'went' : 'unlinked';
    tell(before, each, { kind, before: old });
  }
  for (const each of elements.added) {
    const now = linkOf(each.element, after);
    if (now === undefined) continue;
    const kind = isWithItsWords(each, alignment.earlier, slips.after) ? 'came' : 'linked';
    tell(after, each, { kind, after: now });
  }
  return changes
    .sort((a, b) => Number(a.inHeader) - Number(b.inHeader) || a.order - b.order)
    .map(({ order, ...change }) => change);
}

/** What an element points to as a name does: by `@ref`, or by the older `@key` (att.canonical). */
function linkOf(element: XmlElement, side: Side): LinkedEntry | undefined {
  const pointer = (attribute(element, 'ref') ?? attribute(element, 'key'))?.value;
  if (pointer === undefined || pointer.trim() === '') return undefined;
  const names = pointer.trim().split(/\s+/).map(side.nameOf);
  return names.every((name) => name === undefined)
    ? { pointer }
    : { pointer, name: names.map((name) => name ?? '?').join(', ') };
}

function certaintyOf(element: XmlElement): string | undefined {
  return attribute(element, 'cert')?.value;
}

/** The words of an element. */
export function wordsIn({ reading }: Side, { start, end }: ReadElement): string {
  return textOfWords(
    reading.words.slice(Math.floor(start), Math.max(Math.ceil(end), Math.floor(start))),
  );
}

/** Where something of the earlier version would stand in the later. */
export function laterPlace({ start }: ReadElement, later: Int32Array): number | undefined {
  for (let at = Math.floor(start); at >= 0; at--) {
    const found = later[at];
    if (found !== undefined && found >= 0) return found;
  }
  return undefined;
}
