import type { XmlEvents } from './events.js';
import { type ElementNode, ResolvedTextNode, TextNode } from './nodes.js';
import type { TextWindow } from './text-window.js';

/** Text that has been read and not yet told: references and CDATA sections join the text around them. */
export class PendingText {
  /** `undefined` while it is as it stands in the source. */
  #value: string | undefined;
  /** Where it began and ended in the source; -1 where there is none. */
  #start = -1;
  #end = -1;

  constructor(private readonly window: TextWindow) {}

  /** Adds a text that stands between two offsets of the source; what is empty leaves no trace. */
  add(value: string, start: number, end: number): void {
    if (value === '') return;
    if (this.#start === -1) {
      this.#start = start;
      this.#value = value;
    } else {
      this.#value = this.#settled() + value;
    }
    this.#end = end;
  }

  /** Adds text that is as it stands in the window; alone, it need not be cut out. */
  addPlain(start: number, end: number): void {
    const { base } = this.window;
    if (this.#start === -1) {
      this.#start = base + start;
      this.#end = base + end;
    } else this.add(this.window.text.slice(start, end), base + start, base + end);
  }

  /** Tells the text that there is. */
  tell(element: ElementNode | undefined, events: XmlEvents): void {
    if (this.#start === -1) return;
    if (element !== undefined) {
      events.text(
        this.#value === undefined && this.window.isWhole
          ? new TextNode(this.window.text, element, this.#start, this.#end)
          : new ResolvedTextNode(this.#settled(), element, this.#start, this.#end),
      );
    }
    this.#value = undefined;
    this.#start = -1;
  }

  #settled(): string {
    const { base, text } = this.window;
    this.#value ??= text.slice(this.#start - base, this.#end - base);
    return this.#value;
  }
}
