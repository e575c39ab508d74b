import { attributeValue, type Expansion, referenceAt } from './attribute-value.js';
import { isName, isQName, nameEnd } from './characters.js';
import { CannotGoOn, type Complaints } from './complaints.js';
import { type DeclarationReader, readContentModel } from './content-model.js';
import { Cursor, normalizeLineEnds } from './cursor.js';
import { type AttributeDeclaration, type Doctype, readExternalId } from './doctype.js';
import { characterReference, entityLimits } from './entities.js';
import type { ExternalText } from './external-entities.js';
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
 * Reads the declarations of a DTD: intSubset [28b], extSubset [30], and the parameter entities in them, external ones
 * where they may be read.
 */
export class MarkupDeclarations implements DeclarationReader {
  cursor: Cursor;
  /** What is being read, innermost last. */
  readonly #inputs: Input[];
  /** The reference in the source under which all that is being read lies; its place stands for it. */
  #reference: Span | undefined;
  /** Where the declaration begins that is read with its parameter entities in place. */
  #begun: { readonly input: Input; readonly at: number } | undefined;
  /** Set after an unread parameter entity: what follows may have been declared otherwise there (section 5.1). */
  #blind = false;
  /** How many inputs there were where each open INCLUDE section [62] began. */
  readonly #sections: number[] = [];

