import type { Cursor } from './cursor.js';

/** How the reader of a declaration ends it, and finds names in it. */
export interface DeclarationReader {
  readonly cursor: Cursor;
  stop(message: string, help?: string): never;
  wantName(what: string): string;
}

/** Reads contentspec [46], of which the grammar alone matters: nothing is validated by it. */
export function readContentModel(reader: DeclarationReader, element: string): void {
  const { cursor } = reader;
  if (cursor.accept('EMPTY') || cursor.accept('ANY')) return;
  if (!cursor.accept('('))
    reader.stop(`The content of ${element} is EMPTY, ANY, or begins with (.`);
  cursor.space();
  if (cursor.accept('#PCDATA')) mixed(reader);
  else contentParticles(reader);
}

/** Mixed [51], after `(#PCDATA`. */
function mixed(reader: DeclarationReader): void {
  const { cursor } = reader;
  let names = 0;
  for (;;) {
    cursor.space();
    if (cursor.accept(')')) break;
    if (!cursor.accept('|')) reader.stop('In mixed content names are parted by |.');
    cursor.space();
    reader.wantName('The name of an element');
    names++;
  }
  if (!cursor.accept('*') && names > 0) reader.stop('Mixed content with elements ends with )*.');
}

/** children [47], after the first `(`; groups within groups are counted, not recursed into. */
function contentParticles(reader: DeclarationReader): void {
  const { cursor } = reader;
  const separators: (string | undefined)[] = [undefined];
  for (;;) {
    cursor.space();
    while (cursor.accept('(')) {
      separators.push(undefined);
      cursor.space();
    }
    reader.wantName('The name of an element');
    occurrence(cursor);
    cursor.space();
    while (cursor.accept(')')) {
      separators.pop();
      occurrence(cursor);
      if (separators.length === 0) return;
      cursor.space();
    }
    const separator = cursor.text[cursor.pos];
    const before = separators.at(-1);
    if (
      (separator !== '|' && separator !== ',') ||
      (before !== undefined && before !== separator)
    ) {
      reader.stop('The parts of a content model are parted all by , or all by |.');
    }
    separators[separators.length - 1] = separator;
    cursor.pos++;
  }
}

function occurrence(cursor: Cursor): void {
  if ('?*+'.includes(cursor.text[cursor.pos] ?? ' ')) cursor.pos++;
}
