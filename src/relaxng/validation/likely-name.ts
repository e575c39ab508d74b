import { nearest } from '../../problems/index.js';
import type { ExpandedName } from './mistake.js';

/** What people who know HTML, or TEI's older versions, write, and TEI's elements for it. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['ref']],
  ['b', ['hi']],
  ['blockquote', ['quote']],
  ['br', ['lb']],
  ['em', ['emph', 'hi']],
  ['footnote', ['note']],
  ['h1', ['head']],
  ['h2', ['head']],
  ['h3', ['head']],
  ['heading', ['head']],
  ['i', ['hi']],
  ['img', ['graphic']],
  ['li', ['item']],
  ['location', ['placeName']],
  ['ol', ['list']],
  ['organisation', ['orgName']],
  ['organization', ['orgName']],
  ['para', ['p']],
  ['person', ['persName']],
  ['place', ['placeName']],
  ['section', ['div']],
  ['span', ['seg']],
  ['strong', ['hi']],
  ['td', ['cell']],
  ['tr', ['row']],
  ['ul', ['list']],
  ['TEI.2', ['TEI']],
  ['teiCorpus.2', ['teiCorpus']],
]);

/**
 * The name that was probably meant by one that the schema does not know: the same in another namespace, what another
 * vocabulary calls so, the nearest in letters. What may stand in the place goes before what stands elsewhere.
 */
export function likelyName(
  local: string,
  here: readonly ExpandedName[],
  anywhere: readonly ExpandedName[],
): ExpandedName | undefined {
  const find = (name: string) =>
    here.find((one) => one.local === name) ?? anywhere.find((one) => one.local === name);
  const same = find(local);
  if (same !== undefined) return same;
  for (const synonym of synonyms.get(local) ?? []) {
    const found = find(synonym);
    if (found !== undefined) return found;
  }
  // Words of a letter or two are near to too many.
  if (local.length <= 2) return undefined;
  const locals = (names: readonly ExpandedName[]) => names.map((name) => name.local);
  const candidates = [nearest(local, locals(here)), nearest(local, locals(anywhere))];
  const closest = nearest(
    local,
    candidates.filter((candidate) => candidate !== undefined),
  );
  return closest === undefined ? undefined : find(closest);
}
