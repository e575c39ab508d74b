import { bareAmpersand, Expansion, referenceAt } from './attribute-value.js';
import { isSpace, nameEnd } from './characters.js';
import { CannotGoOn, type Complaints } from './complaints.js';
import { Cursor, normalizeLineEnds } from './cursor.js';
import { type Doctype, readDoctype, toldDoctype } from './doctype.js';
import { readEndTag } from './end-tag.js';
import { characterReference, predefinedEntities } from './entities.js';
import type { XmlEvents } from './events.js';
import type { ExternalEntities } from './external-entities.js';
import { ForbiddenCharacters } from './forbidden-characters.js';
import { xmlLimits } from './limits.js';
import { readComment, readProcessingInstruction } from './misc.js';
import { type KnownName, NameTable } from './names.js';
import { Namespaces } from './namespaces.js';
import {
  CommentNode,
  type DocumentNode,
  type ElementNode,
  ProcessingInstructionNode,
} from './nodes.js';
import { OpenElements } from './open-elements.js';
import { PendingText } from './pending-text.js';
import { type StartTagContext, StartTagReader } from './start-tag.js';
import { StrayMarkup } from './stray-markup.js';
import type { TextWindow } from './text-window.js';
import type { Span } from './tree.js';
import { readXmlDeclaration } from './xml-declaration.js';

/** An input that waits while the replacement text of an entity is read, and the entity that interrupted it. */
interface Waiting {
  /** The next `<`, `&` and `]]>` in the input. */
  readonly next: readonly [number, number, number];
  readonly cursor: Cursor;
  readonly entity: string;
  /** The element that was open at the reference; the entity must leave it open, and no other (WFC of [43]). */
  readonly element: ElementNode;
  readonly within: Complaints['within'];
}

/** Thrown where a token may go on beyond the window: it is read again with more. */
const wantsMore = new Error('more of the text is wanted');

/** So near to the end of the window nothing is sure: what follows by a few characters may change what it is. */
const UNSURE = 16;

const NEVER = 0x7fffffff;

const unheard: XmlEvents = { startElement() {}, endElement() {}, text() {} };

/**
 * Reads one document [1], and tells what it finds.
 *
 * Of a file that is read in parts, each token is read without effect, and read again with more of the text where it ran
 * into the end of the window; `#commit` parts the reading from the effect.
 */
export class Scanner implements StartTagContext {
  readonly names = new NameTable();
  readonly namespaces = new Namespaces();
  readonly isWhole: boolean;
  /** The reference in the source under which all that is being read lies; its place stands for it. */
  reference: Span | undefined;
  doctype: Doctype | undefined;
  expansion: Expansion;
  readonly #input: Cursor;
  #cursor: Cursor;
  readonly #waiting: Waiting[] = [];
  readonly #open: OpenElements;
  readonly #startTags: StartTagReader;
  readonly #pending: PendingText;
  readonly #stray: StrayMarkup;
  readonly #forbidden: ForbiddenCharacters;
  #standalone = false;

  /** Where the token began that is being read; -1 when it has had its effect, or cannot reach the window's end. */
  #tokenStart = -1;
  #problemsBefore = 0;
  #spentBefore = 0;
  /** Beyond this offset of the window nothing is sure. */
  #sureTo = NEVER;

  /** The next `<`, `&` and `]]>` in the current input, so that text is searched once. */
  #nextLessThan = -1;
  #nextAmpersand = -1;
  #nextSectionEnd = -1;
  #hasReturns = false;

  /**
   * @param document what the root element has as its parent, and whose `root` it becomes
   */
  constructor(
    private readonly window: TextWindow,
    readonly document: DocumentNode,
    private events: XmlEvents,
    readonly complaints: Complaints,
    private readonly externals?: ExternalEntities,
  ) {
    this.isWhole = window.isWhole;
    this.#input = new Cursor(window.text);
    this.#cursor = this.#input;
    this.expansion = new Expansion(undefined, complaints, externals);
    this.#open = new OpenElements(complaints, this.namespaces);
    this.#startTags = new StartTagReader(this);
    this.#pending = new PendingText(window);
    this.#stray = new StrayMarkup(this);
    this.#forbidden = new ForbiddenCharacters(complaints);
    this.#lookAhead(0);
  }

