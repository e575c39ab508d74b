import { nearest } from '../problems/index.js';
import { bareAmpersand, Expansion, referenceAt } from './attribute-value.js';
import { isSpace, nameEnd } from './characters.js';
import type { Complaints } from './complaints.js';
import { Cursor, normalizeLineEnds } from './cursor.js';
import { type Doctype, readDoctype } from './doctype.js';
import { EndTagComplaints } from './end-tag-complaints.js';
import { characterReference, predefinedEntities } from './entities.js';
import type { XmlEvents } from './events.js';
import { readComment, readProcessingInstruction } from './misc.js';
import { NamespaceScope } from './namespaces.js';
import {
  CommentNode,
  type DocumentNode,
  type ElementNode,
  ProcessingInstructionNode,
  ResolvedTextNode,
  TextNode,
} from './nodes.js';
import type { SourceText } from './source-text.js';
import { readStartTag, type StartTagContext } from './start-tag.js';
import type { Span } from './tree.js';
import { readXmlDeclaration } from './xml-declaration.js';

/** An input that waits while the replacement text of an entity is read, and the entity that interrupted it. */
interface Waiting {
  readonly cursor: Cursor;
  readonly entity: string;
  /** The element that was open at the reference; the entity must leave it open, and no other (WFC of [43]). */
  readonly element: ElementNode;
}

/** Reads one document [1] from its source text, and tells what it finds. */
export class Scanner implements StartTagContext {
  readonly #source: string;
  #cursor: Cursor;
  readonly #waiting: Waiting[] = [];
  /** The reference in the source under which all that is being read lies; its place stands for it. */
  reference: Span | undefined;
  #element: ElementNode | undefined;
  #scopes: NamespaceScope[] = [NamespaceScope.outermost()];
  doctype: Doctype | undefined;
  expansion: Expansion;
  #standalone = false;

  /** Text that is not yet a node, where it began and ended; `undefined` while it is as it stands in the source. */
  #text: string | undefined;
  #textStart = -1;
  #textEnd = -1;
  /** The next `&` and `]]>` in the current input, so that text is searched once. */
  #nextAmpersand = -1;
  #nextSectionEnd = -1;
  readonly #hasReturns: boolean;
  readonly #endTags: EndTagComplaints;

  /**
   * @param document what the root element has as its parent, and whose `root` it becomes
   */
  constructor(
    source: SourceText,
    readonly document: DocumentNode,
    readonly events: XmlEvents,
    readonly complaints: Complaints,
  ) {
    this.#source = source.text;
    this.#cursor = new Cursor(source.text);
    this.#hasReturns = source.text.includes('\r');
    this.expansion = new Expansion(undefined, complaints);
    this.#endTags = new EndTagComplaints(complaints);
  }

