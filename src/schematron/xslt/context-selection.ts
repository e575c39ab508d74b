import { type Beginning, contextPaths } from '../xpath/context-path.js';
import { own } from './stylesheet-parts.js';

/** The nodes of a document that a context matches, as in `matching`: paths are followed from where they can begin. */
export function contextSelection(context: string): string {
  return contextPaths(context)
    .map(({ text, beginnings, name }) => {
      if (name !== undefined) {
        const { prefix, local } = name;
        return `${indexed('element', local)}[self::${prefix === '' ? '' : `${prefix}:`}${local}]`;
      }
      return `(${[...new Set(beginnings.map(startingPoints))].join(' | ')})/(${text})`;
    })
    .join(' | ');
}

function startingPoints(beginning: Beginning): string {
  switch (beginning.kind) {
    case 'root':
      return `$${own}:document`;
    case 'element':
      return `${indexed('element', beginning.local)}/..`;
    case 'element-with':
      return `${indexed('attribute', beginning.attribute)}/..`;
    case 'attribute':
      return indexed('attribute', beginning.local);
    case 'any':
      return `$${own}:document/descendant-or-self::node()[self::* or . is $${own}:document]`;
  }
}

function indexed(kind: 'element' | 'attribute', local: string): string {
  return `key('${own}:${kind}', '${local}', $${own}:document)`;
}
