import type { AttributeDefinition, Dtd, DtdPlace, ElementDeclaration } from './dtd.js';
import { attributeTypes } from './dtd.js';
import type { DtdCursor } from './dtd-cursor.js';
import { readContentModel } from './read-content-model.js';

const name = /[^\s"'<>()[\]|,?*+;%&=#]+/y;

/**
 * Reads the declarations of a DTD (XML 1.0, section 2.8) up to its end: elements and attributes as a schema needs
 * them, parameter entities to go on reading, and which entities are unparsed.
 *
 * @throws Failure when it is not correct, with the place
 */
export function readDtd(cursor: DtdCursor): Dtd {
  return new DtdReader(cursor).read();
}

class DtdReader {
  readonly #elements = new Map<string, ElementDeclaration>();
  readonly #attributes = new Map<string, Map<string, AttributeDefinition>>();
  readonly #unparsed = new Set<string>();
  readonly #entities = new Set<string>();
  #sections = 0;

  constructor(readonly cursor: DtdCursor) {}

  read(): Dtd {
    const { cursor } = this;
    while (!cursor.atEnd) {
      if (cursor.accept('<!ELEMENT')) this.#element();
      else if (cursor.accept('<!ATTLIST')) this.#attributeList();
      else if (cursor.accept('<!ENTITY')) this.#entity();
      else if (cursor.accept('<!NOTATION')) this.#notation();
      else if (cursor.accept('<![')) this.#section();
      else if (this.#sections > 0 && cursor.accept(']]>')) this.#sections--;
      else
        cursor.fail(
          'This is no declaration that may stand in a DTD.',
          'ELEMENT, ATTLIST, ENTITY, NOTATION, comments and processing instructions may.',
        );
    }
    if (this.#sections > 0) cursor.fail('An INCLUDE section is not closed with ]]>.');
    return {
      elements: this.#elements,
      attributes: this.#attributes,
      unparsedEntities: this.#unparsed,
    };
  }

  #name(what: string): string {
    this.cursor.space();
    return this.cursor.match(name) ?? this.cursor.fail(`${what} is missing here.`);
  }

  #close(declaration: string): void {
    this.cursor.space();
    if (!this.cursor.accept('>'))
      this.cursor.fail(`The ${declaration} declaration should end with > here.`);
  }

  /** elementdecl [45] */
  #element(): void {
    this.cursor.space();
    const at = this.cursor.place;
    const element = this.#name('The name of an element');
    const content = readContentModel(this.cursor);
    this.#close('ELEMENT');
    const first = this.#elements.get(element);
    if (first !== undefined)
      this.cursor.fail(
        `The element ${element} is declared twice.`,
        'Delete one of the two declarations.',
        at,
      );
    this.#elements.set(element, { name: element, content, at });
  }

  /** AttlistDecl [52] */
  #attributeList(): void {
    const { cursor } = this;
    const element = this.#name('The name of an element');
    const declared = this.#attributes.get(element) ?? new Map<string, AttributeDefinition>();
    this.#attributes.set(element, declared);
    for (cursor.space(); !cursor.accept('>'); cursor.space()) {
      const at = cursor.place;
      const attribute = this.#name('The name of an attribute');
      const definition = this.#attribute(attribute, at);
      if (!declared.has(attribute)) declared.set(attribute, definition);
    }
  }

  #attribute(attribute: string, at: DtdPlace): AttributeDefinition {
    const { cursor } = this;
    const type = this.#type();
    cursor.space();
    const isRequired = cursor.accept('#REQUIRED');
    const isFixed = !isRequired && cursor.accept('#FIXED');
    const hasDefault = isFixed || (!isRequired && !cursor.accept('#IMPLIED'));
    const value = hasDefault ? this.#literal('#REQUIRED, #IMPLIED or a default value') : undefined;
    return { name: attribute, type, isRequired, fixed: isFixed ? value : undefined, at };
  }

  /** AttType [54] */
  #type(): AttributeDefinition['type'] {
    const { cursor } = this;
    cursor.space();
    if (cursor.accept('(')) return this.#values();
    const at = cursor.place;
    const word = this.#name('The type of an attribute');
    const type = attributeTypes.find((one) => one === word);
    if (type !== undefined) return type;
    cursor.space();
    if (word === 'NOTATION' && cursor.accept('(')) return this.#values();
    return cursor.fail(
      `${word} is no type of attribute.`,
      `The types are ${attributeTypes.join(', ')}, NOTATION, or a list in parentheses.`,
      at,
    );
  }

  /** Enumeration [59], after `(` */
  #values(): { readonly values: readonly string[] } {
    const { cursor } = this;
    const values: string[] = [];
    do {
      values.push(this.#name('A value'));
      cursor.space();
    } while (cursor.accept('|'));
    if (!cursor.accept(')')) cursor.fail('The values of a list are parted by | and closed by ).');
    return { values };
  }

  #literal(what: string): string {
    this.cursor.space();
    const literal =
      this.cursor.match(/"[^"]*"|'[^']*'/y) ??
      this.cursor.fail(`${what} in quotation marks is missing here.`);
    return literal.slice(1, -1);
  }

  /** EntityDecl [70]; the first declaration of a name binds (section 4.2). */
  #entity(): void {
    const { cursor } = this;
    cursor.space();
    const isParameter = cursor.match(/%(?=\s)/y) !== undefined;
    const entity = this.#name('The name of an entity');
    cursor.space();
    const external = this.#externalId();
    const text = external === undefined ? this.#entityValue() : '';
    cursor.space();
    if (external !== undefined && cursor.accept('NDATA')) {
      this.#name('The name of a notation');
      if (!this.#entities.has(entity)) this.#unparsed.add(entity);
    }
    if (!isParameter) this.#entities.add(entity);
    else if (!cursor.parameterEntities.has(entity))
      cursor.parameterEntities.set(entity, external ?? { text });
    this.#close('ENTITY');
  }

  /** EntityValue [9]: references to characters and parameter entities are replaced (section 4.5). */
  #entityValue(): string {
    return this.#literal('The text of an entity, or SYSTEM and its file,')
      .replace(/%([^\s;%<>"'&]+);/g, (_, entity: string) => this.cursor.textOf(entity))
      .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (_, hex?: string, decimal?: string) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff
          ? String.fromCodePoint(code)
          : this.cursor.fail('There is no such character.');
      });
  }

  /** ExternalID [75] */
  #externalId(): { readonly address: string; readonly systemId: string } | undefined {
    const { cursor } = this;
    if (cursor.accept('PUBLIC')) this.#literal('A public identifier');
    else if (!cursor.accept('SYSTEM')) return undefined;
    const systemId = this.#literal('A system identifier');
    try {
      return { systemId, address: new URL(systemId, cursor.address).href };
    } catch {
      return cursor.fail(`"${systemId}" is no address.`);
    }
  }

  /** NotationDecl [82] */
  #notation(): void {
    const { cursor } = this;
    this.#name('The name of a notation');
    cursor.space();
    if (!cursor.accept('PUBLIC') && !cursor.accept('SYSTEM'))
      cursor.fail('PUBLIC or SYSTEM is missing here.');
    this.#literal('An identifier');
    cursor.space();
    if (cursor.match(/"[^"]*"|'[^']*'/y) !== undefined) cursor.space();
    this.#close('NOTATION');
  }

  /** conditionalSect [61], after `<![` */
  #section(): void {
    const { cursor } = this;
    const keyword = this.#name('INCLUDE or IGNORE');
    cursor.space();
    if (!cursor.accept('[')) cursor.fail(`A [ is missing after ${keyword}.`);
    if (keyword === 'IGNORE') cursor.ignore();
    else if (keyword === 'INCLUDE') this.#sections++;
    else cursor.fail(`${keyword} is neither INCLUDE nor IGNORE.`);
  }
}