  /** @throws CannotGoOn after a complaint that ends the parse */
  scan(): void {
    this.#standalone = readXmlDeclaration(this.#cursor, this.complaints);
    for (;;) {
      const cursor = this.#cursor;
      if (cursor.pos >= cursor.text.length) {
        if (this.#waiting.length === 0) break;
        this.#leaveEntity();
      } else if (cursor.text.charCodeAt(cursor.pos) === 0x3c /* < */) {
        this.#markup(cursor);
      } else if (this.#element === undefined) {
        this.#outsideRoot(cursor);
      } else {
        this.#characterData(cursor);
      }
    }
    this.#end();
  }

  /** The place of what stands between two offsets of the current input. */
  span(start: number, end: number): Span {
    return this.reference ?? { start, end };
  }

  #markup(cursor: Cursor): void {
    const { text, pos } = cursor;
    const next = text.charCodeAt(pos + 1);
    if (next === 0x2f /* / */) {
      this.#flushText();
      this.#endTag(cursor);
    } else if (next === 0x21 /* ! */) {
      if (text.startsWith('<!--', pos)) this.#comment(cursor);
      else if (text.startsWith('<![CDATA[', pos) && this.#element !== undefined)
        this.#section(cursor);
      else if (text.startsWith('<!DOCTYPE', pos)) this.#documentType(cursor);
      else {
        this.complaints.stop(this.span(pos, pos + 2), '<! begins nothing that may stand here.', {
          help: 'Comments are written <!-- … -->.',
        });
      }
    } else if (next === 0x3f /* ? */) {
      this.#processingInstruction(cursor);
    } else if (nameEnd(text, pos + 1) > pos + 1) {
      this.#flushText();
      this.#startTag(cursor);
    } else {
      this.complaints.report(this.span(pos, pos + 1), {
        code: 'xml/bare-less-than',
        message: 'A < by itself: in XML it begins a tag, and no name follows.',
        help: 'Write &lt; for the sign itself.',
      });
      if (this.#element !== undefined) this.#addText('<', pos, pos + 1);
      cursor.pos++;
    }
  }

  #startTag(cursor: Cursor): void {
    const parent = this.#element ?? this.document;
    const read = readStartTag(
      cursor,
      parent,
      this.#scopes.at(-1) ?? NamespaceScope.outermost(),
      this,
    );
    const { element } = read;
    if (this.#element === undefined) {
      if (this.document.root !== undefined) {
        this.complaints.stop(
          element.nameSpan,
          `<${element.qname}> begins a second root; a document has one, and <${this.document.root.qname}> has ended.`,
          {
            help: `Move it into <${this.document.root.qname}>.`,
            related: [this.complaints.place(this.document.root.startTag, 'The first root.')],
          },
        );
      }
      this.document.root = element;
    }
    this.events.startElement(element);
    if (read.empty) {
      this.events.endElement(element);
      return;
    }
    if (element.namespaces !== undefined) this.#scopes.push(read.scope);
    this.#element = element;
  }

  #endTag(cursor: Cursor): void {
    const start = cursor.pos;
    cursor.pos += 2;
    const qname = cursor.name();
    cursor.space();
    if (qname === '' || !cursor.accept('>')) {
      this.complaints.stop(
        this.span(start, Math.max(cursor.pos, start + 2)),
        `The end tag </${qname} is not closed with >.`,
        {
          help: `Write </${qname || (this.#element?.qname ?? 'name')}>.`,
        },
      );
    }
    const tag = this.span(start, cursor.pos);
    const element = this.#element;
    if (element === undefined) {
      this.#endTags.stray(qname, element, tag);
      return;
    }
    const boundary = this.#waiting.at(-1)?.element;
    if (element === boundary) {
      this.complaints.stop(
        tag,
        `</${qname}> closes an element that was opened outside the entity it stands in.`,
        {
          help: 'An entity must hold whole elements.',
        },
      );
    }
    if (element.qname === qname) {
      this.#close(element, tag);
      return;
    }
    let ancestor: ElementNode['parent'] = element.parent;
    while (ancestor.kind === 'element' && ancestor !== boundary && ancestor.qname !== qname) {
      ancestor = ancestor.parent;
    }
    if (ancestor.kind === 'element' && ancestor !== boundary)
      this.#closeAround(ancestor as ElementNode, tag);
    else if (nearest(qname, [element.qname]) !== undefined) {
      this.#endTags.misspelt(element, qname, tag);
      this.#close(element, tag);
    } else this.#endTags.stray(qname, element, tag);
  }

