import { nearest } from '../../../problems/index.js';
import type { ExpandedName } from '../mistake.js';
import { attributeHabitsOf, habitsOf } from './habits.js';
import { tei, teiModule, vocabularyOf } from './vocabularies.js';

/**
 * The element that was probably meant by one that the schema does not know: the same in another namespace, what another
 * vocabulary calls so, the nearest in letters. What may stand in the place goes before what stands elsewhere.
 *
 * @param here what may stand in the place
 * @param anywhere all that the schema has
 */
export function likelyElement(
  { ns, local }: ExpandedName,
  here: readonly ExpandedName[],
  anywhere: readonly ExpandedName[],
): ExpandedName | undefined {
  const find = (name: string) =>
    here.find((one) => one.local === name) ?? anywhere.find((one) => one.local === name);
  // An element of SVG is not one of TEI because it is called alike; one of HTML was perhaps pasted.
  const foreign = ns !== tei && vocabularyOf(ns) !== undefined && vocabularyOf(ns) !== 'HTML';
  if (foreign && anywhere.some((one) => one.ns !== ns)) return undefined;
  const same = find(local);
  if (same !== undefined) return same;
  const habits = habitsOf(local).map(({ name }) => name);
  const usual =
    habits.map((name) => here.find((one) => one.local === name)).find((one) => one !== undefined) ??
    habits.map(find).find((one) => one !== undefined);
  if (usual !== undefined) return usual;
  // Words of a letter or two are near to too many; and TEI's own names are no misspellings of others.
  if (local.length <= 2 || (ns === tei && teiModule(local) !== undefined)) return undefined;
  const locals = (names: readonly ExpandedName[]) => names.map((name) => name.local);
  const candidates = [nearest(local, locals(here)), nearest(local, locals(anywhere))];
  const closest = nearest(
    local,
    candidates.filter((candidate) => candidate !== undefined),
  );
  return closest === undefined ? undefined : find(closest);
}

/**
 * The attribute that was probably meant by one that its element does not have.
 *
 * @param free the attributes that the element may still be given
 */
export function likelyAttribute(
  element: string,
  { ns, local }: ExpandedName,
  free: readonly ExpandedName[],
): ExpandedName | undefined {
  const foreign = vocabularyOf(ns);
  if (foreign === 'XML Schema') return undefined;
  const same = free.find((one) => one.local === local);
  if (same !== undefined) return same;
  const written = (name: ExpandedName) => (name.ns === '' ? name.local : `xml:${name.local}`);
  for (const habit of attributeHabitsOf(element, local)) {
    const found = free.find((one) => written(one) === habit);
    if (found !== undefined) return found;
  }
  const near = nearest(
    local,
    free.map((one) => one.local),
  );
  return free.find((one) => one.local === near);
}
