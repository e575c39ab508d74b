import { attributeValue, type Expansion, referenceAt } from './attribute-value.js';
import { isName, isQName, nameEnd } from './characters.js';
import type { Complaints } from './complaints.js';
import { type DeclarationReader, readContentModel } from './content-model.js';
import { type Cursor, normalizeLineEnds } from './cursor.js';
import { type AttributeDeclaration, type Doctype, readExternalId } from './doctype.js';
import { characterReference } from './entities.js';
import type { ExternalText } from './external-entities.js';
import type { Span } from './tree.js';

/** What the reading of a declaration needs of the subset that it stands in. */
export interface DeclarationContext {
  readonly complaints: Complaints;
  readonly doctype: Doctype;
  readonly expansion: Expansion;
  /** Whether parameter entities may be referred to within declarations (WFC: PEs in Internal Subset). */
  readonly isExternal: boolean;
  /** Whether it stands in a parameter entity or the external subset. */
  readonly isOutside: boolean;
  /** Whether what is read stands in the source itself. */
  readonly isInSource: boolean;
  /** Set after an unread parameter entity: what follows may have been declared otherwise there (section 5.1). */
  readonly isBlind: boolean;
  /** Absolute path of the file that addresses in it are relative to. */
  readonly base: string;
  /** The parameter entities that it stands in, outermost first. */
  readonly openEntities: readonly string[];
  /** The place of what stands between two offsets of the text that is read. */
  span(start: number, end: number): Span;
  /** The text of a parameter entity; `undefined` where it is not declared or not read. */
  parameterEntity(
    name: string,
    span: Span,
    open: readonly string[],
  ): { readonly text: string; readonly file: ExternalText | undefined } | undefined;
}

/** Reads markupdecl [29] but for comments and processing instructions, and takes down what it declares. */
export function readMarkupDeclaration(cursor: Cursor, context: DeclarationContext): void {
  new MarkupDeclaration(cursor, context).read();
}

class MarkupDeclaration implements DeclarationReader {
  constructor(
    readonly cursor: Cursor,
    private readonly context: DeclarationContext,
  ) {}

  read(): void {
    const { cursor } = this;
    if (cursor.accept('<!ELEMENT')) this.#element();
    else if (cursor.accept('<!ATTLIST')) this.#attributeList();
    else if (cursor.accept('<!ENTITY')) this.#entity();
    else if (cursor.accept('<!NOTATION')) this.#notation();
    else {
      this.stop(
        'This is no declaration that may stand in a DOCTYPE.',
        'ELEMENT, ATTLIST, ENTITY, NOTATION, comments and processing instructions may.',
      );
    }
  }

