import { isSpace } from './characters.js';

/**
 * The part of a source text that is at hand: all of it, or what has been read of a file and is not done with. Offsets
 * of the source are those of the window's text plus its `base`.
 */
export class TextWindow {
  /** Where the window begins in the source. */
  base = 0;
  /** Whether nothing follows the window. */
  complete: boolean;
  /** The window was all of the source from the beginning. */
  readonly isWhole: boolean;
  #inkEnd = 0;

  /** @param next gives the part of the text that follows; nothing follows where it is absent or gives `undefined` */
  constructor(
    public text: string,
    private readonly next?: () => string | undefined,
  ) {
    this.isWhole = next === undefined;
    this.complete = this.isWhole;
  }

  /**
   * Lets go of the text before an offset of the window, and takes in as much again as remains, so that what does not
   * fit is found to fit after few attempts. Sets `complete` where nothing follows.
   */
  advance(from: number): void {
    const ink = endOfInk(this.text, from);
    if (ink > 0) this.#inkEnd = this.base + ink;
    // Joined as parts of an array, they become one plain run of characters, which is the fastest to read.
    const parts = [this.text.slice(from)];
    this.base += from;
    const wanted = Math.max(1, parts[0]?.length ?? 0);
    for (let added = 0; added < wanted; ) {
      const part = this.next?.();
      if (part === undefined) {
        this.complete = true;
        break;
      }
      parts.push(part);
      added += part.length;
    }
    this.text = parts.join('');
  }

  /** Where the last character of the source that is not white space ends, once the window is complete; 0 for none. */
  get inkEnd(): number {
    const ink = endOfInk(this.text, this.text.length);
    return ink > 0 ? this.base + ink : this.#inkEnd;
  }
}

function endOfInk(text: string, from: number): number {
  let at = from;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
