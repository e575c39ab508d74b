import type { NameClass } from '../pattern/index.js';
import type { CompactAnnotationReader } from './compact-annotations.js';
import type { CompactCursor } from './compact-cursor.js';
import type { CompactDeclarations } from './compact-declarations.js';
import { checkExcept } from './constraints.js';

// RELAX NG Compact Syntax, 2: nameClass.
export class CompactNameClassReader {
  #depth = 0;

  constructor(
    readonly cursor: CompactCursor,
    readonly declarations: CompactDeclarations,
    readonly annotations: CompactAnnotationReader,
  ) {}

  /** nameClass ::= the choice of several, or one with an exception. */
  read(ofAttribute: boolean): NameClass {
    const { cursor } = this;
    if (++this.#depth > 500) cursor.stop('Name classes are nested more than 500 deep.');
    const choices: NameClass[] = [this.#simple(ofAttribute, true)];
    const [first] = choices as [NameClass];
    if (cursor.isSymbol('|') && first.kind !== 'choice' && 'except' in first && first.except)
      cursor.stop('An exception must be in parentheses when other names follow.');
    while (cursor.acceptSymbol('|')) choices.push(this.#simple(ofAttribute, false));
    this.#depth--;
    return choices.length === 1 ? first : { kind: 'choice', choices };
  }

  /** A name, all names of a namespace, all names, or a name class in parentheses. */
  #simple(ofAttribute: boolean, mayExcept: boolean): NameClass {
    this.annotations.initial();
    const nameClass = this.#primary(ofAttribute, mayExcept);
    this.annotations.following();
    return nameClass;
  }

  #primary(ofAttribute: boolean, mayExcept: boolean): NameClass {
    const { cursor, declarations } = this;
    const token = cursor.peek();
    if (cursor.acceptSymbol('(')) {
      const inner = this.read(ofAttribute);
      cursor.expectSymbol(')', 'after the name class');
      return inner;
    }
    if (cursor.acceptSymbol('*'))
      return { kind: 'anyName', except: this.#except('anyName', ofAttribute, mayExcept) };
    switch (token.kind) {
      case 'name':
        cursor.next();
        // The name of an attribute without a prefix is in no namespace.
        return {
          kind: 'name',
          ns: ofAttribute ? '' : declarations.defaultNamespace,
          local: token.text,
        };
      case 'prefixed': {
        cursor.next();
        const colon = token.text.indexOf(':');
        const ns = declarations.namespaceOf(token.text.slice(0, colon), token);
        return { kind: 'name', ns, local: token.text.slice(colon + 1) };
      }
      case 'anyLocal': {
        cursor.next();
        const ns = declarations.namespaceOf(token.text, token);
        return { kind: 'nsName', ns, except: this.#except('nsName', ofAttribute, mayExcept) };
      }
      default:
        return cursor.stop('A name is missing.');
    }
  }

  #except(
    from: 'anyName' | 'nsName',
    ofAttribute: boolean,
    mayExcept: boolean,
  ): NameClass | undefined {
    const { cursor } = this;
    const at = cursor.peek();
    if (!cursor.acceptSymbol('-')) return undefined;
    if (!mayExcept) cursor.stop('An exception among other names must be in parentheses.');
    const except = this.#simple(ofAttribute, false);
    if (cursor.isSymbol('-'))
      cursor.stop('Only one exception may follow; put several into parentheses, joined by |.');
    checkExcept(cursor.problems, at.at, from, except);
    return except;
  }
}
