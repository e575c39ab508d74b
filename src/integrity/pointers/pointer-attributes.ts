import type { XmlAttribute, XmlElement } from '../../xml/index.js';
import { isTei } from '../tei-element.js';

/** The elements on which an attribute is a pointer; `everywhere` for one that is a pointer wherever it stands. */
const everywhere = Symbol('everywhere');

/** Elements that begin and end at points of a timeline (Guidelines, section 8.4.2). */
const timed: ReadonlySet<string> = new Set(
  'annotationBlock binaryObject ellipsis gap incident kinesic media pause post u vocal writing'.split(
    ' ',
  ),
);

/**
 * The attributes whose values are of `teidata.pointer`, or lists of them, in TEI P5 4.9.0 (Guidelines, appendix on
 * datatypes). Those that TEI uses as pointers on some elements and otherwise on others name the elements.
 */
const pointerAttributes: ReadonlyMap<string, ReadonlySet<string> | typeof everywhere> = new Map<
  string,
  ReadonlySet<string> | typeof everywhere
>([
  ...[
    'adj',
    'adjFrom',
    'adjTo',
    'ana',
    'calendar',
    'change',
    'copyOf',
    'corresp',
    'datingMethod',
    'datingPoint',
    'decls',
    'domains',
    'edRef',
    'exclude',
    'fVal',
    'facs',
    'feats',
    'follow',
    'fromUnit',
    'hand',
    'inst',
    'lemmaRef',
    'mergedIn',
    'mutual',
    'next',
    'nymRef',
    'parts',
    'perf',
    'period',
    'prev',
    'ref',
    'rendition',
    'replyTo',
    'require',
    'resp',
    'sameAs',
    'scribeRef',
    'scriptRef',
    'select',
    'since',
    'source',
    'spanTo',
    'synch',
    'target',
    'targetEnd',
    'toUnit',
    'toWhom',
    'unitRef',
    'url',
    'where',
    'who',
    'wit',
  ].map((name) => [name, everywhere] as const),
  ['active', new Set(['relation'])],
  ['children', new Set(['root', 'iNode'])],
  ['class', new Set(['msContents', 'msItem', 'msItemStruct'])],
  ['code', new Set(['occupation', 'socecStatus'])],
  ['end', timed],
  ['from', new Set(['rt', 'span', 'app', 'arc'])],
  ['given', new Set(['certainty'])],
  ['new', new Set(['handShift'])],
  ['origin', new Set(['timeline'])],
  ['parent', new Set(['iNode', 'leaf'])],
  ['passive', new Set(['relation'])],
  [
    'scheme',
    new Set(['keywords', 'classCode', 'catRef', 'locus', 'locusGrp', 'occupation', 'socecStatus']),
  ],
  ['start', new Set([...timed, 'line', 'path', 'surface', 'zone'])],
  ['to', new Set(['rt', 'span', 'app', 'arc'])],
  ['value', new Set(['node', 'root', 'iNode', 'leaf', 'eTree', 'triangle', 'eLeaf'])],
]);

/** Whether an attribute of a TEI element holds pointers. */
export function isPointer(element: XmlElement, { name }: XmlAttribute): boolean {
  if (name.namespace !== '' || !isTei(element)) return false;
  const on = pointerAttributes.get(name.local);
  if (on === undefined) return false;
  return on === everywhere || on.has(element.name.local);
}
