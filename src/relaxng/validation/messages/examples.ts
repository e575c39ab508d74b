import type { Datatype, ValueContext } from '../../datatype-libraries/index.js';

const known = new WeakMap<Datatype, { readonly example: string | undefined }>();

/** A short value that a datatype with a pattern facet allows; `undefined` where none is easily found. */
export function exampleOf(datatype: Datatype, context: ValueContext): string | undefined {
  let found = known.get(datatype);
  if (found === undefined) {
    const pattern = datatype.parameters.find(({ name }) => name === 'pattern')?.value;
    const example = pattern === undefined ? undefined : new ExampleReader(pattern).read();
    const right = example !== undefined && example.length > 1 && datatype.allows(example, context);
    found = { example: right ? example : undefined };
    known.set(datatype, found);
  }
  return found.example;
}

/** Characters that make a plain example, by preference. */
const plain = ['1', 'a', 'A', '-', '.', '/'];

/**
 * Follows a regular expression (XML Schema Part 2, appendix F) to a short text that it should match: the first branch of
 * each choice, each part as often as it must be. What it does not understand makes an example that fails, and is not
 * shown.
 */
class ExampleReader {
  #at = 0;

  constructor(readonly pattern: string) {}

  read(): string {
    return this.#choice();
  }

  #choice(): string {
    const first = this.#sequence();
    while (this.pattern[this.#at] === '|') {
      this.#at++;
      this.#sequence();
    }
    return first;
  }

  #sequence(): string {
    let text = '';
    while (this.#at < this.pattern.length && !'|)'.includes(this.pattern.charAt(this.#at))) {
      const atom = this.#atom();
      text += atom.repeat(this.#times());
    }
    return text;
  }

  #atom(): string {
    const char = this.pattern.charAt(this.#at++);
    if (char === '(') {
      const inner = this.#choice();
      this.#at++;
      return inner;
    }
    if (char === '[') return this.#class();
    if (char === '\\') return this.#escaped(char);
    return char === '.' ? 'a' : char;
  }

  #escaped(backslash: string): string {
    const char = this.pattern.charAt(this.#at++);
    if (!/[pP]/.test(char)) return one(backslash + char, char);
    const end = this.pattern.indexOf('}', this.#at) + 1;
    const name = this.pattern.slice(this.#at, end);
    this.#at = end;
    return one(`\\${char}${name}`, 'a');
  }

  #class(): string {
    const start = this.#at - 1;
    for (let depth = 1; depth > 0 && this.#at < this.pattern.length; this.#at++) {
      const char = this.pattern[this.#at];
      if (char === '\\') this.#at++;
      else if (char === '[') depth++;
      else if (char === ']') depth--;
    }
    const written = this.pattern.slice(start, this.#at);
    return one(written, written.charAt(1));
  }

  #times(): number {
    const rest = this.pattern.slice(this.#at);
    const [quantifier = '', least] = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})/.exec(rest) ?? [];
    this.#at += quantifier.length;
    if (least !== undefined) return Math.min(Number(least), 20);
    return quantifier === '?' || quantifier === '*' ? 0 : 1;
  }
}

/** A character of a class, as JavaScript understands it; the given one where it does not. */
function one(written: string, otherwise: string): string {
  try {
    const expression = new RegExp(`^${written}$`, 'u');
    return plain.find((char) => expression.test(char)) ?? otherwise;
  } catch {
    return otherwise;
  }
}
