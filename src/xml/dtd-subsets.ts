import type { Expansion } from './attribute-value.js';
import { nameEnd } from './characters.js';
import type { Complaints } from './complaints.js';
import { Cursor } from './cursor.js';
import type { Doctype } from './doctype.js';
import { entityLimits } from './entities.js';
import type { ExternalText } from './external-entities.js';
import { type DeclarationContext, readMarkupDeclaration } from './markup-declarations.js';
import { readComment, readProcessingInstruction } from './misc.js';
import type { Span } from './tree.js';

/** A text that declarations are read from. */
interface Input {
  readonly cursor: Cursor;
  /** The parameter entity whose text it is. */
  readonly entity: string | undefined;
  /** The file that its offsets count in, where it is the text of an external entity. */
  readonly file: ExternalText | undefined;
  /** Absolute path of the file that addresses in it are relative to. */
  readonly base: string;
  /** Whether parameter entities may be referred to within declarations (WFC: PEs in Internal Subset). */
  readonly isExternal: boolean;
}

/**
 * Reads the subsets of a DTD, intSubset [28b] and extSubset [30], and the parameter entities in them, external ones
 * where they may be read.
 */
export class DtdSubsets implements DeclarationContext {
  cursor: Cursor;
  isBlind = false;
  /** What is being read, innermost last. */
  readonly #inputs: Input[];
  /** The reference in the source under which all that is being read lies; its place stands for it. */
  #reference: Span | undefined;
  /** Where the declaration begins that is read with its parameter entities in place. */
  #begun: { readonly input: Input; readonly at: number } | undefined;
  /** How many inputs there were where each open INCLUDE section [62] began. */
  readonly #sections: number[] = [];

