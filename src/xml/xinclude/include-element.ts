import { nearest } from '../../problems/index.js';
import { attribute } from '../axes.js';
import { isNcName } from '../characters.js';
import type { ProblemText } from '../position.js';
import type { Span, XmlAttribute, XmlElement } from '../tree.js';

/** The namespace of XInclude's two elements (XML Inclusions 1.1, section 3). */
export const XINCLUDE_NAMESPACE = 'http://www.w3.org/2001/XInclude';

/** What an `xi:include` asks for (section 3.1). */
export interface IncludeRequest {
  readonly element: XmlElement;
  /** Relative to the file it stands in; empty for that file itself. */
  readonly href: string;
  readonly parse: 'xml' | 'text';
  /** What part of it; all, where it is left out. */
  readonly pointer: string | undefined;
  /** The encoding of a text. */
  readonly encoding: string | undefined;
  /** The `xml:id` that included elements get. */
  readonly identifier: string | undefined;
  /** Where to place what is said of the resource. */
  readonly span: Span;
  readonly pointerSpan: Span;
  readonly fallback: XmlElement | undefined;
}

/** Hears what is wrong with an element. */
export type Report = (span: Span, about: ProblemText) => void;

/** Whether a name is one of XInclude's; `xi:include` and `xi:fallback` are the only ones there are. */
export function isXInclude({ name }: XmlElement, local: 'include' | 'fallback'): boolean {
  return name.namespace === XINCLUDE_NAMESPACE && name.local === local;
}

const code = 'xml/include';

/** Reads an `xi:include`; `undefined` where it cannot be followed, which is reported. */
export function readInclude(element: XmlElement, report: Report): IncludeRequest | undefined {
  const value = (name: string): XmlAttribute | undefined => attribute(element, name);
  const href = value('href');
  const pointer = readPointer(element, report);
  const parse = readParse(value('parse'), report);
  const fallback = readContent(element, report);
  const identifier = value('set-xml-id');
  if (parse === undefined || pointer === 'wrong' || fallback === 'wrong') return undefined;
  const named = href?.value === '' ? (pointer ?? href) : (href ?? pointer);
  const span = named?.valueSpan ?? element.nameSpan;
  if (href?.value.includes('#')) {
    const hash = href.value.indexOf('#');
    report(span, {
      code,
      message: `${href.value} has a fragment, which the href of <${element.qname}> cannot have.`,
      help: `Write href="${href.value.slice(0, hash)}" xpointer="${href.value.slice(hash + 1)}".`,
    });
    return undefined;
  }
  if ((href === undefined || href.value === '') && (pointer === undefined || parse === 'text')) {
    const names = element.attributes.map(({ qname }) => qname);
    const slip = href === undefined ? names.find(isSlip) : undefined;
    report(span, {
      code,
      message:
        parse === 'text' && pointer !== undefined
          ? `<${element.qname}> names no file whose text it brings in.`
          : `<${element.qname}> says neither which file it brings in nor which part of this one.`,
      help:
        slip === undefined
          ? 'Write href="file.xml", or xpointer="an-identifier" for a part of this file.'
          : `Did you mean @href in place of @${slip}?`,
    });
    return undefined;
  }
  if (parse === 'text' && value('xpointer') !== undefined) {
    report(value('xpointer')?.nameSpan ?? span, {
      code,
      message: `@xpointer cannot stand beside parse="text": a text has no elements.`,
      help: 'Leave it out; parts of a text are chosen by fragid="line=4,9".',
    });
    return undefined;
  }
  if (identifier !== undefined && identifier.value !== '' && !isNcName(identifier.value)) {
    report(identifier.valueSpan, {
      code,
      message: `${JSON.stringify(identifier.value)} cannot be an identifier.`,
      help: 'Begin with a letter and go on with letters, digits, hyphens and dots.',
    });
    return undefined;
  }
  return {
    element,
    href: href?.value ?? '',
    parse,
    pointer: pointer?.value,
    encoding: value('encoding')?.value,
    identifier: identifier?.value,
    span,
    pointerSpan: pointer?.valueSpan ?? span,
    fallback,
  };
}

/** Whether an attribute was written where `href` was meant: misspelt, or called as elsewhere. */
function isSlip(name: string): boolean {
  return (
    /^(url|src|target|ref|file|xlink:href)$/.test(name) || nearest(name, ['href']) !== undefined
  );
}

/** `fragid`, and `xpointer`, which says the same of XML (section 3.1). */
function readPointer(element: XmlElement, report: Report): XmlAttribute | undefined | 'wrong' {
  const fragid = attribute(element, 'fragid');
  const xpointer = attribute(element, 'xpointer');
  if (fragid === undefined || xpointer === undefined) return fragid ?? xpointer;
  if (fragid.value === xpointer.value) return xpointer;
  report(fragid.valueSpan, {
    code,
    message: '@fragid and @xpointer say two things of one inclusion.',
    help: 'Keep one of them.',
  });
  return 'wrong';
}

/** Media types are allowed besides the two names since 1.1 (section 3.1). */
function readParse(found: XmlAttribute | undefined, report: Report): 'xml' | 'text' | undefined {
  const value = found?.value ?? 'xml';
  if (value === 'xml' || value === 'text') return value;
  if (/^(application|text)\/([\w.-]+\+)?xml$/.test(value)) return 'xml';
  if (/^text\/[\w.+-]+$/.test(value)) return 'text';
  const meant = nearest(value, ['xml', 'text']);
  if (found !== undefined) {
    report(found.valueSpan, {
      code,
      message: `"${value}" is no way to include a file.`,
      help: meant === undefined ? 'Write parse="xml" or parse="text".' : `Did you mean "${meant}"?`,
    });
  }
  return undefined;
}

/** The fallback: one at most, and nothing else of XInclude's (section 3.1). */
function readContent(element: XmlElement, report: Report): XmlElement | undefined | 'wrong' {
  let fallback: XmlElement | undefined;
  let wrong = false;
  for (const child of element.children) {
    if (child.kind !== 'element' || child.name.namespace !== XINCLUDE_NAMESPACE) continue;
    if (isXInclude(child, 'fallback') && fallback === undefined) {
      fallback = child;
      continue;
    }
    wrong = true;
    report(child.nameSpan, {
      code,
      message: isXInclude(child, 'fallback')
        ? `<${element.qname}> has a second <${child.qname}>; one is all it may have.`
        : `<${child.qname}> cannot stand in <${element.qname}>, only a fallback can.`,
      help: isXInclude(child, 'fallback')
        ? 'Put all that is to stand in for the file into the first.'
        : `Write <${prefixed(element, 'fallback')}> around it if it is to stand in for the file.`,
    });
  }
  return wrong ? 'wrong' : fallback;
}

/** An element of XInclude's namespace where none may stand, or that does not exist. */
export function misplaced(element: XmlElement, report: Report): void {
  const meant = nearest(element.name.local, ['include', 'fallback']);
  report(element.nameSpan, {
    code,
    message:
      element.name.local === 'fallback'
        ? `<${element.qname}> stands in no <${prefixed(element, 'include')}>, which it is the fallback of.`
        : `<${element.qname}> is no element of XInclude.`,
    help:
      element.name.local === 'fallback'
        ? `Move it into the <${prefixed(element, 'include')}> that it belongs to.`
        : meant === undefined
          ? `XInclude has <${prefixed(element, 'include')}> and <${prefixed(element, 'fallback')}>.`
          : `Did you mean <${prefixed(element, meant)}>?`,
  });
}

function prefixed({ name: { prefix } }: XmlElement, local: string): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}
