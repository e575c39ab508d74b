import { nearest, type Problem } from '../problems/index.js';
import {
  type PlacedSource,
  type ProblemText,
  problemAt,
  type Span,
  type XmlProcessingInstruction,
} from '../xml/index.js';
import {
  type PseudoAttribute,
  type PseudoAttributes,
  readPseudoAttributes,
} from './pseudo-attributes.js';
import {
  languageByExtension,
  languageByMediaType,
  languageNamespaces,
  type SchemaLanguage,
  schemaExtensions,
} from './schema-language.js';

/** The pseudo-attributes of `xml-model` (Associating Schemas with XML documents 1.0, third edition, section 3). */
const known = ['href', 'type', 'schematypens', 'charset', 'title', 'group', 'phase'];

/** The schema that an instruction names. */
export interface SchemaNaming {
  readonly href: string;
  readonly language: SchemaLanguage;
  /** The value of `href`. */
  readonly span: Span;
  readonly reference: { readonly phase?: string; readonly title?: string };
}

/** Reads one `<?xml-model?>` instruction; no schema where it is wrong, or belongs to a group. */
export function readSchemaInstruction(
  instruction: XmlProcessingInstruction,
  source: PlacedSource,
): { readonly naming?: SchemaNaming; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const complain = (span: Span, about: ProblemText): void => {
    problems.push(problemAt(source, span, about));
  };
  const { attributes, fault } = readPseudoAttributes(instruction, source);
  if (fault !== undefined) {
    complain(fault.span, {
      code: 'project/malformed-instruction',
      message: `This xml-model instruction is not written right. ${fault.message}`,
      help: fault.help,
    });
    return { problems };
  }
  const value = (name: string): PseudoAttribute | undefined =>
    attributes.find((each) => each.name === name);
  const missing = known.filter((name) => value(name) === undefined);
  const href = value('href');
  for (const { name, nameSpan } of attributes) {
    if (known.includes(name)) continue;
    const meant = nearest(name, missing);
    // Where the href is missing for it, that is said below.
    if (href === undefined && meant === 'href') continue;
    complain(nameSpan, {
      severity: 'warning',
      code: 'project/unknown-pseudo-attribute',
      message: `xml-model has no pseudo-attribute ${name}, so that it says nothing.`,
      help:
        meant === undefined
          ? `It has ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.`
          : `Did you mean ${meant}?`,
    });
  }
  if (href === undefined) {
    const typed = attributes.find(({ name }) => nearest(name, ['href']) === 'href');
    complain(typed?.nameSpan ?? instruction, {
      code: 'project/malformed-instruction',
      message: 'This xml-model instruction names no schema: it has no href.',
      help: typed === undefined ? 'Write href="…", with the path of the schema.' : 'Write href.',
    });
    return { problems };
  }
  if (href.value.trim() === '') {
    complain(
      { start: href.nameSpan.start, end: href.valueSpan.end + 1 },
      {
        code: 'project/malformed-instruction',
        message: 'This xml-model instruction names no schema: its href is empty.',
        help: 'Write the path of the schema into it, or delete the instruction.',
      },
    );
    return { problems };
  }
  if (href.value.startsWith('#')) {
    complain(href.valueSpan, {
      code: 'project/missing-schema',
      message: `"${href.value}" names a part of this document, and a schema inside a document is not read.`,
      help: 'Put the schema into a file of its own, and name that.',
    });
    return { problems };
  }
  const language = languageOf(href, value('schematypens'), value('type'), complain);
  // Without a group asked for, schemas of a group do not count (section 3).
  if (language === undefined || (value('group')?.value ?? '') !== '') return { problems };
  const phase = value('phase')?.value;
  const title = value('title')?.value;
  return {
    naming: {
      href: href.value.trim(),
      language,
      span: href.valueSpan,
      reference: {
        ...(phase === undefined ? {} : { phase }),
        ...(title === undefined ? {} : { title }),
      },
    },
    problems,
  };
}

/** By `schematypens`; failing that by `type`, and failing that by the end of the name. */
function languageOf(
  href: PseudoAttribute,
  schematypens: PseudoAttribute | undefined,
  type: PseudoAttribute | undefined,
  complain: (span: Span, about: ProblemText) => void,
): SchemaLanguage | undefined {
  const path = href.value.replace(/[?#].*$/s, '');
  if (schematypens !== undefined) {
    const language = languageNamespaces.get(schematypens.value);
    if (language !== undefined) return language;
    const namespaces = [...languageNamespaces.keys()];
    const expected = languageByMediaType(type?.value ?? '') ?? languageByExtension(path);
    const meant =
      nearest(schematypens.value, namespaces) ??
      namespaces.find((each) => languageNamespaces.get(each) === expected);
    complain(schematypens.valueSpan, {
      code: 'project/unknown-schema-language',
      message: `"${schematypens.value}" is the namespace of no schema language that is known here.`,
      help:
        meant === undefined
          ? `The languages are those of ${namespaces.join(' ')}; a DTD has type="application/xml-dtd" and no schematypens.`
          : `Write schematypens="${meant}"${expected === undefined ? '' : ', or delete schematypens: the rest tells the language'}.`,
    });
    return undefined;
  }
  const language = languageByMediaType(type?.value ?? '') ?? languageByExtension(path);
  if (language !== undefined) return language;
  complain(href.valueSpan, {
    code: 'project/unknown-schema-language',
    message: `Nothing tells in which language the schema "${href.value}" is.`,
    help: `Add schematypens="http://relaxng.org/ns/structure/1.0", if it is RELAX NG; or give it a name that ends in ${schemaExtensions.slice(0, -1).join(', ')} or ${schemaExtensions.at(-1)}.`,
  });
  return undefined;
}

/** The pseudo-attributes by which older versions of oXygen associate schemas, with what is to be written instead. */
const oxygenSchemas: ReadonlyMap<string, string> = new Map([
  ['RNGSchema', 'http://relaxng.org/ns/structure/1.0'],
  ['SCHSchema', 'http://purl.oclc.org/dsdl/schematron'],
  ['NVDLSchema', ''],
]);

/** What to say of an `<?oxygen?>` instruction; `undefined` where it names no schema. */
export function oxygenAdvice({ attributes }: PseudoAttributes): ProblemText | undefined {
  const named = attributes.find(({ name }) => oxygenSchemas.has(name));
  if (named === undefined) return undefined;
  const isCompact = attributes.some(({ name, value }) => name === 'type' && value === 'compact');
  const namespace = oxygenSchemas.get(named.name) ?? '';
  const href = `href="${named.value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  const type = isCompact ? ' type="application/relax-ng-compact-syntax"' : '';
  return {
    severity: 'warning',
    code: 'project/oxygen-instruction',
    message: `The schema ${named.value} does not count: this instruction is one of oXygen's own.`,
    help:
      namespace === ''
        ? 'NVDL is not read. Name its schemas one by one, in <?xml-model?> instructions.'
        : `Write <?xml-model ${href}${type} schematypens="${namespace}"?> in its place.`,
  };
}
