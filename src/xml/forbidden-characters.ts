import { firstForbiddenCharacter, nextForbiddenCharacter } from './characters.js';
import type { Complaints } from './complaints.js';

const NEVER = 0x7fffffff;

/** The characters of the source that XML does not allow (Char [2]), told as reading comes past them. */
export class ForbiddenCharacters {
  /** Where the next one stands in the text at hand; beyond all offsets where there is none. */
  next = NEVER;

  constructor(private readonly complaints: Complaints) {}

  /** Takes in text that is new at hand. */
  lookThrough(added: string, from: number): void {
    if (this.next !== NEVER) return;
    const at = firstForbiddenCharacter(added);
    if (at !== -1) this.next = from + at;
  }

  /** The text at hand has lost so many characters at its beginning. */
  shift(dropped: number): void {
    if (this.next !== NEVER) this.next -= dropped;
  }

  /** Tells of those before an offset of the text at hand, which begins at `base` in the source. */
  tell(text: string, before: number, base: number): void {
    while (this.next < before) {
      const at = this.next;
      const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
      this.complaints.report(
        { start: base + at, end: base + at + 1 },
        {
          code: 'xml/forbidden-character',
          message: `The character U+${code} stands here, which no XML document may contain.`,
          help: 'Delete it: it shows nothing, and often comes along when text is pasted.',
        },
      );
      const next = nextForbiddenCharacter(text, at + 1);
      this.next = next === -1 ? NEVER : next;
    }
  }
}
