import { isSpace } from './characters.js';
import type { Complaints } from './complaints.js';
import type { Cursor } from './cursor.js';
import type { NameTable } from './names.js';
import type { ElementNode } from './nodes.js';
import type { Span, XmlElement } from './tree.js';

/** What is said of markup and text where none may stand. */
export interface StrayMarkupContext {
  readonly complaints: Complaints;
  readonly names: NameTable;
  readonly document: { readonly root: XmlElement | undefined };
  span(start: number, end: number): Span;
}

/** So much is looked at in one go, in UTF-16 units. */
const LOOK_AHEAD = 1000;

/** A start tag with white space after its `<`: a name follows, and then nothing but what a tag has. */
const spacedTag =
  /<[ \t\r\n]{1,100}(?=[^\s<>=&"'/]{1,100}(?:\s{1,100}[^\s<>=&"'/]{1,100}\s{0,100}=\s{0,100}["'][^<>]{0,1000})?\s{0,100}\/?>)/y;

/** Meets what stands before, after or beside everything that a document may hold, and tells each such thing once. */
export class StrayMarkup {
  /** Something after the root element was told; what follows has to do with it. */
  isAfterRoot = false;
  #isBeforeRoot = false;

  constructor(private readonly context: StrayMarkupContext) {}

  /** Text outside the root element; the cursor stands on its first character, which is no white space. */
  text(cursor: Cursor, commit: () => void): void {
    const { text, pos } = cursor;
    const { complaints, document } = this.context;
    let near = text.slice(pos, pos + LOOK_AHEAD);
    const markup = near.indexOf('<');
    if (markup !== -1) near = near.slice(0, markup);
    else if (text.length - pos <= LOOK_AHEAD) cursor.ranOut = true;
    const declaration = declarationAt(cursor, pos + near.length);
    cursor.pos += near.length;
    if (declaration !== undefined && document.root === undefined) cursor.pos = declaration;
    commit();
    const { root } = document;
    if (root === undefined ? this.#isBeforeRoot : this.isAfterRoot) return;
    if (root === undefined) this.#isBeforeRoot = true;
    else this.isAfterRoot = true;
    const length = Math.max(1, Math.min(40, near.trimEnd().length));
    complaints.report(this.context.span(pos, pos + length), {
      code: 'xml/not-well-formed',
      message:
        root !== undefined
          ? `Text stands after </${root.qname}>, the end of the root element.`
          : declaration !== undefined
            ? 'Text stands before the XML declaration, with which the file must begin.'
            : 'Text stands before the root element, where only comments and processing instructions may.',
      help: root === undefined ? 'Delete it.' : `Move it into <${root.qname}>, or delete it.`,
    });
  }

  /** Another element where the root has ended. */
  root(element: ElementNode): void {
    const { complaints, document } = this.context;
    if (this.isAfterRoot || document.root === undefined) return;
    this.isAfterRoot = true;
    const { root } = document;
    complaints.report(element.nameSpan, {
      code: 'xml/not-well-formed',
      message: `<${element.qname}> begins a second root; a document has one, and <${root.qname}> has ended.`,
      help: `Move it into <${root.qname}>.`,
      related: [
        complaints.place(root.startTag, 'The first root.'),
        ...(root.endTag === undefined
          ? []
          : [complaints.place(root.endTag, 'Here it ends: perhaps this end tag is one too many.')]),
      ],
    });
  }

  /** An XML declaration where the root has ended, which ends the parse; at anything else, nothing. */
  secondDocument(cursor: Cursor): void {
    const { complaints, document } = this.context;
    if (document.root === undefined || !beginsDeclaration(cursor.text, cursor.pos)) return;
    complaints.stop(
      this.context.span(cursor.pos, cursor.pos + 5),
      'A second document begins here; a file holds one.',
      { help: 'Put each into a file of its own.' },
    );
  }

  /** `<!` where it begins nothing that may stand there. */
  declaration(cursor: Cursor, commit: () => void): void {
    const { text, pos } = cursor;
    if (text.length - pos <= LOOK_AHEAD) cursor.ranOut = true;
    const near = text.slice(pos, pos + LOOK_AHEAD);
    const section = near.startsWith('<![CDATA[');
    const found = (section ? /\]\]>/ : /^<![^<>]*>/).exec(near);
    cursor.pos += found === null ? 2 : found.index + found[0].length;
    commit();
    const dash = near.startsWith('<!-') || near.startsWith('<!–') || near.startsWith('<!—');
    this.context.complaints.report(
      this.context.span(pos, pos + (section ? 9 : 2)),
      section
        ? {
            code: 'xml/not-well-formed',
            message: 'A CDATA section stands outside the root element; it is text.',
            help: 'Move it into the root element.',
          }
        : /^<!doctype/i.test(near)
          ? {
              code: 'xml/not-well-formed',
              message: `${near.slice(0, 9)} is not <!DOCTYPE: capitals tell names apart.`,
              help: 'Write <!DOCTYPE.',
            }
          : {
              code: 'xml/not-well-formed',
              message: '<! begins nothing that may stand here.',
              help: dash
                ? 'Comments begin with <!-- and end with -->.'
                : 'Comments are written <!-- … -->.',
            },
    );
  }

  /**
   * A tag with a space after its `<`, which is told. The cursor moves to just before the name, as if the `<` stood
   * there.
   */
  spacedTag(cursor: Cursor): boolean {
    if (cursor.text.length - cursor.pos <= 2 * LOOK_AHEAD) cursor.ranOut = true;
    spacedTag.lastIndex = cursor.pos;
    const found = spacedTag.exec(cursor.text);
    if (found === null) return false;
    const name = cursor.pos + found[0].length;
    const known = this.context.names.read(cursor.text, name);
    if (known === undefined) return false;
    this.context.complaints.report(this.context.span(cursor.pos, this.context.names.end), {
      code: 'xml/not-well-formed',
      message: `Between < and ${known.qname} no space may stand.`,
      help: `Write <${known.qname}>; for the sign itself, &lt;.`,
    });
    cursor.pos = name - 1;
    return true;
  }
}

function beginsDeclaration(text: string, at: number): boolean {
  return text.startsWith('<?xml', at) && isSpace(text.charCodeAt(at + 5));
}

/** The end of an XML declaration that begins at an offset, or `undefined`. */
function declarationAt(cursor: Cursor, at: number): number | undefined {
  const { text } = cursor;
  if (text.length - at <= LOOK_AHEAD) cursor.ranOut = true;
  if (!beginsDeclaration(text, at)) return undefined;
  const length = text.slice(at, at + LOOK_AHEAD).indexOf('?>');
  return length === -1 ? undefined : at + length + 2;
}
