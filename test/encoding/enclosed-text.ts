import type { Element, Node } from 'slimdom';

/** The text of an element, white space folded, that knows in which elements each character lies. */
export interface EnclosedText {
  readonly text: string;
  /** The elements that enclose all the characters from `start` to `end`, innermost first. */
  enclosing(start: number, end: number): Element[];
}

/** Reads the text of an element; the element itself is not among those that enclose. */
export function enclosedText(element: Element): EnclosedText {
  const characters: string[] = [];
  const chains: Element[][] = [];
  const walk = (node: Node, chain: Element[]): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 1) walk(child, [child as Element, ...chain]);
      if (child.nodeType !== 3) continue;
      for (const character of child.nodeValue ?? '') {
        const space = /\s/.test(character);
        if (space && (characters.length === 0 || characters.at(-1) === ' ')) continue;
        // A character beyond U+FFFF is two units of a string.
        for (const unit of space ? ' ' : character.split('')) {
          characters.push(unit);
          chains.push(chain);
        }
      }
    }
  };
  walk(element, []);
  if (characters.at(-1) === ' ') characters.pop();
  return {
    text: characters.join(''),
    enclosing: (start, end) => {
      const ends = new Set(chains[end - 1]);
      return (chains[start] ?? []).filter((each) => ends.has(each));
    },
  };
}
