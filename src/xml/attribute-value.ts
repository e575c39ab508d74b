import { nearest } from '../problems/index.js';
import { isName, isSpace } from './characters.js';
import type { Complaints } from './complaints.js';
import type { Doctype } from './doctype.js';
import {
  characterReference,
  type Entity,
  entityLimits,
  predefinedEntities,
  undeclaredEntityHelp,
} from './entities.js';
import {
  type ExternalEntities,
  type ExternalEntity,
  readExternalEntity,
} from './external-entities.js';
import type { Span } from './tree.js';

/** What expanding entities needs to know, and has cost so far. */
export class Expansion {
  /** The characters that expansions have added so far. */
  spent = 0;
  readonly #external = new Map<string, ExternalEntity>();

  constructor(
    readonly doctype: Doctype | undefined,
    readonly complaints: Complaints,
    readonly externals: ExternalEntities | undefined,
  ) {}

  /** The text of an external entity, which is read once, or why it is not there. */
  external({ system = '', base = '' }: Entity): ExternalEntity {
    const key = `${base}\n${system}`;
    let found = this.#external.get(key);
    if (found === undefined) {
      found =
        this.externals === undefined
          ? { kind: 'unread', reason: '', help: 'Put the text into this document.' }
          : readExternalEntity(system, base, this.externals);
      this.#external.set(key, found);
    }
    return found;
  }

  /** Counts what an expansion adds; ends the parse when it is too much. */
  spend(characters: number, span: Span): void {
    this.spent += characters;
    if (this.spent <= entityLimits.characters) return;
    this.complaints.stop(
      span,
      `The entities of this document expand to more than ${entityLimits.characters.toLocaleString('en')} characters.`,
      {
        code: 'xml/entity-limit',
        help: 'An entity that refers to others many times over grows without measure; write the text out.',
      },
    );
  }

  /**
   * The entity that a reference names, when its replacement text may be used here; otherwise the reason is reported.
   *
   * @param open the entities that are being expanded, outermost first
   */
  find(
    name: string,
    span: Span,
    open: readonly string[],
    inAttribute: boolean,
  ): Entity | undefined {
    const { complaints, doctype } = this;
    const entity = doctype?.entities.get(name);
    if (entity === undefined || (entity.isOutside && doctype?.standalone === true)) {
      this.#reportUndeclared(name, span);
      return undefined;
    }
    if (entity.notation !== undefined) {
      complaints.report(span, {
        code: 'xml/unparsed-entity',
        message: `&${name}; stands for data that is not XML (notation ${entity.notation}).`,
        help: 'Point to it from an attribute, for instance <graphic url="…"/>.',
      });
      return undefined;
    }
    if (entity.text === undefined) {
      const file = inAttribute ? undefined : this.external(entity);
      if (file?.kind !== 'text') {
        const isTold = file !== undefined && file.reason !== '';
        complaints.report(span, {
          code: 'xml/external-entity',
          message: inAttribute
            ? `&${name}; stands for the file ${entity.system}, which may not be drawn into an attribute.`
            : isTold
              ? `&${name}; stands for another file. ${file.reason}`
              : `&${name}; stands for the file ${entity.system}, which entities cannot bring in here.`,
          help: isTold ? file.help : 'Put the text into this document.',
        });
        return undefined;
      }
    }
    if (open.includes(name)) {
      complaints.stop(
        span,
        `The entity &${name}; contains itself: ${[...open, name].join(' → ')}.`,
        {
          code: 'xml/recursive-entity',
          help: 'Take the reference out of the declaration.',
        },
      );
    }
    if (open.length >= entityLimits.depth) {
      complaints.stop(
        span,
        `Entities lie more than ${entityLimits.depth} deep within each other.`,
        {
          code: 'xml/entity-limit',
          help: 'Write the text out where the innermost stands.',
        },
      );
    }
    return entity;
  }

