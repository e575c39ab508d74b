import type { ContentModel, Particle } from './dtd.js';
import type { DtdCursor } from './dtd-cursor.js';

const name = /[^\s"'<>()[\]|,?*+;%&=#]+/y;

/** Reads contentspec [46]: what an element may hold. */
export function readContentModel(cursor: DtdCursor): ContentModel {
  cursor.space();
  if (cursor.match(/EMPTY(?![^\s>%])/y) !== undefined) return { kind: 'empty' };
  if (cursor.match(/ANY(?![^\s>%])/y) !== undefined) return { kind: 'any' };
  if (!cursor.accept('('))
    cursor.fail('The content of an element is EMPTY, ANY, or begins with (.');
  cursor.space();
  return cursor.accept('#PCDATA')
    ? mixed(cursor)
    : { kind: 'children', particle: children(cursor) };
}

/** Mixed [51], after `(#PCDATA`. */
function mixed(cursor: DtdCursor): ContentModel {
  const names: string[] = [];
  for (cursor.space(); !cursor.accept(')'); cursor.space()) {
    if (!cursor.accept('|')) cursor.fail('In mixed content names are parted by |.');
    cursor.space();
    names.push(cursor.match(name) ?? cursor.fail('The name of an element is missing here.'));
  }
  if (!cursor.accept('*') && names.length > 0)
    cursor.fail('Mixed content with elements ends with )*.');
  return { kind: 'mixed', names };
}

/** How deep groups may lie within one another. */
const deepest = 500;

interface Group {
  readonly particles: Particle[];
  separator: '|' | ',' | undefined;
}

/** children [47], after the first `(`. */
function children(cursor: DtdCursor): Particle {
  const open: Group[] = [{ particles: [], separator: undefined }];
  for (;;) {
    cursor.space();
    if (cursor.accept('(')) {
      if (open.length === deepest)
        cursor.fail(`The groups of this content model lie more than ${deepest} deep.`);
      open.push({ particles: [], separator: undefined });
      continue;
    }
    const found = cursor.match(name) ?? cursor.fail('The name of an element is missing here.');
    open.at(-1)?.particles.push({
      content: { kind: 'name', name: found },
      occurs: occurrence(cursor),
    });
    cursor.space();
    while (cursor.accept(')')) {
      const { particles, separator } = open.pop() ?? { particles: [], separator: undefined };
      const kind = separator === '|' ? 'choice' : 'sequence';
      const group: Particle = { content: { kind, particles }, occurs: occurrence(cursor) };
      const outer = open.at(-1);
      if (outer === undefined) return group;
      outer.particles.push(group);
      cursor.space();
    }
    const group = open.at(-1);
    const at = cursor.place;
    const separator = cursor.accept('|') ? '|' : cursor.accept(',') ? ',' : undefined;
    if (
      group === undefined ||
      separator === undefined ||
      (group.separator !== undefined && group.separator !== separator)
    )
      cursor.fail(
        'The parts of a content model are parted all by , or all by |.',
        'Put parentheses around those that are parted otherwise.',
        at,
      );
    group.separator = separator;
  }
}

function occurrence(cursor: DtdCursor): Particle['occurs'] {
  return (cursor.match(/[?*+]/y) ?? '') as Particle['occurs'];
}
