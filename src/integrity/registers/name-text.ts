import type { XmlElement } from '../../xml/index.js';

/** What lies within a name and says how it came about, so that no one spelling can be told. */
const uncertain: ReadonlySet<string> = new Set(
  'abbr add am app choice corr damage del ex expan gap lb note orig pb reg sic subst supplied surplus unclear'.split(
    ' ',
  ),
);

/** The words of a name with single spaces; `undefined` where it is empty, or where editors have touched it. */
export function nameText(name: XmlElement): string | undefined {
  let text = '';
  // Names are shallow; what is nested deeper than a few levels is no plain name.
  const read = (element: XmlElement, depth: number): boolean => {
    if (depth > 8) return false;
    for (const child of element.children) {
      if (child.kind === 'text') text += child.value;
      else if (child.kind === 'element') {
        if (uncertain.has(child.name.local) || !read(child, depth + 1)) return false;
      }
    }
    return true;
  };
  if (!read(name, 0)) return undefined;
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}

/** Names that were folded lately: registers have them again and again. */
const folded = new Map<string, string>();
const most = 5000;

/** A name as it is compared: without capitals, accents, punctuation and the order of its words. */
export function foldedName(name: string): string {
  let known = folded.get(name);
  if (known === undefined) {
    known = name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
      .sort()
      .join(' ');
    if (folded.size >= most) folded.clear();
    folded.set(name, known);
  }
  return known;
}
