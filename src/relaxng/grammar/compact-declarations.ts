import { xmlSchemaDatatypes } from '../datatype-libraries/index.js';
import type { CompactCursor } from './compact-cursor.js';
import type { CompactToken } from './compact-tokens.js';
import type { SchemaProblems } from './schema-problems.js';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const declarationsNamespace = 'http://www.w3.org/2000/xmlns';

// RELAX NG Compact Syntax, 4: the namespaces and datatype libraries that a schema declares.
export class CompactDeclarations {
  readonly #namespaces = new Map<string, string>([['xml', xmlNamespace]]);
  readonly #libraries = new Map<string, string>([['xsd', xmlSchemaDatatypes]]);
  readonly #declared = new Set<string>();
  /** What names of elements without a prefix are in. */
  defaultNamespace: string;

  /** @param inherited the namespace that the file inherits from one that refers to it */
  constructor(
    readonly inherited: string,
    readonly problems: SchemaProblems,
  ) {
    this.defaultNamespace = inherited;
  }

  /** `namespace prefix = "…"`, and `default namespace prefix = "…"`. */
  declareNamespace(prefix: CompactToken, uri: string | undefined, at: CompactToken): void {
    this.#once(prefix, 'namespace');
    const name = prefix.text;
    if (name === 'xmlns')
      this.#report(prefix, 'The prefix xmlns cannot be declared: it declares prefixes.');
    else if ((name === 'xml') !== (uri === xmlNamespace))
      this.#report(
        at,
        name === 'xml'
          ? `The prefix xml is always ${xmlNamespace}.`
          : `The namespace ${xmlNamespace} has the prefix xml, and no other.`,
      );
    else if (uri !== undefined && uri.replace(/\/$/, '') === declarationsNamespace)
      this.#report(at, `No prefix can be declared for ${uri}.`);
    this.#namespaces.set(name, uri ?? this.inherited);
  }

  declareDefault(uri: string | undefined, at: CompactToken): void {
    if (this.#declared.has('default'))
      this.#report(at, 'The default namespace is declared more than once.');
    this.#declared.add('default');
    this.defaultNamespace = uri ?? this.inherited;
  }

  declareLibrary(prefix: CompactToken, address: string): void {
    this.#once(prefix, 'datatypes');
    if (prefix.text === 'xsd' && address !== xmlSchemaDatatypes)
      this.#report(prefix, `The prefix xsd is always ${xmlSchemaDatatypes}.`);
    this.#libraries.set(prefix.text, address);
  }

  #once(prefix: CompactToken, kind: string): void {
    const key = `${kind} ${prefix.text}`;
    if (this.#declared.has(key))
      this.#report(prefix, `The prefix ${prefix.text} is declared more than once.`);
    this.#declared.add(key);
  }

  #report(at: CompactToken, message: string): void {
    this.problems.report(at.at, 'compact 4', message);
  }

  /** The namespace of a prefix, after a complaint an empty one. */
  namespaceOf(prefix: string, at: CompactToken): string {
    const found = this.#namespaces.get(prefix);
    if (found === undefined)
      this.problems.report(
        at.at,
        'compact 4',
        `No namespace is declared for the prefix ${prefix}.`,
        `Declare it: namespace ${prefix} = "…"`,
      );
    return found ?? '';
  }

  /** The namespaces of all prefixes that are declared, and that of xml. */
  get namespaces(): ReadonlyMap<string, string> {
    return this.#namespaces;
  }

  /** The address of a datatype library, or `undefined` after a complaint. */
  libraryOf(prefix: string, at: CompactToken): string | undefined {
    const found = this.#libraries.get(prefix);
    if (found === undefined)
      this.problems.report(
        at.at,
        'compact 4',
        `No datatype library is declared for the prefix ${prefix}.`,
        `Declare it: datatypes ${prefix} = "…"`,
      );
    return found;
  }

  /** The namespace of a prefix in a value, without a complaint. */
  lookUp(prefix: string): string | undefined {
    return prefix === '' ? this.defaultNamespace : this.#namespaces.get(prefix);
  }
}

/** decl* : the declarations that a schema begins with. */
export function readDeclarations(cursor: CompactCursor, declarations: CompactDeclarations): void {
  for (;;) {
    if (cursor.acceptKeyword('namespace')) {
      const prefix = cursor.expectName('The prefix');
      cursor.expectSymbol('=', `after the prefix ${prefix.text}`);
      const at = cursor.peek();
      declarations.declareNamespace(prefix, namespaceUri(cursor), at);
    } else if (cursor.isKeyword('default') && cursor.isKeyword('namespace', 1)) {
      const at = cursor.next();
      cursor.next();
      const prefix = cursor.isSymbol('=') ? undefined : cursor.expectName('The prefix');
      cursor.expectSymbol('=', 'after default namespace');
      const uriAt = cursor.peek();
      const uri = namespaceUri(cursor);
      declarations.declareDefault(uri, at);
      if (prefix !== undefined) declarations.declareNamespace(prefix, uri, uriAt);
    } else if (cursor.acceptKeyword('datatypes')) {
      const prefix = cursor.expectName('The prefix');
      cursor.expectSymbol('=', `after the prefix ${prefix.text}`);
      declarations.declareLibrary(prefix, cursor.literal('The address of the library').text);
    } else return;
  }
}

/** A literal, or `inherit`, which is `undefined`. */
function namespaceUri(cursor: CompactCursor): string | undefined {
  return cursor.acceptKeyword('inherit') ? undefined : cursor.literal('The namespace').text;
}
