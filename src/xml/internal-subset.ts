import { attributeValue, type Expansion, referenceAt } from './attribute-value.js';
import { isName, isQName } from './characters.js';
import type { Complaints } from './complaints.js';
import { Cursor, normalizeLineEnds } from './cursor.js';
import { type AttributeDeclaration, type Doctype, readExternalId } from './doctype.js';
import { characterReference, entityLimits } from './entities.js';
import { readComment, readProcessingInstruction } from './misc.js';
import type { Span } from './tree.js';

/** A parameter entity that is being read, and where to go on after it. */
interface Outer {
  readonly cursor: Cursor;
  readonly entity: string;
}

/** Reads intSubset [28b]: declarations, comments, processing instructions and parameter-entity references. */
export class InternalSubset {
  #cursor: Cursor;
  readonly #outer: Outer[] = [];
  /** The reference in the source under which all that is being read lies; its place stands for it. */
  #reference: Span | undefined;
  /** Set after an unread parameter entity: what follows may have been declared otherwise there (section 5.1). */
  #blind = false;

  constructor(
    source: Cursor,
    private readonly complaints: Complaints,
    private readonly doctype: Doctype,
    private readonly expansion: Expansion,
  ) {
    this.#cursor = source;
  }

  /** Reads up to the closing `]`, which is left. */
  read(): void {
    for (;;) {
      const cursor = this.#cursor;
      cursor.space();
      if (cursor.atEnd) {
        const outer = this.#outer.pop();
        if (outer === undefined) return;
        this.#cursor = outer.cursor;
        if (this.#outer.length === 0) this.#reference = undefined;
      } else if (cursor.code === 0x5d /* ] */ && this.#outer.length === 0) {
        return;
      } else if (cursor.code === 0x25 /* % */) {
        this.#parameterReference();
      } else if (cursor.text.startsWith('<!--', cursor.pos)) {
        readComment(cursor, this.complaints, this.#spanOf);
      } else if (cursor.text.startsWith('<?', cursor.pos)) {
        readProcessingInstruction(cursor, this.complaints, this.#spanOf);
      } else if (cursor.accept('<!ELEMENT')) {
        this.#element();
      } else if (cursor.accept('<!ATTLIST')) {
        this.#attributeList();
      } else if (cursor.accept('<!ENTITY')) {
        this.#entity();
      } else if (cursor.accept('<!NOTATION')) {
        this.#notation();
      } else {
        this.#stop(
          'This is no declaration that may stand in a DOCTYPE.',
          'ELEMENT, ATTLIST, ENTITY, NOTATION, comments and processing instructions may.',
        );
      }
    }
  }

  #span(start = this.#cursor.pos, end = start + 1): Span {
    return this.#reference ?? { start, end };
  }

  readonly #spanOf = (start: number, end: number): Span => this.#span(start, end);

  #stop(message: string, help?: string): never {
    this.complaints.stop(this.#span(), message, help === undefined ? {} : { help });
  }

  #wantSpace(after: string): void {
    if (!this.#cursor.space()) this.#stop(`White space is missing after ${after}.`);
  }

  #wantName(what: string): string {
    const name = this.#cursor.name();
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
    this.#cursor.space();
    if (!this.#cursor.accept('>'))
      this.#stop(`The ${declaration} declaration should end with > here.`);
  }

  #parameterReference(): void {
    const start = this.#cursor.pos;
    this.#cursor.pos++;
    const name = this.#wantName('The name of a parameter entity');
    if (!this.#cursor.accept(';'))
      this.#stop(`The reference %${name} is not closed with a semicolon.`);
    const span = this.#span(start, this.#cursor.pos);
    const entity = this.doctype.parameterEntities.get(name);
    if (entity?.text === undefined) {
      if (entity === undefined && this.doctype.unread === undefined) {
        this.complaints.report(span, {
          code: 'xml/undeclared-entity',
          message: `The parameter entity %${name}; is not declared.`,
          help: `Declare it before this place: <!ENTITY % ${name} "…">.`,
        });
      }
      this.doctype.unread ??= `the parameter entity %${name};`;
      this.#blind = !this.doctype.standalone;
      return;
    }
    if (this.#outer.some((outer) => outer.entity === name)) {
      this.complaints.stop(span, `The parameter entity %${name}; contains itself.`, {
        code: 'xml/recursive-entity',
        help: 'Take the reference out of the declaration.',
      });
    }
    if (this.#outer.length >= entityLimits.depth) {
      this.complaints.stop(span, `Parameter entities lie more than ${entityLimits.depth} deep.`, {
        code: 'xml/entity-limit',
        help: 'Write the declarations out where the innermost stands.',
      });
    }
    this.expansion.spend(entity.text.length, span);
    this.#reference ??= span;
    this.#outer.push({ cursor: this.#cursor, entity: name });
    this.#cursor = new Cursor(entity.text);
  }

  /** elementdecl [45]; the content model is read for its grammar alone. */
  #element(): void {
    this.#wantSpace('<!ELEMENT');
    this.doctype.hasElementDeclarations = true;
    const name = this.#wantName('The name of an element');
    this.#wantSpace(name);
    const cursor = this.#cursor;
    if (!cursor.accept('EMPTY') && !cursor.accept('ANY')) {
      if (!cursor.accept('('))
        this.#stop(`The content of ${name} is EMPTY, ANY, or begins with (.`);
      cursor.space();
      if (cursor.accept('#PCDATA')) this.#mixed();
      else this.#contentParticles();
    }
    this.#close('ELEMENT');
  }