  constructor(
    source: Cursor,
    readonly complaints: Complaints,
    readonly doctype: Doctype,
    readonly expansion: Expansion,
  ) {
    this.cursor = source;
    const base = expansion.externals?.path ?? '';
    this.#inputs = [
      { cursor: source, entity: undefined, file: undefined, base, isExternal: false },
    ];
  }

  /** Reads the internal subset up to the closing `]`, which is left. */
  readInternal(): void {
    this.#declarations(1);
  }

  /**
   * Reads the external subset.
   *
   * @param span where the DOCTYPE names it
   */
  readExternal(file: ExternalText, span: Span): void {
    this.#reference = span;
    const { path: base, start, source } = file;
    this.expansion.spend(source.text.length - start, span);
    const cursor = new Cursor(source.text, start);
    this.#enter({ cursor, entity: undefined, file, base, isExternal: true });
    this.#declarations(2);
  }

  /** @param depth how many inputs there are where it is to end */
  #declarations(depth: number): void {
    for (;;) {
      const { cursor } = this;
      cursor.space();
      if (cursor.atEnd) {
        this.#endSections();
        if (this.#inputs.length === depth) {
          if (depth > 1) this.#leave();
          return;
        }
        this.#leave();
      } else if (cursor.code === 0x5d /* ] */ && this.#inputs.length === 1) {
        return;
      } else if (this.#sections.length > 0 && cursor.accept(']]>')) {
        this.#sections.pop();
      } else if (cursor.code === 0x25 /* % */) {
        this.#parameterReference();
      } else if (cursor.text.startsWith('<!--', cursor.pos)) {
        readComment(cursor, this.complaints, this.spanOf);
      } else if (cursor.text.startsWith('<?', cursor.pos)) {
        readProcessingInstruction(cursor, this.complaints, this.spanOf);
      } else if (this.isExternal && cursor.accept('<![')) {
        this.#conditionalSection();
      } else if (this.isExternal && cursor.text.startsWith('<!', cursor.pos)) {
        this.#begun = { input: this.#input, at: cursor.pos };
        const text = this.#declarationText();
        if (text !== undefined) readMarkupDeclaration(new Cursor(text), this);
        this.#begun = undefined;
      } else {
        readMarkupDeclaration(cursor, this);
      }
    }
  }

  get #input(): Input {
    return this.#inputs[this.#inputs.length - 1] as Input;
  }

  get isExternal(): boolean {
    return this.#input.isExternal;
  }

  get isOutside(): boolean {
    return this.#inputs.length > 1;
  }

  get isInSource(): boolean {
    return this.#reference === undefined;
  }

  get base(): string {
    return this.#input.base;
  }

  get openEntities(): readonly string[] {
    return this.#inputs.flatMap(({ entity }) => entity ?? []);
  }

  #enter(input: Input): void {
    this.#inputs.push(input);
    this.cursor = input.cursor;
    this.#tellWhere();
  }

  #leave(): void {
    this.#inputs.pop();
    this.cursor = this.#input.cursor;
    if (this.#inputs.length === 1) this.#reference = undefined;
    this.#tellWhere();
  }

  /** What is wrong in another file is told with the place in it. */
  #tellWhere(): void {
    const within = this.#inputs.findLast(({ file }) => file !== undefined);
    const source = within?.file?.source;
    this.complaints.within =
      within === undefined || source === undefined
        ? undefined
        : () => ({
            source,
            offset: this.#begun?.input === within ? this.#begun.at : within.cursor.pos,
          });
  }

  /**
   * A declaration with its parameter entities in place, up to its `>` (section 4.4.8). What is in quotation marks is
   * left as it is. `undefined` where an entity in it is not there.
   */
  #declarationText(): string | undefined {
    let text = '';
    let isWhole = true;
    let quote = '';
    const depth = this.#inputs.length;
    for (;;) {
      const { cursor } = this;
      const sought = quote === '' ? /["'>%]/g : quote === '"' ? /"/g : /'/g;
      sought.lastIndex = cursor.pos;
      const at = sought.exec(cursor.text)?.index ?? cursor.text.length;
      text += cursor.text.slice(cursor.pos, at);
      cursor.pos = at;
      const sign = cursor.text[at];
      if (sign === undefined) {
        // What begins in the text of an entity between declarations ends in it (WFC: PE Between Declarations).
        if (this.#inputs.length === depth) {
          this.#stop('The declaration is not closed with >.');
        }
        this.#leave();
        text += ' ';
      } else if (sign === '%' && nameEnd(cursor.text, at + 1) > at + 1) {
        text += ' ';
        isWhole &&= this.#parameterReference();
      } else {
        cursor.pos++;
        text += sign;
        if (sign === '>' && quote === '') return isWhole ? text : undefined;
        if (sign === quote) quote = '';
        else if (sign !== '%' && sign !== '>') quote = sign;
      }
    }
  }

  /** conditionalSect [61], after its `<![`. */
  #conditionalSection(): void {
    const { cursor } = this;
    cursor.space();
    let keyword: string;
    let isOpened = false;
    if (cursor.code === 0x25 /* % */) {
      const isThere = this.#parameterReference();
      keyword = isThere ? this.cursor.text.slice(this.cursor.pos).trim() : 'IGNORE';
      // An entity may hold the bracket too, though not in a valid document.
      isOpened = keyword.endsWith('[');
      if (isOpened) keyword = keyword.slice(0, -1).trimEnd();
      if (isThere) this.#leave();
    } else {
      keyword = cursor.name();
    }
    cursor.space();
    isOpened ||= cursor.accept('[');
    if (!isOpened || (keyword !== 'INCLUDE' && keyword !== 'IGNORE')) {
      this.#stop('A conditional section begins with <![INCLUDE[ or <![IGNORE[.');
    }
    if (keyword === 'INCLUDE') {
      this.#sections.push(this.#inputs.length);
      return;
    }
    const bounds = /<!\[|\]\]>/g;
    bounds.lastIndex = cursor.pos;
    for (let depth = 1; depth > 0; ) {
      const found = bounds.exec(cursor.text);
      if (found === null) this.#stop('The conditional section is not closed with ]]>.');
      depth += found[0] === ']]>' ? -1 : 1;
      cursor.pos = bounds.lastIndex;
    }
  }

  /** An INCLUDE section ends in the text that it began in. */
  #endSections(): void {
    if (this.#sections.at(-1) === this.#inputs.length) {
      this.#stop('The conditional section is not closed with ]]>.');
    }
  }

  span(start: number, end: number): Span {
    return this.#reference ?? { start, end };
  }

  readonly spanOf = (start: number, end: number): Span => this.span(start, end);

  #stop(message: string, help?: string): never {
    const { pos } = this.cursor;
    this.complaints.stop(this.span(pos, pos + 1), message, help === undefined ? {} : { help });
  }

  /**
   * PEReference [69].
   *
   * @returns whether its text is entered; not where it is not declared or not read
   */
  #parameterReference(): boolean {
    const { cursor } = this;
    const start = cursor.pos;
    cursor.pos++;
    const name = cursor.name();
    if (name === '') this.#stop('The name of a parameter entity is missing here.');
    if (!cursor.accept(';')) this.#stop(`The reference %${name} is not closed with a semicolon.`);
    const span = this.span(start, cursor.pos);
    const found = this.parameterEntity(name, span, this.openEntities);
    if (found === undefined) return false;
    this.#reference ??= span;
    const { isExternal, base } = this.#input;
    const { text, file } = found;
    this.#enter({
      cursor: new Cursor(text, file?.start ?? 0),
      entity: name,
      file,
      base: file?.path ?? base,
      isExternal: isExternal || file !== undefined,
    });
    return true;
  }

  /**
   * The text of a parameter entity; `undefined` where it is not declared or not read.
   *
   * @param open the parameter entities in whose text the reference stands
   */
  parameterEntity(
    name: string,
    span: Span,
    open: readonly string[],
  ): { readonly text: string; readonly file: ExternalText | undefined } | undefined {
    const { complaints, doctype, expansion } = this;
    const entity = doctype.parameterEntities.get(name);
    const file =
      entity?.text === undefined && entity !== undefined ? expansion.external(entity) : undefined;
    if (entity === undefined || file?.kind === 'unread' || file?.kind === 'fault') {
      if (file?.kind === 'fault') {
        complaints.report(span, {
          code: 'xml/external-entity',
          message: `%${name}; cannot be read: ${file.reason}`,
          help: file.help,
        });
      } else if (file === undefined && doctype.unread === undefined) {
        complaints.report(span, {
          code: 'xml/undeclared-entity',
          message: `The parameter entity %${name}; is not declared.`,
          help: `Declare it before this place: <!ENTITY % ${name} "…">.`,
        });
      }
      doctype.unread ??= `the parameter entity %${name};`;
      this.isBlind = !doctype.standalone;
      return undefined;
    }
    if (open.includes(name)) {
      complaints.stop(span, `The parameter entity %${name}; contains itself.`, {
        code: 'xml/recursive-entity',
        help: 'Take the reference out of the declaration.',
      });
    }
    if (open.length >= entityLimits.depth) {
      complaints.stop(span, `Parameter entities lie more than ${entityLimits.depth} deep.`, {
        code: 'xml/entity-limit',
        help: 'Write the declarations out where the innermost stands.',
      });
    }
    const external = file?.kind === 'text' ? file : undefined;
    const text = entity.text ?? external?.source.text ?? '';
    expansion.spend(text.length, span);
    return { text, file: external };
  }
}