  constructor(
    source: Cursor,
    private readonly complaints: Complaints,
    private readonly doctype: Doctype,
    private readonly expansion: Expansion,
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
        this.#parameterReference(false);
      } else if (cursor.text.startsWith('<!--', cursor.pos)) {
        readComment(cursor, this.complaints, this.#spanOf);
      } else if (cursor.text.startsWith('<?', cursor.pos)) {
        readProcessingInstruction(cursor, this.complaints, this.#spanOf);
      } else if (this.#isExternal && cursor.accept('<![')) {
        this.#conditionalSection();
      } else if (this.#isExternal && cursor.text.startsWith('<!', cursor.pos)) {
        this.#begun = { input: this.#input, at: cursor.pos };
        this.cursor = new Cursor(this.#declarationText());
        this.#declaration();
        this.cursor.space();
        if (!this.cursor.atEnd) this.#stop('The declaration should end here.');
        this.cursor = this.#input.cursor;
        this.#begun = undefined;
      } else {
        this.#declaration();
      }
    }
  }

  #declaration(): void {
    const { cursor } = this;
    if (cursor.accept('<!ELEMENT')) this.#element();
    else if (cursor.accept('<!ATTLIST')) this.#attributeList();
    else if (cursor.accept('<!ENTITY')) this.#entity();
    else if (cursor.accept('<!NOTATION')) this.#notation();
    else {
      this.#stop(
        'This is no declaration that may stand in a DOCTYPE.',
        'ELEMENT, ATTLIST, ENTITY, NOTATION, comments and processing instructions may.',
      );
    }
  }

  get #input(): Input {
    return this.#inputs[this.#inputs.length - 1] as Input;
  }

  get #isExternal(): boolean {
    return this.#input.isExternal;
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
   * left as it is.
   */
  #declarationText(): string {
    let text = '';
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
        this.#parameterReference(true);
      } else {
        cursor.pos++;
        text += sign;
        if (sign === '>' && quote === '') return text;
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
      const inputs = this.#inputs.length;
      this.#parameterReference(true);
      keyword = this.cursor.text.slice(this.cursor.pos).trim();
      // An entity may hold the bracket too, though not in a valid document.
      isOpened = keyword.endsWith('[');
      if (isOpened) keyword = keyword.slice(0, -1).trimEnd();
      if (this.#inputs.length > inputs) this.#leave();
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

  #span(start = this.cursor.pos, end = start + 1): Span {
    return this.#reference ?? { start, end };
  }

  readonly #spanOf = (start: number, end: number): Span => this.#span(start, end);

  stop(message: string, help?: string): never {
    return this.#stop(message, help);
  }

  wantName(what: string): string {
    return this.#wantName(what);
  }

  #stop(message: string, help?: string): never {
    this.complaints.stop(this.#span(), message, help === undefined ? {} : { help });
  }

  #wantSpace(after: string): void {
    if (!this.cursor.space()) this.#stop(`White space is missing after ${after}.`);
  }

  #wantName(what: string): string {
    const name = this.cursor.name();
    if (name === '') this.#stop(`${what} is missing here.`);
    if (!isQName(name)) this.#stop(`${name} is not a name with a prefix: one colon parts the two.`);
    return name;
  }

  /** The name of an entity or notation, which has no colon (Namespaces in XML, section 7). */
  #wantNcName(what: string): string {
    const name = this.#wantName(what);
    if (name.includes(':')) this.#stop(`${what} cannot have a colon: ${name}.`);
    return name;
  }

  #close(declaration: string): void {
    this.cursor.space();
    if (!this.cursor.accept('>'))
      this.#stop(`The ${declaration} declaration should end with > here.`);
  }

  /**
   * PEReference [69].
   *
   * @param isInDeclaration whether it stands within a declaration, where it may not be left out
   */
  #parameterReference(isInDeclaration: boolean): void {
    const { cursor } = this;
    const start = cursor.pos;
    cursor.pos++;
    const name = this.#wantName('The name of a parameter entity');
    if (!cursor.accept(';')) this.#stop(`The reference %${name} is not closed with a semicolon.`);
    const span = this.#span(start, cursor.pos);
    const found = this.#parameterEntity(name, span);
    if (found === undefined) {
      if (isInDeclaration && this.complaints.problems.length === 0) {
        this.complaints.stop(
          span,
          `The parameter entity %${name}; is wanted here, and is not read.`,
          {
            code: 'xml/undeclared-entity',
            help: `Declare it before this place: <!ENTITY % ${name} "…">.`,
          },
        );
      }
      if (isInDeclaration) throw new CannotGoOn();
      return;
    }
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
  }

  /** The text of a parameter entity; `undefined` where it is not declared or not read. */
  #parameterEntity(
    name: string,
    span: Span,
    open: readonly string[] = this.#inputs.flatMap(({ entity }) => entity ?? []),
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
      this.#blind = !doctype.standalone;
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

  /** elementdecl [45]. */
  #element(): void {
    this.#wantSpace('<!ELEMENT');
    this.doctype.hasElementDeclarations = true;
    const name = this.#wantName('The name of an element');
    this.#wantSpace(name);
    readContentModel(this, name);
    this.#close('ELEMENT');
  }

  /** AttlistDecl [52]. */
  #attributeList(): void {
    this.#wantSpace('<!ATTLIST');
    const element = this.#wantName('The name of an element');
    for (;;) {
      const spaced = this.cursor.space();
      if (this.cursor.accept('>')) return;
      if (!spaced) this.#stop('White space is missing here.');
      const name = this.#wantName('The name of an attribute');
      this.#wantSpace(name);
      const type = this.#attributeType();
      this.#wantSpace(`the type of ${name}`);
      const value = this.#defaultValue(type);
      if (this.#blind) continue;
      let declared = this.doctype.attributes.get(element);
      if (declared === undefined) {
        declared = new Map<string, AttributeDeclaration>();
        this.doctype.attributes.set(element, declared);
      }
      if (!declared.has(name)) declared.set(name, { name, type, value });
    }
  }

  /** AttType [54]. */
  #attributeType(): string {
    const cursor = this.cursor;
    if (cursor.code === 0x28 /* ( */) return this.#enumeration(false);
    const type = cursor.name();
    if (type === 'NOTATION') {
      this.#wantSpace('NOTATION');
      return this.#enumeration(true);
    }
    if (!/^(CDATA|IDREFS?|ID|ENTITY|ENTITIES|NMTOKENS?)$/.test(type)) {
      this.#stop(
        `${type === '' ? 'This' : type} is no type of attribute.`,
        'CDATA, ID, IDREF, IDREFS, ENTITY, ENTITIES, NMTOKEN, NMTOKENS, NOTATION or a list in parentheses.',
      );
    }
    return type;
  }

  #enumeration(names: boolean): string {
    const cursor = this.cursor;
    if (!cursor.accept('(')) this.#stop('A list in parentheses is wanted here.');
    do {
      cursor.space();
      const token = /[^\s|()<>&"',;%]*/y;
      token.lastIndex = cursor.pos;
      const found = token.exec(cursor.text)?.[0] ?? '';
      // An Nmtoken is what may follow the first character of a Name.
      if (!isName(names ? found : `_${found}`) || found === '' || (names && found.includes(':'))) {
        this.#stop('A value is missing in the list.');
      }
      cursor.pos += found.length;
      cursor.space();
    } while (cursor.accept('|'));
    if (!cursor.accept(')')) this.#stop('The values of a list are parted by | and closed by ).');
    return 'NMTOKEN';
  }

  /** DefaultDecl [60]. */
  #defaultValue(type: string): string | undefined {
    const cursor = this.cursor;
    if (cursor.accept('#REQUIRED') || cursor.accept('#IMPLIED')) return undefined;
    if (cursor.accept('#FIXED')) this.#wantSpace('#FIXED');
    const start = cursor.pos + 1;
    const literal = cursor.quoted();
    if (literal === undefined)
      this.#stop('#REQUIRED, #IMPLIED or a default value in quotation marks is wanted.');
    const inSource = this.#reference === undefined;
    const span = this.#span(start, start + literal.length);
    const value = attributeValue(literal, this.expansion, span, inSource ? start : undefined);
    return type === 'CDATA' ? value : collapseSpaces(value);
  }

  /** EntityDecl [70]. */
  #entity(): void {
    const cursor = this.cursor;
    this.#wantSpace('<!ENTITY');
    const parameter = cursor.accept('%');
    if (parameter) this.#wantSpace('%');
    const name = this.#wantNcName('The name of an entity');
    this.#wantSpace(name);
    const isOutside = this.#inputs.length > 1;
    const start = cursor.pos + 1;
    const literal = cursor.quoted();
    const known = parameter ? this.doctype.parameterEntities : this.doctype.entities;
    if (literal !== undefined) {
      const text = this.#replacementText(literal, start);
      if (!this.#blind && !known.has(name)) known.set(name, { name, text, isOutside });
    } else {
      const external = readExternalId(cursor, this.complaints, () => this.#span(), false);
      if (external === undefined)
        this.#stop(`The entity ${name} has no text in quotation marks and no file.`);
      let notation: string | undefined;
      const spaced = cursor.space();
      if (cursor.accept('NDATA')) {
        if (!spaced || parameter) this.#stop('NDATA cannot stand here.');
        this.#wantSpace('NDATA');
        notation = this.#wantName('The name of a notation');
      }
      if (!this.#blind && !known.has(name)) {
        known.set(name, {
          name,
          system: external.systemId ?? '',
          ...(notation === undefined ? {} : { notation }),
          isOutside,
          base: this.#input.base,
        });
      }
    }
    this.#close('ENTITY');
  }

  /**
   * The replacement text (section 4.5): character references and parameter entities are resolved, references to
   * general entities kept.
   *
   * @param open the parameter entities of whose text the literal is a part
   */
  #replacementText(literal: string, start: number, open?: readonly string[]): string {
    const text = this.#reference === undefined ? normalizeLineEnds(literal) : literal;
    let replaced = '';
    let from = 0;
    for (let at = text.search(/[&%]/); at !== -1 && at < text.length; ) {
      const span = this.#span(start + at, start + at + 1);
      const [replacement, end] =
        text[at] === '%'
          ? this.#includedInLiteral(text, at, span, open)
          : this.#generalReference(text, at, span);
      if (replacement !== undefined) {
        replaced += text.slice(from, at) + replacement;
        from = end;
      }
      const next = text.slice(end).search(/[&%]/);
      at = next === -1 ? -1 : end + next;
    }
    return replaced + text.slice(from);
  }

  /** What a reference to a character stands for; nothing for one to an entity, which stays. And where it ends. */
  #generalReference(text: string, at: number, span: Span): [string | undefined, number] {
    const reference = referenceAt(text, at);
    if (reference === undefined) {
      this.complaints.stop(span, 'An & by itself: in XML it begins a reference.', {
        code: 'xml/bare-ampersand',
        help: 'Write &#38;#38; for the sign itself.',
      });
    }
    if (reference.name.includes(':')) {
      this.complaints.stop(span, `The name of an entity cannot have a colon: ${reference.name}.`);
    }
    const { digits, end } = reference;
    return [
      digits === undefined ? undefined : characterReference(digits, span, this.complaints),
      end,
    ];
  }

  /** The text of a parameter entity in the text of another entity (section 4.4.5). */
  #includedInLiteral(
    text: string,
    at: number,
    span: Span,
    open: readonly string[] = this.#inputs.flatMap(({ entity }) => entity ?? []),
  ): [string, number] {
    if (!this.#isExternal) {
      this.complaints.stop(
        span,
        'A parameter entity cannot be referred to within a declaration here.',
        { help: 'Write &#37; for the sign itself.' },
      );
    }
    const end = nameEnd(text, at + 1);
    const name = text.slice(at + 1, end);
    if (name === '' || text[end] !== ';') {
      this.complaints.stop(span, 'A % by itself: in a DTD it begins a reference.', {
        help: 'Write &#37; for the sign itself.',
      });
    }
    const found = this.#parameterEntity(name, span, open);
    if (found === undefined) return ['', end + 1];
    const content = found.text.slice(found.file?.start ?? 0);
    return [this.#replacementText(content, 0, [...open, name]), end + 1];
  }

  /** NotationDecl [82]. */
  #notation(): void {
    this.#wantSpace('<!NOTATION');
    const name = this.#wantNcName('The name of a notation');
    this.#wantSpace(name);
    const external = readExternalId(this.cursor, this.complaints, () => this.#span(), true);
    if (external === undefined)
      this.#stop(`The notation ${name} has no identifier: PUBLIC or SYSTEM is wanted.`);
    this.#close('NOTATION');
  }
}

/** The further normalisation of attributes that are not CDATA (section 3.3.3). */
export function collapseSpaces(value: string): string {
  return value.replace(/ +/g, ' ').replace(/^ | $/g, '');
}