  #close(element: ElementNode, tag: Span): void {
    element.endTagStart = tag.start;
    element.end = tag.end;
    this.events.endElement(element);
    if (element.namespaces !== undefined) this.#scopes.pop();
    this.#element = element.parent.kind === 'element' ? (element.parent as ElementNode) : undefined;
  }

  /** The end tag of an ancestor comes while other elements are open. */
  #closeAround(ancestor: ElementNode, tag: Span): void {
    if (this.#element !== undefined) this.#endTags.notClosed(this.#element, ancestor, tag);
    while (this.#element !== undefined && this.#element !== ancestor) {
      this.#endTags.force(this.#element);
      this.#close(this.#element, { start: tag.start, end: tag.start });
    }
    this.#close(ancestor, tag);
  }

  /** CharData [14] and references up to the next markup. */
  #characterData(cursor: Cursor): void {
    const { text, pos } = cursor;
    const markup = text.indexOf('<', pos);
    const end = markup === -1 ? text.length : markup;
    if (this.#nextAmpersand < pos) this.#nextAmpersand = find(text, '&', pos);
    if (this.#nextSectionEnd < pos) this.#nextSectionEnd = find(text, ']]>', pos);
    const stop = Math.min(end, this.#nextAmpersand);
    if (this.#nextSectionEnd < stop) {
      this.complaints.report(this.span(this.#nextSectionEnd, this.#nextSectionEnd + 3), {
        code: 'xml/not-well-formed',
        message: ']]> cannot stand in text: it ends a CDATA section, and none is open.',
        help: 'Write ]]&gt;.',
      });
    }
    if (stop > pos) {
      if (this.reference !== undefined) this.#addText(text.slice(pos, stop), pos, stop);
      else if (this.#hasReturns) this.#addText(normalizeLineEnds(text.slice(pos, stop)), pos, stop);
      else this.#addPlainText(pos, stop);
      cursor.pos = stop;
    }
    if (stop < end) this.#reference(cursor);
  }

  /** Reference [67] in content. */
  #reference(cursor: Cursor): void {
    const start = cursor.pos;
    const reference = referenceAt(cursor.text, start);
    if (reference === undefined) {
      this.complaints.report(this.span(start, start + 1), bareAmpersand);
      this.#addText('&', start, start + 1);
      cursor.pos++;
      return;
    }
    const span = this.span(start, reference.end);
    cursor.pos = reference.end;
    if (reference.digits !== undefined) {
      this.#addText(
        characterReference(reference.digits, span, this.complaints),
        start,
        reference.end,
      );
      return;
    }
    const predefined = predefinedEntities.get(reference.name);
    if (predefined !== undefined) {
      this.#addText(predefined, start, reference.end);
      return;
    }
    const open = this.#waiting.map((waiting) => waiting.entity);
    const entity = this.expansion.find(reference.name, span, open, false);
    if (entity?.text === undefined || this.#element === undefined) return;
    this.expansion.spend(entity.text.length + 1, span);
    this.#waiting.push({ cursor, entity: entity.name, element: this.#element });
    this.reference ??= span;
    this.#switchTo(new Cursor(entity.text));
  }

  #leaveEntity(): void {
    const waiting = this.#waiting.pop();
    if (waiting === undefined) return;
    if (this.#element !== waiting.element) {
      this.complaints.stop(
        this.reference ?? { start: 0, end: 0 },
        `The entity &${waiting.entity}; ends while <${this.#element?.qname}> is open.`,
        { help: 'An entity must hold whole elements.' },
      );
    }
    this.#switchTo(waiting.cursor);
    if (this.#waiting.length === 0) this.reference = undefined;
  }

  #switchTo(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#nextAmpersand = -1;
    this.#nextSectionEnd = -1;
  }

  /** CDSect [18]. */
  #section(cursor: Cursor): void {
    const start = cursor.pos;
    const end = cursor.text.indexOf(']]>', start + 9);
    if (end === -1) {
      this.complaints.stop(
        this.span(start, start + 9),
        'The CDATA section is not closed with ]]>.',
        { help: 'Write ]]> where it ends.' },
      );
    }
    const content = cursor.text.slice(start + 9, end);
    this.#addText(
      this.reference === undefined ? normalizeLineEnds(content) : content,
      start,
      end + 3,
    );
    cursor.pos = end + 3;
  }

  #comment(cursor: Cursor): void {
    const start = cursor.pos;
    const value = readComment(cursor, this.complaints, this.#spanOf);
    this.#flushText();
    const span = this.span(start, cursor.pos);
    const parent = this.#element ?? this.document;
    this.events.comment?.(new CommentNode(value, parent, span.start, span.end));
  }

  #processingInstruction(cursor: Cursor): void {
    const start = cursor.pos;
    const { target, value } = readProcessingInstruction(cursor, this.complaints, this.#spanOf);
    this.#flushText();
    const span = this.span(start, cursor.pos);
    const parent = this.#element ?? this.document;
    this.events.processingInstruction?.(
      new ProcessingInstructionNode(target, value, parent, span.start, span.end),
    );
  }

  readonly #spanOf = (start: number, end: number): Span => this.span(start, end);

  #documentType(cursor: Cursor): void {
    const start = cursor.pos;
    if (
      this.doctype !== undefined ||
      this.document.root !== undefined ||
      this.reference !== undefined
    ) {
      this.complaints.stop(
        this.span(start, start + 9),
        'A DOCTYPE stands once, before the root element.',
        { help: 'Delete this one, or move it there.' },
      );
    }
    cursor.pos += '<!DOCTYPE'.length;
    this.doctype = readDoctype(cursor, this.complaints, this.#standalone, (doctype) => {
      this.expansion = new Expansion(doctype, this.complaints);
      return this.expansion;
    });
    const { name, publicId, systemId, end, hasElementDeclarations } = this.doctype;
    const span = { start, end };
    this.document.doctype = { name, publicId, systemId, span, hasElementDeclarations };
  }

  #outsideRoot(cursor: Cursor): void {
    if (isSpace(cursor.code)) {
      cursor.space();
      return;
    }
    const { pos, text } = cursor;
    const markup = text.indexOf('<', pos);
    const end = markup === -1 ? text.trimEnd().length : markup;
    const root = this.document.root;
    this.complaints.stop(
      { start: pos, end: Math.max(pos + 1, Math.min(end, pos + 40)) },
      root === undefined
        ? 'Text stands before the root element, where only comments and processing instructions may.'
        : `Text stands after </${root.qname}>, the end of the root element.`,
      { help: root === undefined ? 'Delete it.' : `Move it into <${root.qname}>, or delete it.` },
    );
  }

  #addText(value: string, start: number, end: number): void {
    this.#settleText();
    const span = this.reference;
    if (this.#textStart === -1) this.#textStart = span === undefined ? start : span.start;
    this.#textEnd = span === undefined ? end : span.end;
    this.#text = this.#text === undefined ? value : this.#text + value;
  }

  /** Adds text that is as it stands in the source; alone, it need not be cut out. */
  #addPlainText(start: number, end: number): void {
    if (this.#textStart === -1) {
      this.#textStart = start;
      this.#textEnd = end;
    } else this.#addText(this.#cursor.text.slice(start, end), start, end);
  }

  #settleText(): void {
    if (this.#textStart !== -1 && this.#text === undefined) {
      this.#text = this.#source.slice(this.#textStart, this.#textEnd);
    }
  }

  #flushText(): void {
    if (this.#textStart === -1) return;
    const element = this.#element;
    const text = this.#text;
    if (element !== undefined && text !== '') {
      this.events.text(
        text === undefined
          ? new TextNode(this.#source, element, this.#textStart, this.#textEnd)
          : new ResolvedTextNode(text, element, this.#textStart, this.#textEnd),
      );
    }
    this.#text = undefined;
    this.#textStart = -1;
  }

  #end(): void {
    const text = this.#source;
    const open = this.#element;
    if (open !== undefined) {
      this.#endTags.endOfFile(open, text.trimEnd().length);
    } else if (this.document.root === undefined && this.complaints.problems.length === 0) {
      const message = text.trim() === '' ? 'The file is empty.' : 'The file has no root element.';
      this.complaints.report(
        { start: 0, end: 0 },
        { code: 'xml/not-well-formed', message, help: 'A TEI document is a <TEI> element.' },
      );
    }
  }
}

function find(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}