  get base(): number {
    return this.window.base;
  }

  /** The place of what stands between two offsets of the current input. */
  span(start: number, end: number): Span {
    return this.reference ?? { start: this.window.base + start, end: this.window.base + end };
  }

  /** @throws CannotGoOn after a complaint that ends the parse */
  scan(): void {
    let declared = false;
    for (;;) {
      try {
        if (!declared) {
          this.#beginToken(this.#cursor);
          this.#standalone = readXmlDeclaration(this.#cursor, this.complaints);
          this.#commit(this.#cursor);
          declared = true;
        }
        this.#tokens();
        break;
      } catch (error) {
        this.#retry(error);
      }
    }
    this.#end();
  }

  #tokens(): void {
    for (;;) {
      const cursor = this.#cursor;
      const { pos } = cursor;
      if (pos > this.#forbidden.next && cursor === this.#input) {
        this.#forbidden.tell(cursor.text, pos, this.base);
      }
      if (pos >= cursor.text.length) {
        if (this.#waiting.length > 0) this.#leaveEntity();
        else if (this.window.complete) break;
        else this.#advance();
        continue;
      }
      this.#beginToken(cursor);
      if (cursor.text.charCodeAt(pos) === 0x3c /* < */) this.#markup(cursor);
      else if (this.#open.innermost === undefined) this.#outsideRoot(cursor);
      else this.#characterData(cursor);
    }
  }

  #beginToken(cursor: Cursor): void {
    if (cursor !== this.#input) {
      this.#tokenStart = -1;
      return;
    }
    this.#tokenStart = cursor.pos;
    cursor.ranOut = false;
    this.#problemsBefore = this.complaints.problems.length;
    this.#spentBefore = this.expansion.spent;
  }

  /** A token has been read; what follows is its effect. */
  #commit(cursor: Cursor): void {
    const start = this.#tokenStart;
    if (start === -1) return;
    if (
      (cursor.ranOut || cursor.pos > this.#sureTo) &&
      !this.window.complete &&
      cursor.text.length - start <= xmlLimits.markup
    ) {
      throw wantsMore;
    }
    this.#tokenStart = -1;
    if (cursor.pos - start > xmlLimits.markup) this.#tooLong(start);
  }

  /** Reads a token again with more of the text, if it failed for want of it. */
  #retry(error: unknown): void {
    const start = this.#tokenStart;
    const input = this.#input;
    const failed = error instanceof CannotGoOn && start !== -1 && input.ranOut;
    // Text is told in pieces where the text is read in parts; that it was read must not depend on it.
    if (error instanceof CannotGoOn && !(failed && !this.window.complete)) {
      this.#pending.tell(this.#open.innermost, this.events);
    }
    if (error !== wantsMore && !failed) throw error;
    const tooLong = input.text.length - start > xmlLimits.markup;
    if (this.window.complete && !tooLong) throw error;
    this.complaints.takeBack(this.#problemsBefore);
    this.expansion.spent = this.#spentBefore;
    input.pos = start;
    if (tooLong) this.#tooLong(start);
    this.#advance();
  }

