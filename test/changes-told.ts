import type { DocumentChange } from '../src/changes/changes.js';
import { documentChange } from '../src/changes/document-change.js';
import { anchorsOf } from '../src/editions/index.js';
import { documentKind } from '../src/project/index.js';
import { parseXml } from '../src/xml/index.js';

/** What is told of the difference between two texts of one document. */
export function told(before: string, after: string): DocumentChange {
  return documentChange(version(before), version(after));
}

function version(text: string) {
  const { document: tree, problems } = parseXml({ file: 'letter.xml', text });
  if (tree === undefined) throw new Error(`${problems[0]?.message}\n${text.slice(0, 2000)}`);
  const anchors = anchorsOf(tree);
  const kind = documentKind(tree);
  return {
    tree,
    file: 'letter.xml',
    kind,
    nameOf: () => undefined,
    published: { folder: 'letter', files: [], anchors, entries: new Map<string, string>() },
  };
}

/** How many changes of each kind are told, those of which there are none left out; what no reader sees by its words. */
export function kindsOf(change: DocumentChange): Record<string, unknown> {
  const { words, names, values, structure, entries, relations, addresses, markup } = change;
  const counts = {
    words: words.map(({ kind, layer }) => (layer === 'text' ? kind : `${kind} in a ${layer}`)),
    names: names.map(({ kind }) => kind),
    values: values.map(({ kind }) => kind),
    structure: structure.map(({ kind, what }) => `${what.replace(/ \d+$/, '')} ${kind}`),
    entries: entries.map(({ kind }) => kind),
    relations: relations.map(({ kind }) => kind),
    addresses: addresses.map(({ kind }) => kind),
    markup: markup.map(({ what }) => what),
  };
  return Object.fromEntries(Object.entries(counts).filter(([, all]) => all.length > 0));
}
