import type { Expansion } from './attribute-value.js';
import { isPublicIdentifier, isQName } from './characters.js';
import type { Complaints } from './complaints.js';
import type { Cursor } from './cursor.js';
import { DtdSubsets } from './dtd-subsets.js';
import type { Entity } from './entities.js';
import type { Span, XmlDoctype } from './tree.js';

/** What an attribute-list declaration says of one attribute (XML 1.0, section 3.3). */
export interface AttributeDeclaration {
  readonly name: string;
  /** `CDATA`, `ID`, …, `NOTATION`; `NMTOKEN` for an enumeration, whose values are normalised alike. */
  readonly type: string;
  /** The default or fixed value, normalised. */
  readonly value: string | undefined;
}

/** What the document type declaration has to say (XML 1.0, section 2.8). */
export interface Doctype {
  readonly name: string;
  readonly publicId: string | undefined;
  readonly systemId: string | undefined;
  readonly entities: Map<string, Entity>;
  readonly parameterEntities: Map<string, Entity>;
  /** By element name, then attribute name; the first declaration binds. */
  readonly attributes: Map<string, Map<string, AttributeDeclaration>>;
  readonly standalone: boolean;
  hasElementDeclarations: boolean;
  /** In words, the external part that was not read and may declare more. */
  unread: string | undefined;
}

/**
 * Reads doctypedecl [28], the cursor standing after `<!DOCTYPE`. The internal subset counts; the external one, and
 * external parameter entities, where they may be read.
 *
 * @param expand makes what default values need to expand their entities, from the declarations so far
 */
export function readDoctype(
  cursor: Cursor,
  complaints: Complaints,
  standalone: boolean,
  expand: (doctype: Doctype) => Expansion,
): Doctype {
  const start = cursor.pos - '<!DOCTYPE'.length;
  const here = (): Span => ({ start: cursor.pos, end: cursor.pos + 1 });
  if (!cursor.space()) complaints.stop(here(), 'White space is missing after <!DOCTYPE.');
  const name = cursor.name();
  if (name === '')
    complaints.stop(here(), 'The DOCTYPE names no root element.', {
      help: 'Write <!DOCTYPE TEI [ … ]>, with the name of the root element.',
    });
  if (!isQName(name)) {
    complaints.stop(here(), `${name} is not a name with a prefix: one colon parts the two.`);
  }
  const spaced = cursor.space();
  const external = readExternalId(cursor, complaints, here, false);
  if (external !== undefined) {
    if (!spaced) complaints.stop(here(), 'White space is missing after the name in the DOCTYPE.');
    cursor.space();
  }
  const doctype: Doctype = {
    name,
    publicId: external?.publicId,
    systemId: external?.systemId,
    entities: new Map(),
    parameterEntities: new Map(),
    attributes: new Map(),
    standalone,
    hasElementDeclarations: false,
    unread: undefined,
  };
  const expansion = expand(doctype);
  const subsets = new DtdSubsets(cursor, complaints, doctype, expansion);
  if (cursor.accept('[')) {
    const from = cursor.pos;
    subsets.readInternal();
    if (!cursor.accept(']')) {
      complaints.stop(
        { start: from - 1, end: from },
        'The internal subset of the DOCTYPE is not closed.',
        {
          help: 'Write ]> where the declarations end.',
        },
      );
    }
    cursor.space();
  }
  if (!cursor.accept('>')) {
    complaints.stop(
      cursor.atEnd ? { start, end: start + 9 } : here(),
      'The DOCTYPE is not closed with >.',
    );
  }
  if (external?.systemId !== undefined) {
    const base = expansion.externals?.path ?? '';
    const found = expansion.external({ name, system: external.systemId, base, isOutside: true });
    if (found.kind === 'text') subsets.readExternal(found, external.span);
    else doctype.unread ??= `the external DTD ${external.systemId}`;
    if (found.kind === 'fault') {
      complaints.report(external.span, {
        code: 'xml/external-entity',
        message: `The DTD cannot be read: ${found.reason}`,
        help: found.help,
      });
    }
  }
  return doctype;
}

/** What a document says of its document type declaration. */
export function toldDoctype(doctype: Doctype, span: Span): XmlDoctype {
  const { name, publicId, systemId, hasElementDeclarations } = doctype;
  const idAttributes = new Map<string, string>();
  for (const [element, declared] of doctype.attributes) {
    for (const { name, type } of declared.values()) {
      if (type === 'ID' && !idAttributes.has(element)) idAttributes.set(element, name);
    }
  }
  const unparsedEntities = new Set(
    [...doctype.entities.values()].flatMap((entity) =>
      entity.notation === undefined ? [] : entity.name,
    ),
  );
  return {
    name,
    publicId,
    systemId,
    span,
    hasElementDeclarations,
    idAttributes,
    unparsedEntities,
  };
}

interface ExternalId {
  readonly publicId: string | undefined;
  readonly systemId: string | undefined;
  /** The system identifier, in its quotation marks. */
  readonly span: Span;
}

/**
 * ExternalID [75]: `SYSTEM "…"` or `PUBLIC "…" "…"`.
 *
 * @param publicAlone whether `PUBLIC "…"` alone will do, as in a notation declaration [83]
 */
export function readExternalId(
  cursor: Cursor,
  complaints: Complaints,
  here: () => Span,
  publicAlone: boolean,
): ExternalId | undefined {
  const isPublic = cursor.accept('PUBLIC');
  if (!isPublic && !cursor.accept('SYSTEM')) return undefined;
  let publicId: string | undefined;
  if (isPublic) {
    if (!cursor.space()) complaints.stop(here(), 'White space is missing after PUBLIC.');
    publicId = cursor.quoted();
    if (publicId === undefined || !isPublicIdentifier(publicId)) {
      complaints.stop(here(), 'After PUBLIC a public identifier in quotation marks is wanted.');
    }
  }
  const spaced = cursor.space();
  const found = cursor.code === 0x22 || cursor.code === 0x27 ? here() : undefined;
  if (found === undefined && isPublic && publicAlone)
    return { publicId, systemId: undefined, span: here() };
  if (found === undefined || !spaced) {
    complaints.stop(
      here(),
      'A system identifier (a file or address) in quotation marks is missing here.',
    );
  }
  const start = cursor.pos;
  const systemId = cursor.quoted();
  if (systemId === undefined) complaints.stop(found, 'The quotation mark is not closed.');
  return { publicId, systemId, span: { start, end: cursor.pos } };
}
