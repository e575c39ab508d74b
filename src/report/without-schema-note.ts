import { thousands } from './counted.js';
import { visible } from './excerpt.js';

/** So many documents are named. */
const mostNamed = 3;

/**
 * Says which documents were checked against no schema, which nobody should overlook.
 *
 * @param files these documents, as they are shown; at least one
 * @param documents how many documents were checked
 */
export function withoutSchemaNote(files: readonly string[], documents: number): string {
  const one = files.length === 1;
  const reason = `${one ? 'It names' : 'They name'} none, and there is none in schemas/.`;
  if (files.length === documents)
    return `note: No document was checked against a schema. ${reason}\n`;
  const left = `${listed(files)} ${one ? 'was' : 'were'} not`;
  return `note: Not all documents were checked against a schema: ${left}. ${reason}\n`;
}

function listed(files: readonly string[]): string {
  const names = files.slice(0, mostNamed).map(visible);
  const more = files.length - names.length;
  const last = more > 0 ? `${thousands(more)} more` : names.pop();
  return names.length === 0 ? `${last}` : `${names.join(', ')} and ${last}`;
}
