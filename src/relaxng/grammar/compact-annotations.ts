import type { AnnotationTree } from './annotation-tree.js';
import type { CompactCursor } from './compact-cursor.js';
import type { CompactDeclarations } from './compact-declarations.js';
import type { CompactToken } from './compact-tokens.js';
import { relaxNgNamespace } from './xml-construct.js';

const documentationNamespace = 'http://relaxng.org/ns/compatibility/annotations/1.0';

/** What is written before a construct that is not part of the schema. */
export interface CompactAnnotations {
  readonly documentation: string | undefined;
  /** The first annotation that is an element. */
  readonly element: CompactToken | undefined;
}

// RELAX NG Compact Syntax, 5: annotations are read to be well formed; of what they say, the documentation is kept, and
// all of it where somebody asks for it.
export class CompactAnnotationReader {
  constructor(
    readonly cursor: CompactCursor,
    readonly declarations: CompactDeclarations,
    /** Where annotations that are elements are kept, where they are. */
    readonly tree?: AnnotationTree | undefined,
  ) {}

  /** 5.2 and 5.3: documentation, and attributes and elements in brackets. */
  initial(): CompactAnnotations {
    const { cursor } = this;
    const texts: string[] = [];
    while (cursor.peek().kind === 'documentation') texts.push(cursor.next().text);
    let element: CompactToken | undefined;
    if (cursor.acceptSymbol('[')) {
      this.#attributes(true);
      while (!cursor.acceptSymbol(']')) {
        element ??= cursor.peek();
        const said = this.#element();
        if (said !== undefined) texts.push(said);
      }
    }
    const documentation = texts.join(' ').trim().replace(/\s+/g, ' ');
    return { documentation: documentation === '' ? undefined : documentation, element };
  }

  /** 5.4: elements that follow a construct, each after `>>`. Gives the first. */
  following(): CompactToken | undefined {
    const { cursor } = this;
    let first: CompactToken | undefined;
    while (cursor.isSymbol('>>')) {
      first ??= cursor.next();
      if (cursor.isSymbol('>>')) cursor.next();
      this.#element();
    }
    return first;
  }

  /** 5.5: an element among the components of a grammar. */
  grammarElement(): void {
    this.#element();
  }

  /** Whether an annotation that is an element of a grammar begins here. */
  get atGrammarElement(): boolean {
    const { kind } = this.cursor.peek();
    return (kind === 'name' || kind === 'prefixed') && this.cursor.isSymbol('[', 1);
  }

  /** @param ofConstruct whether they annotate a construct of the schema, and not another annotation */
  #attributes(ofConstruct: boolean): void {
    const { cursor } = this;
    const seen = new Set<string>();
    while (
      (cursor.peek().kind === 'name' || cursor.peek().kind === 'prefixed') &&
      cursor.isSymbol('=', 1)
    ) {
      const name = cursor.next();
      cursor.next();
      const value = cursor.literal('The value of the annotation');
      const { ns, local } = this.#expand(name);
      if (!ofConstruct) this.tree?.attribute(name, { ns, local }, value);
      const key = `{${ns}}${local}`;
      if (seen.has(key)) this.#report(name, `The annotation ${name.text} is given twice.`);
      seen.add(key);
      if (ofConstruct && ns === relaxNgNamespace)
        this.#report(name, 'An annotation cannot be in the namespace of RELAX NG.');
      if (ns === '' && local === 'xmlns')
        this.#report(name, 'An annotation cannot be named xmlns: it would declare a namespace.');
    }
  }

  /** An element with its attributes and content; gives its text if it is documentation. */
  #element(depth = 0): string | undefined {
    const { cursor } = this;
    const name = cursor.peek();
    if (name.kind !== 'name' && name.kind !== 'prefixed')
      cursor.stop('An annotation must be a name followed by its content in [ ].');
    if (depth > 500) cursor.stop('Annotations are nested more than 500 deep.');
    cursor.next();
    const { ns, local } = this.#expand(name);
    if (depth === 0 && ns === relaxNgNamespace)
      this.#report(name, 'An annotation cannot be in the namespace of RELAX NG.');
    cursor.expectSymbol('[', `after the annotation ${name.text}`);
    this.tree?.open(name, { ns, local });
    this.#attributes(false);
    let text = '';
    while (!cursor.isSymbol(']')) {
      if (cursor.peek().kind === 'literal') {
        const literal = cursor.literal('The text');
        this.tree?.text(literal);
        text += literal.text;
      } else text += this.#element(depth + 1) ?? '';
    }
    const end = cursor.next();
    this.tree?.close(end);
    return ns === documentationNamespace && local === 'documentation' ? text : undefined;
  }

  #expand(name: CompactToken): { readonly ns: string; readonly local: string } {
    const colon = name.text.indexOf(':');
    if (colon === -1) return { ns: '', local: name.text };
    return {
      ns: this.declarations.namespaceOf(name.text.slice(0, colon), name),
      local: name.text.slice(colon + 1),
    };
  }

  #report(at: CompactToken, message: string): void {
    this.cursor.problems.report(at.at, 'compact 5', message);
  }
}
