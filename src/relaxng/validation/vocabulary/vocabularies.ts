import { modules } from './tei-usage.js';

/** The namespace of TEI P5. */
export const tei = 'http://www.tei-c.org/ns/1.0';

/** The vocabularies that documents of TEI have to do with, by their namespaces. */
const vocabularies: ReadonlyMap<string, string> = new Map([
  [tei, 'TEI'],
  ['http://www.tei-c.org/ns/Examples', 'TEI’s examples'],
  ['http://www.w3.org/1999/xhtml', 'HTML'],
  ['http://www.w3.org/2000/svg', 'SVG'],
  ['http://www.w3.org/1998/Math/MathML', 'MathML'],
  ['http://www.w3.org/2001/XInclude', 'XInclude'],
  ['http://www.w3.org/1999/xlink', 'XLink'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'XML Schema'],
  ['http://www.music-encoding.org/ns/mei', 'MEI'],
  ['http://docbook.org/ns/docbook', 'DocBook'],
]);

/** What a person calls the vocabulary of a namespace; `undefined` for one that is not well known. */
export function vocabularyOf(ns: string): string | undefined {
  return vocabularies.get(ns);
}

let moduleOfElement: Map<string, string> | undefined;

/** The module of TEI P5 that an element belongs to; `undefined` where TEI has no such element. */
export function teiModule(element: string): string | undefined {
  if (moduleOfElement === undefined) {
    moduleOfElement = new Map();
    for (const line of modules.trim().split('\n')) {
      const [module = '', elements = ''] = line.split(': ');
      for (const one of elements.split(' ')) moduleOfElement.set(one, module);
    }
  }
  return moduleOfElement.get(element);
}
