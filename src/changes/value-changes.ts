import type { XmlElement } from '../xml/index.js';
import type { StatedValue, ValueChange } from './changes.js';
import { type Compared, isWithItsWords, type Side } from './compared.js';
import { dateAttributes, dates, numberAttributes, numbers } from './element-classes.js';
import { laterPlace, wordsIn } from './name-changes.js';
import type { ReadElement } from './reading.js';
import { hasChangedWords } from './word-changes.js';

/** The dates and numbers that changed: their words, what they are normalised to, or that they are marked at all. */
export function valueChanges({
  before,
  after,
  alignment,
  elements,
  slips,
}: Compared): ValueChange[] {
  const changes: (ValueChange & { readonly order: number })[] = [];
  const tell = (
    side: Side,
    each: ReadElement,
    change: Pick<ValueChange, 'kind'> & Partial<ValueChange>,
  ): void => {
    const whereabouts = side.places.at(each.element, Math.floor(each.start));
    const order = side === after ? each.start : (laterPlace(each, alignment.later) ?? 0);
    changes.push({ ...whereabouts, ...change, order });
  };
  for (const { before: a, after: b } of elements.pairs) {
    const kind = kindOf(b.element) ?? kindOf(a.element);
    if (kind === undefined) continue;
    const [old, now] = [statedValue(before, a), statedValue(after, b)];
    const isEdited = hasChangedWords(a, alignment.later) || hasChangedWords(b, alignment.earlier);
    if (old.value === now.value && !(isEdited && isOwnValue(b.element))) continue;
    tell(after, b, { kind, before: old, after: now });
  }
  for (const each of elements.removed) {
    const kind = kindOf(each.element);
    const old = statedValue(before, each);
    if (kind === undefined || old.value === '') continue;
    if (isWithItsWords(each, alignment.later, slips.before))
      tell(before, each, { kind, before: old });
    else tell(before, each, { kind, before: old, after: { words: old.words, value: '' } });
  }
  for (const each of elements.added) {
    const kind = kindOf(each.element);
    const now = statedValue(after, each);
    if (kind === undefined || now.value === '') continue;
    if (isWithItsWords(each, alignment.earlier, slips.after))
      tell(after, each, { kind, after: now });
    else tell(after, each, { kind, before: { words: now.words, value: '' }, after: now });
  }
  return changes
    .sort((a, b) => Number(a.inHeader) - Number(b.inHeader) || a.order - b.order)
    .map(({ order, ...change }) => change);
}

/** Whether the words of an element are themselves the date or the number. */
function isOwnValue({ name }: XmlElement): boolean {
  return dates.has(name.local) || numbers.has(name.local);
}

function kindOf(element: XmlElement): ValueChange['kind'] | undefined {
  const { local } = element.name;
  if (numbers.has(local)) return 'number';
  if (dates.has(local)) return 'date';
  return element.attributes.some(({ qname }) => dateAttributes.has(qname)) ? 'date' : undefined;
}

function statedValue(side: Side, each: ReadElement): StatedValue {
  const { element } = each;
  const value = element.attributes
    .filter(({ qname }) => isValueAttribute(element, qname))
    .map(({ qname, value: written }) => `${qname} ${written}`)
    .sort()
    .join(', ');
  const words = isOwnValue(element) ? wordsIn(side, each) : '';
  return { words, value };
}

/** Whether an attribute says what a date or a number is normalised to. */
export function isValueAttribute({ name }: XmlElement, qname: string): boolean {
  return dateAttributes.has(qname) || (numbers.has(name.local) && numberAttributes.has(qname));
}