  /** Whether files are there that could be read, if the configuration allowed it. */
  get #couldBeAllowed(): boolean {
    return this.doctype?.unread !== undefined && this.externals?.folders.length === 0;
  }

  #reportUndeclared(name: string, span: Span): void {
    const { complaints, doctype } = this;
    const unread = doctype?.unread;
    const declared = nearest(name, [
      ...predefinedEntities.keys(),
      ...(doctype === undefined ? [] : doctype.entities.keys()),
    ]);
    complaints.report(span, {
      code: 'xml/undeclared-entity',
      message:
        unread === undefined
          ? `The entity &${name}; is not declared; XML itself knows &lt; &gt; &amp; &quot; &apos; alone.`
          : `The entity &${name}; is not declared in this file, and ${unread} is not read.`,
      help: undeclaredEntityHelp(name, declared, this.#couldBeAllowed),
    });
  }
}

/**
 * The value of an attribute (XML 1.0, section 3.3.3) from the literal between its quotation marks: references
 * resolved, white space made spaces.
 *
 * @param start offset of the literal in the source, or `undefined` when it does not stand there itself
 * @param span where to place problems when it does not
 */
export function attributeValue(
  literal: string,
  expansion: Expansion,
  span: Span,
  start: number | undefined,
  open: readonly string[] = [],
): string {
  let value = '';
  let from = 0;
  const { complaints } = expansion;
  const place = (begin: number, end: number): Span =>
    start === undefined ? span : { start: start + begin, end: start + end };
  for (let at = 0; at < literal.length; at++) {
    const code = literal.charCodeAt(at);
    if (isSpace(code)) {
      value += `${literal.slice(from, at)} `;
      // A line end of two characters is one (section 2.11); in replacement text that has been seen to.
      if (start !== undefined && code === 0x0d && literal.charCodeAt(at + 1) === 0x0a) at++;
      from = at + 1;
    } else if (code === 0x3c /* < */) {
      complaints.report(place(at, at + 1), {
        code: 'xml/not-well-formed',
        message: 'A < cannot stand in the value of an attribute.',
        help: 'Write &lt; for the sign itself.',
      });
    } else if (code === 0x26 /* & */) {
      value += literal.slice(from, at);
      const reference = referenceAt(literal, at);
      if (reference === undefined) {
        complaints.report(place(at, at + 1), bareAmpersand);
        value += '&';
      } else {
        value += resolve(reference, expansion, place(at, reference.end), open);
        at = reference.end - 1;
      }
      from = at + 1;
    }
  }
  return from === 0 ? literal : value + literal.slice(from);
}

function resolve(
  reference: Reference,
  expansion: Expansion,
  span: Span,
  open: readonly string[],
): string {
  if (reference.digits !== undefined) {
    return characterReference(reference.digits, span, expansion.complaints);
  }
  const { name } = reference;
  const predefined = predefinedEntities.get(name);
  if (predefined !== undefined) return predefined;
  const entity = expansion.find(name, span, open, true);
  if (entity?.text === undefined) return '';
  expansion.spend(entity.text.length, span);
  return attributeValue(entity.text, expansion, span, undefined, [...open, name]);
}

/** A reference [67] as written. */
export interface Reference {
  readonly name: string;
  /** What stands between `&#` and `;`, for a character reference. */
  readonly digits?: string;
  /** Just after the semicolon. */
  readonly end: number;
}

const referencePattern = /&(?:#([0-9A-Za-z]+)|([^\s;&<>"'#%()*+,/=?@[\\\]^`{|}~!$]+));/y;

/** The reference that begins at an `&`, or `undefined` when the `&` stands bare. */
export function referenceAt(text: string, at: number): Reference | undefined {
  referencePattern.lastIndex = at;
  const found = referencePattern.exec(text);
  if (found === null) return undefined;
  const end = at + found[0].length;
  if (found[1] !== undefined) return { name: '', digits: found[1], end };
  const name = found[2] ?? '';
  return isName(name) ? { name, end } : undefined;
}

export const bareAmpersand = {
  code: 'xml/bare-ampersand',
  message: 'An & by itself: in XML it begins a reference such as &amp; or &#233;.',
  help: 'Write &amp; for the sign itself.',
} as const;