  /** Mixed [51], after `(#PCDATA`. */
  #mixed(): void {
    const cursor = this.#cursor;
    let names = 0;
    for (;;) {
      cursor.space();
      if (cursor.accept(')')) break;
      if (!cursor.accept('|')) this.#stop('In mixed content names are parted by |.');
      cursor.space();
      this.#wantName('The name of an element');
      names++;
    }
    if (!cursor.accept('*') && names > 0) this.#stop('Mixed content with elements ends with )*.');
  }

  /** children [47], after the first `(`; groups within groups are counted, not recursed into. */
  #contentParticles(): void {
    const cursor = this.#cursor;
    const separators: (string | undefined)[] = [undefined];
    for (;;) {
      cursor.space();
      while (cursor.accept('(')) {
        separators.push(undefined);
        cursor.space();
      }
      this.#wantName('The name of an element');
      this.#occurrence();
      cursor.space();
      while (cursor.accept(')')) {
        separators.pop();
        this.#occurrence();
        if (separators.length === 0) return;
        cursor.space();
      }
      const separator = cursor.text[cursor.pos];
      const before = separators.at(-1);
      if (
        (separator !== '|' && separator !== ',') ||
        (before !== undefined && before !== separator)
      ) {
        this.#stop('The parts of a content model are parted all by , or all by |.');
      }
      separators[separators.length - 1] = separator;
      cursor.pos++;
    }
  }

  #occurrence(): void {
    if ('?*+'.includes(this.#cursor.text[this.#cursor.pos] ?? ' ')) this.#cursor.pos++;
  }

  /** AttlistDecl [52]. */
  #attributeList(): void {
    this.#wantSpace('<!ATTLIST');
    const element = this.#wantName('The name of an element');
    for (;;) {
      const spaced = this.#cursor.space();
      if (this.#cursor.accept('>')) return;
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
    const cursor = this.#cursor;
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
    const cursor = this.#cursor;
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
    const cursor = this.#cursor;
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
    const cursor = this.#cursor;
    this.#wantSpace('<!ENTITY');
    const parameter = cursor.accept('%');
    if (parameter) this.#wantSpace('%');
    const name = this.#wantNcName('The name of an entity');
    this.#wantSpace(name);
    const inParameterEntity = this.#outer.length > 0;
    const start = cursor.pos + 1;
    const literal = cursor.quoted();
    const known = parameter ? this.doctype.parameterEntities : this.doctype.entities;
    if (literal !== undefined) {
      const text = this.#replacementText(literal, start);
      if (!this.#blind && !known.has(name)) known.set(name, { name, text, inParameterEntity });
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
          inParameterEntity,
        });
      }
    }
    this.#close('ENTITY');
  }

  /** The replacement text (section 4.5): character references are resolved, references to general entities kept. */
  #replacementText(literal: string, start: number): string {
    const text = this.#reference === undefined ? normalizeLineEnds(literal) : literal;
    let replaced = '';
    let from = 0;
    for (let at = text.search(/[&%]/); at !== -1 && at < text.length; ) {
      const span = this.#span(start + at, start + at + 1);
      const reference = text[at] === '&' ? referenceAt(text, at) : undefined;
      if (text[at] === '%') {
        this.complaints.stop(
          span,
          'A parameter entity cannot be referred to within a declaration here.',
          {
            help: 'Write &#37; for the sign itself.',
          },
        );
      }
      if (reference === undefined) {
        this.complaints.stop(span, 'An & by itself: in XML it begins a reference.', {
          code: 'xml/bare-ampersand',
          help: 'Write &#38;#38; for the sign itself.',
        });
      }
      if (reference.name.includes(':')) {
        this.complaints.stop(span, `The name of an entity cannot have a colon: ${reference.name}.`);
      }
      if (reference.digits !== undefined) {
        replaced += text.slice(from, at);
        replaced += characterReference(reference.digits, span, this.complaints);
        from = reference.end;
      }
      const next = text.slice(reference.end).search(/[&%]/);
      at = next === -1 ? -1 : reference.end + next;
    }
    return replaced + text.slice(from);
  }

  /** NotationDecl [82]. */
  #notation(): void {
    this.#wantSpace('<!NOTATION');
    const name = this.#wantNcName('The name of a notation');
    this.#wantSpace(name);
    const external = readExternalId(this.#cursor, this.complaints, () => this.#span(), true);
    if (external === undefined)
      this.#stop(`The notation ${name} has no identifier: PUBLIC or SYSTEM is wanted.`);
    this.#close('NOTATION');
  }
}

/** The further normalisation of attributes that are not CDATA (section 3.3.3). */
export function collapseSpaces(value: string): string {
  return value.replace(/ +/g, ' ').replace(/^ | $/g, '');
}