  #span(start = this.cursor.pos, end = start + 1): Span {
    return this.context.span(start, end);
  }

  stop(message: string, help?: string): never {
    this.context.complaints.stop(this.#span(), message, help === undefined ? {} : { help });
  }

  #wantSpace(after: string): void {
    if (!this.cursor.space()) this.stop(`White space is missing after ${after}.`);
  }

  wantName(what: string): string {
    const name = this.cursor.name();
    if (name === '') this.stop(`${what} is missing here.`);
    if (!isQName(name)) this.stop(`${name} is not a name with a prefix: one colon parts the two.`);
    return name;
  }

  /** The name of an entity or notation, which has no colon (Namespaces in XML, section 7). */
  #wantNcName(what: string): string {
    const name = this.wantName(what);
    if (name.includes(':')) this.stop(`${what} cannot have a colon: ${name}.`);
    return name;
  }

  #close(declaration: string): void {
    this.cursor.space();
    if (!this.cursor.accept('>'))
      this.stop(`The ${declaration} declaration should end with > here.`);
  }

  /** elementdecl [45]. */
  #element(): void {
    this.#wantSpace('<!ELEMENT');
    this.context.doctype.hasElementDeclarations = true;
    const name = this.wantName('The name of an element');
    this.#wantSpace(name);
    readContentModel(this, name);
    this.#close('ELEMENT');
  }

  /** AttlistDecl [52]. */
  #attributeList(): void {
    this.#wantSpace('<!ATTLIST');
    const element = this.wantName('The name of an element');
    for (;;) {
      const spaced = this.cursor.space();
      if (this.cursor.accept('>')) return;
      if (!spaced) this.stop('White space is missing here.');
      const name = this.wantName('The name of an attribute');
      this.#wantSpace(name);
      const type = this.#attributeType();
      this.#wantSpace(`the type of ${name}`);
      const value = this.#defaultValue(type);
      if (this.context.isBlind) continue;
      let declared = this.context.doctype.attributes.get(element);
      if (declared === undefined) {
        declared = new Map<string, AttributeDeclaration>();
        this.context.doctype.attributes.set(element, declared);
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
      this.stop(
        `${type === '' ? 'This' : type} is no type of attribute.`,
        'CDATA, ID, IDREF, IDREFS, ENTITY, ENTITIES, NMTOKEN, NMTOKENS, NOTATION or a list in parentheses.',
      );
    }
    return type;
  }

  #enumeration(names: boolean): string {
    const cursor = this.cursor;
    if (!cursor.accept('(')) this.stop('A list in parentheses is wanted here.');
    do {
      cursor.space();
      const token = /[^\s|()<>&"',;%]*/y;
      token.lastIndex = cursor.pos;
      const found = token.exec(cursor.text)?.[0] ?? '';
      // An Nmtoken is what may follow the first character of a Name.
      if (!isName(names ? found : `_${found}`) || found === '' || (names && found.includes(':'))) {
        this.stop('A value is missing in the list.');
      }
      cursor.pos += found.length;
      cursor.space();
    } while (cursor.accept('|'));
    if (!cursor.accept(')')) this.stop('The values of a list are parted by | and closed by ).');
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
      this.stop('#REQUIRED, #IMPLIED or a default value in quotation marks is wanted.');
    const inSource = this.context.isInSource;
    const span = this.#span(start, start + literal.length);
    const value = attributeValue(
      literal,
      this.context.expansion,
      span,
      inSource ? start : undefined,
    );
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
    const isOutside = this.context.isOutside;
    const start = cursor.pos + 1;
    const literal = cursor.quoted();
    const known = parameter
      ? this.context.doctype.parameterEntities
      : this.context.doctype.entities;
    if (literal !== undefined) {
      const text = this.#replacementText(literal, start);
      if (!this.context.isBlind && !known.has(name)) known.set(name, { name, text, isOutside });
    } else {
      const external = readExternalId(cursor, this.context.complaints, () => this.#span(), false);
      if (external === undefined)
        this.stop(`The entity ${name} has no text in quotation marks and no file.`);
      let notation: string | undefined;
      const spaced = cursor.space();
      if (cursor.accept('NDATA')) {
        if (!spaced || parameter) this.stop('NDATA cannot stand here.');
        this.#wantSpace('NDATA');
        notation = this.wantName('The name of a notation');
      }
      if (!this.context.isBlind && !known.has(name)) {
        known.set(name, {
          name,
          system: external.systemId ?? '',
          ...(notation === undefined ? {} : { notation }),
          isOutside,
          base: this.context.base,
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
    const text = this.context.isInSource ? normalizeLineEnds(literal) : literal;
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
      this.context.complaints.stop(span, 'An & by itself: in XML it begins a reference.', {
        code: 'xml/bare-ampersand',
        help: 'Write &#38;#38; for the sign itself.',
      });
    }
    if (reference.name.includes(':')) {
      this.context.complaints.stop(
        span,
        `The name of an entity cannot have a colon: ${reference.name}.`,
      );
    }
    const { digits, end } = reference;
    return [
      digits === undefined ? undefined : characterReference(digits, span, this.context.complaints),
      end,
    ];
  }

  /** The text of a parameter entity in the text of another entity (section 4.4.5). */
  #includedInLiteral(
    text: string,
    at: number,
    span: Span,
    open: readonly string[] = this.context.openEntities,
  ): [string, number] {
    if (!this.context.isExternal) {
      this.context.complaints.stop(
        span,
        'A parameter entity cannot be referred to within a declaration here.',
        { help: 'Write &#37; for the sign itself.' },
      );
    }
    const end = nameEnd(text, at + 1);
    const name = text.slice(at + 1, end);
    if (name === '' || text[end] !== ';') {
      this.context.complaints.stop(span, 'A % by itself: in a DTD it begins a reference.', {
        help: 'Write &#37; for the sign itself.',
      });
    }
    const found = this.context.parameterEntity(name, span, open);
    if (found === undefined) return ['', end + 1];
    const content = found.text.slice(found.file?.start ?? 0);
    return [this.#replacementText(content, 0, [...open, name]), end + 1];
  }

  /** NotationDecl [82]. */
  #notation(): void {
    this.#wantSpace('<!NOTATION');
    const name = this.#wantNcName('The name of a notation');
    this.#wantSpace(name);
    const external = readExternalId(this.cursor, this.context.complaints, () => this.#span(), true);
    if (external === undefined)
      this.stop(`The notation ${name} has no identifier: PUBLIC or SYSTEM is wanted.`);
    this.#close('NOTATION');
  }
}

/** The further normalisation of attributes that are not CDATA (section 3.3.3). */
export function collapseSpaces(value: string): string {
  return value.replace(/ +/g, ' ').replace(/^ | $/g, '');
}
