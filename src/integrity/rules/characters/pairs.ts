import { attribute, descendants, type XmlDocument, type XmlElement } from '../../../xml/index.js';
import { languageTagOf } from '../../language-of.js';
import type { Listeners } from '../../rule.js';
import { hearOccurrences, type Occurrence, type Search } from './occurrences.js';
import { isVerbatim } from './verbatim.js';

/** What a sign does: it opens or closes a pair of one kind. */
export interface Role {
  readonly kind: string;
  readonly opens: boolean;
  /** Whether it has a use without another, as the bracket of an enumeration has. */
  readonly mayStandAlone?: boolean;
}

/** Elements whose signs make pairs among themselves: a division, a note, an entry of a register. */
const wholes = new Set(
  'back bibl biblFull biblStruct body desc div div1 div2 div3 div4 div5 div6 div7 encodingDesc entry event fileDesc floatingText front note object org person place profileDesc revisionDesc sourceDesc table text titlePage TEI'.split(
    ' ',
  ),
);
/** Where these are, the text has gaps, or has something twice. */
const irregular = new Set(
  'add app choice damage del ellipsis gap restore space subst supplied surplus unclear'.split(' '),
);

/**
 * Listens for signs that come in pairs, and tells of those that have no other: not in its paragraph nor in the ones that
 * follow in the same division. Where a paragraph has gaps, readings or corrections, nothing is said of it.
 *
 * @param roleOf what a sign does; nothing, where it is no part of a pair
 * @param reopens whether a sign that opens stands again at the beginning of each paragraph until it is closed
 */
export function hearPairs(
  document: XmlDocument,
  search: Search,
  roleOf: (occurrence: Occurrence) => Role | undefined,
  say: (occurrence: Occurrence, role: Role) => void,
  reopens = false,
): Listeners {
  const open = new Map<XmlElement | XmlDocument, Map<string, Occurrence[]>>();
  const unpaired: { readonly occurrence: Occurrence; readonly role: Role }[] = [];
  return {
    ...hearOccurrences(document, search, (occurrence) => {
      const role = roleOf(occurrence);
      if (role === undefined || isVerbatim(occurrence.element)) return;
      // A private kind of writing has its own use for signs: beta code, transliterations.
      if (/(?:^|-)x-/.test(languageTagOf(occurrence.element))) return;
      const whole = wholeOf(occurrence.element);
      const kinds = open.get(whole) ?? new Map<string, Occurrence[]>();
      if (kinds.size === 0) open.set(whole, kinds);
      const opened = kinds.get(role.kind) ?? [];
      if (opened.length === 0) kinds.set(role.kind, opened);
      if (!role.opens) {
        if (opened.pop() === undefined && role.mayStandAlone !== true)
          unpaired.push({ occurrence, role });
      } else if (reopens && opened.length > 0 && isAtBeginning(occurrence)) {
        opened[opened.length - 1] = occurrence;
      } else {
        opened.push(occurrence);
      }
    }),
    end: () => {
      for (const kinds of open.values())
        for (const [kind, opened] of kinds)
          for (const occurrence of opened)
            unpaired.push({ occurrence, role: { kind, opens: true } });
      for (const { occurrence, role } of unpaired)
        if (!isIrregular(occurrence.element)) say(occurrence, role);
    },
  };
}

function wholeOf(element: XmlElement): XmlElement | XmlDocument {
  let node: XmlElement | XmlDocument = element;
  while (node.kind === 'element' && !wholes.has(node.name.local)) node = node.parent;
  return node;
}

const blocks = new Set('ab cell head item l label p seg row s trailer'.split(' '));

function blockOf(element: XmlElement): XmlElement {
  let node = element;
  while (
    !blocks.has(node.name.local) &&
    !wholes.has(node.name.local) &&
    node.parent.kind === 'element'
  )
    node = node.parent;
  return node;
}

/** Whether nothing but white space stands before a sign in its paragraph. */
function isAtBeginning({ value, index, element, node }: Occurrence): boolean {
  return value.slice(0, index).trim() === '' && element.children[0] === node;
}

function isIrregular(element: XmlElement): boolean {
  const block = blockOf(element);
  if (['part', 'next', 'prev'].some((name) => attribute(block, name) !== undefined)) return true;
  for (const { name } of descendants(block)) if (irregular.has(name.local)) return true;
  return false;
}
