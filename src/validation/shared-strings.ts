/** Keeps one copy of equal strings: a hundred thousand problems have a few hundred messages. */
export class SharedStrings {
  readonly #strings = new Map<string, string>();

  /** The string that is equal to a text and was seen first. */
  share(text: string): string {
    const before = this.#strings.get(text);
    if (before !== undefined) return before;
    this.#strings.set(text, text);
    return text;
  }
}
