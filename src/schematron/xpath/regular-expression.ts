// Regular expressions of XPath (XPath functions 3.1, 5.6.1, upon XML Schema part 2, appendix F) as those of JavaScript,
// which judges a text in a fraction of the time that fontoxpath takes.

/** Regular expressions that have been translated; `undefined` for those that have no counterpart. */
const translated = new Map<string, RegExp | undefined>();

/**
 * A regular expression of XPath, without flags, as one of JavaScript that matches the same; `undefined` where it is none,
 * or uses what JavaScript has not: blocks of characters, references back.
 */
export function regularExpression(pattern: string): RegExp | undefined {
  if (!translated.has(pattern)) translated.set(pattern, translate(pattern));
  return translated.get(pattern);
}

function translate(pattern: string): RegExp | undefined {
  try {
    return new RegExp(new Translation(pattern).result, 'v');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Character classes that are written with one letter, as JavaScript writes them within brackets. */
const classes: Readonly<Record<string, string>> = {
  s: ' \\t\\n\\r',
  d: '\\p{Nd}',
  w: '[^\\p{P}\\p{Z}\\p{C}]',
};

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Characters that stand for themselves after a backslash (appendix F.1.1, and `$`). */
const escapable = /^[\\|.\-^?*+{}()[\]$]$/;

class Translation {
  readonly result: string;
  #at = 0;

  /** @throws SyntaxError where it has no counterpart */
  constructor(readonly pattern: string) {
    this.result = this.#alternatives();
    if (this.#at < pattern.length) throw new SyntaxError();
  }

  get #next(): string {
    return this.pattern[this.#at] ?? '';
  }

  #alternatives(): string {
    let result = '';
    while (this.#at < this.pattern.length && this.#next !== ')') {
      if (this.#next === '|') {
        result += '|';
        this.#at++;
      } else result += this.#piece();
    }
    return result;
  }

  #piece(): string {
    const sign = this.#next;
    if (sign === '^' || sign === '$') {
      this.#at++;
      return sign;
    }
    const atom = this.#atom();
    const [quantifier = ''] =
      /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.pattern.slice(this.#at)) ?? [];
    this.#at += quantifier.length;
    return atom + quantifier;
  }

  #atom(): string {
    const sign = this.#next;
    switch (sign) {
      case '(': {
        const open = this.pattern.startsWith('(?:', this.#at) ? '(?:' : '(';
        this.#at += open.length;
        const inner = this.#alternatives();
        this.#expect(')');
        return `${open}${inner})`;
      }
      case '[':
        return this.#class();
      case '.':
        this.#at++;
        return '[^\\n\\r]';
      case '\\':
        return `[${this.#escape()}]`;
      default:
        if (/[?*+{}\]]/.test(sign)) throw new SyntaxError();
        return this.#literal();
    }
  }

  /** One character as it stands. */
  #literal(): string {
    const code = this.pattern.codePointAt(this.#at) ?? 0;
    this.#at += code > 0xffff ? 2 : 1;
    return literal(code);
  }

  /** What a backslash begins, as it stands within brackets. */
  #escape(): string {
    const sign = this.pattern[this.#at + 1] ?? '';
    const [property] =
      /^\\[pP]\{(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)\}/.exec(
        this.pattern.slice(this.#at),
      ) ?? [];
    if (property !== undefined) {
      this.#at += property.length;
      return property;
    }
    this.#at += 2;
    const small = classes[sign.toLowerCase()];
    if (small !== undefined) return sign === sign.toLowerCase() ? small : `[^${small}]`;
    const control = controls[sign];
    if (control !== undefined) return literal(control.charCodeAt(0));
    if (escapable.test(sign)) return literal(sign.charCodeAt(0));
    throw new SyntaxError();
  }

  /** A character class in brackets; what is subtracted from it stands last (appendix F.1). */
  #class(): string {
    this.#expect('[');
    const isNegative = this.#next === '^';
    if (isNegative) this.#at++;
    let items = '';
    while (this.#next !== ']') {
      if (items !== '' && this.pattern.startsWith('-[', this.#at)) {
        this.#at++;
        const without = this.#class();
        this.#expect(']');
        return `[${bracketed(items, isNegative)}--${without}]`;
      }
      items += this.#item();
    }
    if (items === '') throw new SyntaxError();
    this.#at++;
    return bracketed(items, isNegative);
  }

  #item(): string {
    const first = this.#member();
    const after = this.pattern[this.#at + 1] ?? '';
    if (this.#next !== '-' || after === ']' || after === '[') return first;
    this.#at++;
    const last = this.#member();
    // A class has no end to reach to.
    if (!first.startsWith('\\u') || !last.startsWith('\\u')) throw new SyntaxError();
    return `${first}-${last}`;
  }

  #member(): string {
    const sign = this.#next;
    if (sign === '\\') return this.#escape();
    if (sign === '' || sign === '[') throw new SyntaxError();
    return this.#literal();
  }

  #expect(sign: string): void {
    if (this.#next !== sign) throw new SyntaxError();
    this.#at++;
  }
}

function bracketed(items: string, isNegative: boolean): string {
  return `[${isNegative ? '^' : ''}${items}]`;
}

function literal(code: number): string {
  return `\\u{${code.toString(16)}}`;
}
