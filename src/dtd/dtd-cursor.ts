import { Failure } from '../problems/index.js';
import { problemAt, type SourceText } from '../xml/index.js';
import type { DtdPlace } from './dtd.js';

/** A text that is being read: a file, or the replacement text of a parameter entity. */
interface Level {
  readonly text: string;
  pos: number;
  /** Where the text is, to which relative addresses in it are relative. */
  readonly address: string;
  /** The file that offsets count in; that of the reference where the text is that of an entity. */
  readonly source: SourceText;
  /** Where the text begins in its file. */
  readonly start: number;
  /** Where the entity was referred to, if the text is not a file. */
  readonly reference: DtdPlace | undefined;
  readonly entity: string | undefined;
}

/** A parameter entity: its replacement text, or the file that it stands for. */
export type ParameterEntity =
  | { readonly text: string }
  | { readonly address: string; readonly systemId: string };

/** How deep parameter entities may lie within one another. */
const deepest = 100;
/** How much text parameter entities may come to, in UTF-16 units. */
const mostText = 10_000_000;

/**
 * Reads the text of a DTD piece by piece, parameter entities replaced where they are referred to (XML 1.0, section
 * 4.4.8): between any two pieces, and never within one, since their text counts as though a space stood around it.
 */
export class DtdCursor {
  readonly parameterEntities = new Map<string, ParameterEntity>();
  readonly #levels: Level[] = [];
  #spent = 0;
  #end: DtdPlace = { source: { file: '', text: '' }, span: { start: 0, end: 0 } };

  /**
   * @param dtd the DTD as it is shown to a person
   * @param read gives the text of a file at an address
   */
  constructor(
    readonly dtd: string,
    readonly read: (address: string) => SourceText,
  ) {}

  /** Begins with a text, of a file or a part of one. */
  open(source: SourceText, address: string, start = 0, end = source.text.length): void {
    const text = source.text.slice(start, end);
    this.#levels.push({
      text,
      pos: 0,
      address,
      source,
      start,
      reference: undefined,
      entity: undefined,
    });
  }

  /** The address to which relative addresses are relative here. */
  get address(): string {
    return this.#levels.at(-1)?.address ?? '';
  }

  /** Whether nothing is left but white space and comments, which are passed over. */
  get atEnd(): boolean {
    this.space();
    return this.#levels.length === 0;
  }

  /** Where the next piece stands; the end of the DTD where there is none. */
  get place(): DtdPlace {
    const level = this.#levels.at(-1);
    if (level === undefined) return this.#end;
    if (level.reference !== undefined) return level.reference;
    const start = level.start + level.pos;
    return { source: level.source, span: { start, end: start + 1 } };
  }

  /** Ends the reading: the DTD is not correct. */
  fail(message: string, help?: string, at: DtdPlace = this.place): never {
    const problems = [problemAt(at.source, at.span, { code: 'dtd/schema', message, help })];
    throw new Failure(`The DTD ${this.dtd} is not correct.`, { problems });
  }

  /** Passes over white space, comments and processing instructions; enters and leaves parameter entities. */
  space(): void {
    for (let level = this.#levels.at(-1); level !== undefined; level = this.#levels.at(-1)) {
      const { text } = level;
      level.pos = afterSpace(text, level.pos);
      if (level.pos >= text.length) {
        this.#end = {
          source: level.source,
          span: { start: level.start + text.length, end: level.start + text.length },
        };
        this.#levels.pop();
      } else if (text.startsWith('<!--', level.pos)) this.#skip(level, '-->', 'comment');
      else if (text.startsWith('<?', level.pos)) this.#skip(level, '?>', 'processing instruction');
      else if (text[level.pos] === '%' && /[^\s]/.test(text[level.pos + 1] ?? ' '))
        this.#reference(level);
      else return;
    }
  }

  #skip(level: Level, end: string, what: string): void {
    const at = level.text.indexOf(end, level.pos + 2);
    if (at === -1) this.fail(`The ${what} that begins here is not closed with ${end}.`);
    level.pos = at + end.length;
  }

  #reference(level: Level): void {
    const at = this.place;
    const name = /%([^\s;%<>"'&]+);/y;
    name.lastIndex = level.pos;
    const found = name.exec(level.text);
    if (found?.[1] === undefined)
      this.fail('A % by itself: in a DTD it begins a reference to a parameter entity.');
    const place = level.reference ?? {
      source: at.source,
      span: { start: at.span.start, end: at.span.start + found[0].length },
    };
    level.pos += found[0].length;
    this.#enter(found[1], place);
  }

  #enter(name: string, place: DtdPlace): void {
    const entity = this.parameterEntities.get(name);
    if (entity === undefined)
      this.fail(
        `The parameter entity %${name}; is not declared.`,
        `Declare it before this place: <!ENTITY % ${name} "…">.`,
        place,
      );
    if (this.#levels.some((level) => level.entity === name))
      this.fail(`The parameter entity %${name}; contains itself.`, undefined, place);
    if (this.#levels.length > deepest)
      this.fail(`Parameter entities lie more than ${deepest} deep.`, undefined, place);
    const { text, source, address } = this.#replacement(entity, place);
    this.#spent += text.length;
    if (this.#spent > mostText)
      this.fail(
        'The parameter entities of this DTD come to more text than is read.',
        undefined,
        place,
      );
    this.#levels.push({
      text,
      pos: 0,
      address,
      source,
      start: 0,
      reference: 'text' in entity ? place : undefined,
      entity: name,
    });
  }

  #replacement(
    entity: ParameterEntity,
    place: DtdPlace,
  ): { readonly text: string; readonly source: SourceText; readonly address: string } {
    if ('text' in entity) return { text: entity.text, source: place.source, address: this.address };
    const source = this.readFile(entity.address, place);
    return { text: source.text, source, address: entity.address };
  }

  /** The text of another file that a place refers to. */
  readFile(address: string, place: DtdPlace): SourceText {
    try {
      return this.read(address);
    } catch (error) {
      if (error instanceof Failure) this.fail(error.message, error.help, place);
      throw error;
    }
  }

  /** The text of a parameter entity, for an entity value in which it is referred to (section 4.4.5). */
  textOf(name: string): string {
    const entity = this.parameterEntities.get(name);
    if (entity === undefined) this.fail(`The parameter entity %${name}; is not declared.`);
    return this.#replacement(entity, this.place).text;
  }

  /** Takes a text that stands next, without passing over anything. */
  accept(text: string): boolean {
    const level = this.#levels.at(-1);
    if (level === undefined || !level.text.startsWith(text, level.pos)) return false;
    level.pos += text.length;
    return true;
  }

  /** Takes what matches next; the expression is sticky. */
  match(expression: RegExp): string | undefined {
    const level = this.#levels.at(-1);
    if (level === undefined) return undefined;
    expression.lastIndex = level.pos;
    const found = expression.exec(level.text)?.[0];
    if (found !== undefined) level.pos += found.length;
    return found;
  }

  /** Passes over an ignored section up to its `]]>`, sections within it counted (section 3.4). */
  ignore(): void {
    const level = this.#levels.at(-1);
    let depth = 1;
    while (level !== undefined && depth > 0) {
      const bracket = /<!\[|\]\]>/g;
      bracket.lastIndex = level.pos;
      const found = bracket.exec(level.text);
      if (found === null) this.fail('The IGNORE section is not closed with ]]>.');
      level.pos = found.index + found[0].length;
      depth += found[0] === ']]>' ? -1 : 1;
    }
  }
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}