  #tooLong(start: number): never {
    this.complaints.stop(
      this.span(start, start + 2),
      `What begins here is longer than ${xmlLimits.markup.toLocaleString('en')} characters without an end.`,
      {
        code: 'xml/limit',
        help: 'Look whether it is closed: a quotation mark, > or --> may be missing.',
      },
    );
  }

  /** Lets go of what has been read, and takes in more. */
  #advance(): void {
    const { window } = this;
    const input = this.#input;
    this.#pending.tell(this.#open.innermost, this.events);
    // What has been read of the open elements must not keep the window alive as long as they are open.
    let element: ElementNode | DocumentNode = this.#open.innermost ?? this.document;
    while (element.kind === 'element' && element.start >= window.base) {
      element.detach();
      element = element.parent as ElementNode | DocumentNode;
    }
    // The DOCTYPE is read by offsets of the window, which must be those of the source.
    const from = this.document.root === undefined ? 0 : input.pos;
    const known = window.text.length - from;
    window.advance(from);
    input.text = window.text;
    input.pos -= from;
    this.#sureTo = window.complete ? NEVER : window.text.length - UNSURE;
    this.#nextLessThan = -1;
    this.#nextAmpersand = -1;
    this.#nextSectionEnd = -1;
    this.#forbidden.shift(from);
    this.#lookAhead(known);
  }

  /** Looks through what is new in the window, from an offset of it. */
  #lookAhead(from: number): void {
    const { text } = this.window;
    const added = from === 0 ? text : text.slice(from);
    this.#forbidden.lookThrough(added, from);
    if (!this.#hasReturns) this.#hasReturns = added.includes('\r');
    if (!this.window.complete) this.#sureTo = text.length - UNSURE;
  }

  #markup(cursor: Cursor): void {
    const { text, pos } = cursor;
    const next = text.charCodeAt(pos + 1);
    if (next === 0x2f /* / */) {
      this.#endTag(cursor);
    } else if (next === 0x21 /* ! */) {
      if (text.startsWith('<!--', pos)) this.#comment(cursor);
      else if (text.startsWith('<![CDATA[', pos) && this.#open.innermost !== undefined)
        this.#section(cursor);
      else if (text.startsWith('<!DOCTYPE', pos)) this.#documentType(cursor);
      else this.#stray.declaration(cursor, () => this.#commit(cursor));
    } else if (next === 0x3f /* ? */) {
      this.#processingInstruction(cursor);
    } else {
      let name = this.names.read(text, pos + 1);
      if (name === undefined && this.#stray.spacedTag(cursor)) {
        name = this.names.read(text, cursor.pos + 1);
      }
      if (name === undefined) this.#bareLessThan(cursor);
      else this.#startTag(cursor, name);
    }
  }

  #startTag(cursor: Cursor, name: KnownName): void {
    const parent = this.#open.innermost ?? this.document;
    const element = this.#startTags.read(cursor, name, parent);
    const { empty } = this.#startTags;
    try {
      this.#commit(cursor);
    } catch (error) {
      if (element.namespaces !== undefined) this.namespaces.leave();
      throw error;
    }
    if (parent.kind === 'document') {
      if (this.document.root === undefined) {
        this.document.root = element;
      } else {
        this.#stray.root(element);
        this.events = unheard;
      }
    } else this.#pending.tell(parent, this.events);
    this.events.startElement(element);
    if (empty) {
      this.events.endElement(element);
      if (element.namespaces !== undefined) this.namespaces.leave();
    } else this.#open.open(element, name);
  }

  #endTag(cursor: Cursor): void {
    const { text, pos } = cursor;
    const element = this.#open.innermost;
    const boundary = this.#waiting.at(-1)?.element;
    if (element !== undefined && element !== boundary) {
      // As a rule it is the end tag of the innermost element, with nothing beside.
      const { qname } = element.name;
      const end = pos + 2 + qname.length;
      if (text.charCodeAt(end) === 0x3e && text.startsWith(qname, pos + 2)) {
        cursor.pos = end + 1;
        this.#tokenStart = -1;
        this.#pending.tell(element, this.events);
        const outer = this.reference;
        if (outer === undefined) {
          this.#open.close(this.base + pos, this.base + end + 1, this.events);
        } else this.#open.close(outer.start, outer.end, this.events);
        return;
      }
    }
    const name = readEndTag(cursor, element, this);
    this.#commit(cursor);
    this.#pending.tell(element, this.events);
    if (element === undefined && this.#stray.isAfterRoot) return;
    if (name === undefined) return;
    this.#open.endTag(name, this.span(pos, cursor.pos), boundary, this.events);
    // An end tag too many, and the root ends too soon: what comes after it is no mistake of its own.
    if (element === undefined && this.document.root !== undefined) this.#stray.isAfterRoot = true;
  }

  #bareLessThan(cursor: Cursor): void {
    const { pos } = cursor;
    cursor.pos++;
    this.#commit(cursor);
    this.complaints.report(this.span(pos, pos + 1), {
      code: 'xml/bare-less-than',
      message: 'A < by itself: in XML it begins a tag, and no name follows.',
      help: 'Write &lt; for the sign itself.',
    });
    if (this.#open.innermost !== undefined) this.#addText('<', pos, pos + 1);
  }

  /** CharData [14] and references up to the next markup. */
  #characterData(cursor: Cursor): void {
    const { text, pos } = cursor;
    if (this.#nextLessThan < pos) this.#nextLessThan = find(text, '<', pos);
    const end = this.#nextLessThan === NEVER ? this.#lastOfText(cursor) : this.#nextLessThan;
    if (this.#nextAmpersand < pos) this.#nextAmpersand = find(text, '&', pos);
    if (this.#nextSectionEnd < pos) this.#nextSectionEnd = find(text, ']]>', pos);
    const stop = Math.min(end, this.#nextAmpersand);
    if (stop <= pos) {
      // Only a reference, or the last characters of a window, which may be the beginning of ]]>.
      if (stop < end) this.#reference(cursor);
      else throw wantsMore;
      return;
    }
    this.#tokenStart = -1;
    for (
      ;
      this.#nextSectionEnd < stop;
      this.#nextSectionEnd = find(text, ']]>', this.#nextSectionEnd + 3)
    ) {
      this.complaints.report(this.span(this.#nextSectionEnd, this.#nextSectionEnd + 3), {
        code: 'xml/not-well-formed',
        message: ']]> cannot stand in text: it ends a CDATA section, and none is open.',
        help: 'Write ]]&gt;.',
      });
    }
    if (this.reference !== undefined) this.#addText(text.slice(pos, stop), pos, stop);
    else if (this.#hasReturns) this.#addText(normalizeLineEnds(text.slice(pos, stop)), pos, stop);
    else this.#pending.addPlain(pos, stop);
    cursor.pos = stop;
  }

  /** Where text ends that fills the rest of the window; what may go on in the next is left for then. */
  #lastOfText(cursor: Cursor): number {
    const { text } = cursor;
    if (cursor !== this.#input || this.window.complete) return text.length;
    const end = text.length - 2;
    const last = text.charCodeAt(end - 1);
    // A carriage return may have its line feed to come, a high surrogate the low one.
    return last === 0x0d || (last >= 0xd800 && last <= 0xdbff) ? end - 1 : end;
  }

  #addText(value: string, start: number, end: number): void {
    const { base } = this;
    const outer = this.reference;
    if (outer === undefined) this.#pending.add(value, base + start, base + end);
    else this.#pending.add(value, outer.start, outer.end);
  }

  /** Reference [67] in content. */
  #reference(cursor: Cursor): void {
    const start = cursor.pos;
    const reference = referenceAt(cursor.text, start);
    if (reference === undefined) {
      const digits = cursor.text.charCodeAt(start + 1) === 0x23 /* # */;
      const name = start + (digits ? 2 : 1);
      // With "_" before it, digits are a name too.
      if (nameEnd(cursor.text, name) === cursor.text.length) cursor.ranOut = true;
      if (digits && /^[0-9A-Za-z]*$/.test(cursor.text.slice(name, name + 100)))
        cursor.ranOut = true;
      cursor.pos++;
      this.#commit(cursor);
      this.complaints.report(this.span(start, start + 1), bareAmpersand);
      this.#addText('&', start, start + 1);
      return;
    }
    cursor.pos = reference.end;
    this.#commit(cursor);
    const span = this.span(start, reference.end);
    if (reference.digits !== undefined) {
      const character = characterReference(reference.digits, span, this.complaints);
      this.#addText(character, start, reference.end);
      return;
    }
    const predefined = predefinedEntities.get(reference.name);
    if (predefined !== undefined) {
      this.#addText(predefined, start, reference.end);
      return;
    }
    const open = this.#waiting.map((waiting) => waiting.entity);
    const entity = this.expansion.find(reference.name, span, open, false);
    const element = this.#open.innermost;
    if (entity === undefined || element === undefined) return;
    const external = entity.text === undefined ? this.expansion.external(entity) : undefined;
    const file = external?.kind === 'text' ? external : undefined;
    const text = entity.text ?? file?.source.text ?? '';
    this.expansion.spend(text.length + 1, span);
    const { within } = this.complaints;
    const next = [this.#nextLessThan, this.#nextAmpersand, this.#nextSectionEnd] as const;
    this.#waiting.push({ cursor, entity: entity.name, element, next, within });
    this.reference ??= span;
    const inside = new Cursor(text, file?.start ?? 0);
    if (file !== undefined)
      this.complaints.within = () => ({ source: file.source, offset: inside.pos });
    this.#switchTo(inside, [-1, -1, -1]);
  }

  #leaveEntity(): void {
    const waiting = this.#waiting.pop();
    if (waiting === undefined) return;
    const element = this.#open.innermost;
    if (element !== waiting.element) {
      this.complaints.stop(
        this.reference ?? { start: 0, end: 0 },
        `The entity &${waiting.entity}; ends while <${element?.qname}> is open.`,
        { help: 'An entity must hold whole elements.' },
      );
    }
    this.complaints.within = waiting.within;
    this.#switchTo(waiting.cursor, waiting.next);
    if (this.#waiting.length === 0) this.reference = undefined;
  }

  #switchTo(cursor: Cursor, next: Waiting['next']): void {
    this.#cursor = cursor;
    [this.#nextLessThan, this.#nextAmpersand, this.#nextSectionEnd] = next;
  }

  /** CDSect [18]; one that is longer than the window is told in pieces. */
  #section(cursor: Cursor): void {
    const start = cursor.pos;
    const opening = this.span(start, start + 9);
    cursor.pos += 9;
    this.#commit(cursor);
    let from = start;
    for (;;) {
      const close = cursor.text.indexOf(']]>', cursor.pos);
      const end = close === -1 ? this.#lastOfText(cursor) : close;
      if (end > cursor.pos || close !== -1) {
        const content = cursor.text.slice(cursor.pos, end);
        this.#addText(
          this.reference === undefined ? normalizeLineEnds(content) : content,
          from,
          close === -1 ? end : end + 3,
        );
        cursor.pos = end;
      }
      if (close !== -1) break;
      if (cursor !== this.#input || this.window.complete) {
        this.#pending.tell(this.#open.innermost, this.events);
        this.complaints.stop(opening, 'The CDATA section is not closed with ]]>.', {
          help: 'Write ]]> where it ends.',
        });
      }
      this.#advance();
      from = cursor.pos;
    }
    cursor.pos += 3;
  }

  #comment(cursor: Cursor): void {
    const start = cursor.pos;
    const value = readComment(cursor, this.complaints, this.#spanOf);
    this.#commit(cursor);
    const parent = this.#open.innermost ?? this.document;
    if (parent.kind === 'element') this.#pending.tell(parent, this.events);
    const span = this.span(start, cursor.pos);
    this.events.comment?.(new CommentNode(value, parent, span.start, span.end));
  }

  #processingInstruction(cursor: Cursor): void {
    const start = cursor.pos;
    if (this.#open.innermost === undefined) this.#stray.secondDocument(cursor);
    const found = readProcessingInstruction(cursor, this.complaints, this.#spanOf);
    this.#commit(cursor);
    const parent = this.#open.innermost ?? this.document;
    if (parent.kind === 'element') this.#pending.tell(parent, this.events);
    if (found === undefined) return;
    const span = this.span(start, cursor.pos);
    this.events.processingInstruction?.(
      new ProcessingInstructionNode(found.target, found.value, parent, span.start, span.end),
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
    const read = readDoctype(cursor, this.complaints, this.#standalone, (doctype) => {
      this.expansion = new Expansion(doctype, this.complaints, this.externals);
      return this.expansion;
    });
    this.#commit(cursor);
    this.doctype = read;
    this.document.doctype = toldDoctype(read, this.span(start, cursor.pos));
  }

  #outsideRoot(cursor: Cursor): void {
    if (isSpace(cursor.code)) {
      cursor.space();
      this.#tokenStart = -1;
    } else this.#stray.text(cursor, () => this.#commit(cursor));
  }

  #end(): void {
    this.#pending.tell(this.#open.innermost, this.events);
    this.#forbidden.tell(this.#input.text, this.#input.pos, this.base);
    const { inkEnd } = this.window;
    this.#open.endOfFile(inkEnd);
    if (this.document.root === undefined && this.complaints.problems.length === 0) {
      this.complaints.report(
        { start: 0, end: 0 },
        {
          code: 'xml/not-well-formed',
          message: inkEnd === 0 ? 'The file is empty.' : 'The file has no root element.',
          help: 'An XML document is one element, and all that is in it: in TEI a <TEI> element.',
        },
      );
    }
  }
}

function find(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? NEVER : at;
}
