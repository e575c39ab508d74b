import type { Problem } from '../problems/index.js';
import {
  descendants,
  parseXml,
  positionAt,
  problemAt,
  type SourceText,
  type Span,
  spanInAttribute,
  spanInText,
  type XmlElement,
} from '../xml/index.js';
import type { StylesheetModules } from './stylesheet-modules.js';

/** What the compiler says, taken apart. */
interface CompilerError {
  readonly code: string;
  readonly message: string;
  readonly module: number | undefined;
  readonly line: number | undefined;
  /** The XPath expression or pattern that does not compile. */
  readonly expression: string | undefined;
}

/**
 * Reads what `xslt3` prints about a stylesheet that does not compile:
 *
 *     Error XPST0008:
 *       Static error in XPath on line 6 in stylesheet/3.xsl {count($regiters)}: No binding for variable Q{}regiters
 *
 * Its lines are sometimes counted from 0 and sometimes lack the module, so the expression itself is looked for in
 * the modules, and the line only chooses among several.
 */
export function readCompilerErrors(output: string, stylesheet: StylesheetModules): Problem[] {
  const error = takeApart(output);
  const place = findPlace(error, stylesheet);
  const code = error.code === '' ? '' : ` (${error.code})`;
  return [
    problemAt(place.source, place.span, {
      code: 'transform/does-not-compile',
      message: `${error.message}${code}`,
    }),
  ];
}

function takeApart(output: string): CompilerError {
  const head =
    /^Error (\S+?)(?: on line (\d+) in (\S+?))?:\s*\n\s*([\s\S]*?)\s*(?:\nFailed to compile stylesheet[\s\S]*)?$/m.exec(
      output,
    );
  if (head === null) {
    return {
      code: '',
      message: output.trim().split('\n')[0] ?? 'The compiler gives no reason.',
      module: undefined,
      line: undefined,
      expression: undefined,
    };
  }
  const [, code = '', line, file, rest = ''] = head;
  // A module that goes by another name is one with an xml:base: only the entry can have been given one by us.
  const module = file === undefined ? undefined : (/(\d+)\.xsl$/.exec(file)?.[1] ?? '0');
  const inner =
    /^Static error in (?:XPath|pattern)(?: on line (\d+))?(?: in (?:\S*?(\d+)\.xsl|\S+))? \{([\s\S]*)\}: ([\s\S]*)$/.exec(
      rest,
    );
  const braces = /^(Missing closing brace after expression):\s*([\s\S]*)$/.exec(rest);
  return {
    code,
    message: plainMessage(inner?.[4] ?? braces?.[1] ?? rest),
    module: number(inner?.[2] ?? module),
    line: number(inner?.[1] ?? line),
    expression: inner?.[3] ?? braces?.[2],
  };
}

function number(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** The engine's way of writing names in no namespace, `Q{}name`, is not what stands in the stylesheet. */
export function plainMessage(message: string): string {
  const plain = message
    .replaceAll('Q{}', '')
    .replace(
      'Synchronous access to non-file resources is not allowed',
      'stylesheets read files only',
    )
    .replace(/\s+/g, ' ')
    .trim();
  return /[.!?]$/.test(plain) ? plain.slice(0, -1) : plain;
}

interface Found {
  readonly source: SourceText;
  readonly span: Span;
}

function findPlace(error: CompilerError, stylesheet: StylesheetModules): Found {
  const named = error.module === undefined ? undefined : stylesheet.modules[error.module];
  const modules = named === undefined ? stylesheet.modules : [named];
  if (error.expression !== undefined) {
    const found = nearestTo(
      error.line,
      modules.flatMap(({ source }) => occurrences(source, error.expression ?? '')),
    );
    if (found !== undefined) return found;
  }
  if (named !== undefined && error.line !== undefined) {
    return placeOnLine(named.source, error.line, error.message);
  }
  for (const word of error.message.match(/[\w.-]+:[\w.-]+|\$[\w.-]+/g) ?? []) {
    const found = modules.flatMap(({ source }) => occurrences(source, word))[0];
    if (found !== undefined) return found;
  }
  const source = modules[0]?.source ?? { file: '', text: '' };
  return { source, span: { start: 0, end: 0 } };
}

function nearestTo(line: number | undefined, found: readonly Found[]): Found | undefined {
  if (line === undefined) return found[0];
  const away = ({ source, span }: Found): number =>
    Math.abs(positionAt(source, span.start).line - line);
  return [...found].sort((a, b) => away(a) - away(b))[0];
}

/** Where a piece of an expression stands in the attributes and text value templates of a module. */
function occurrences(source: SourceText, wanted: string): Found[] {
  const found: Found[] = [];
  for (const element of elementsOf(source)) {
    for (const attribute of element.attributes) {
      const at = attribute.value.indexOf(wanted);
      if (at !== -1) {
        const span = spanInAttribute(source, attribute, at, at + wanted.length);
        found.push({ source, span });
      }
    }
    for (const node of element.children) {
      const at = node.kind === 'text' ? node.value.indexOf(wanted) : -1;
      if (node.kind === 'text' && at !== -1) {
        found.push({ source, span: spanInText(source, node, at, at + wanted.length) });
      }
    }
  }
  return found;
}

/**
 * The element that a message about a line speaks of, or the attribute `@name` of it.
 *
 * @param wanted tells the element that is meant, where it may be one inside; it is taken if there is just one
 */
export function placeOnLine(
  source: SourceText,
  line: number,
  message: string,
  wanted?: (element: XmlElement) => boolean,
): Found {
  const words = new Set(message.match(/[\w.:-]+/g) ?? []);
  const there = elementsOf(source).filter(
    (element) =>
      positionAt(source, element.startTag.start).line <= line &&
      positionAt(source, element.startTag.end).line >= line,
  );
  const element = there.findLast(({ qname }) => words.has(qname)) ?? there[0];
  if (element === undefined) return { source, span: { start: 0, end: 0 } };
  if (wanted !== undefined) {
    const inside = [element, ...descendants(element)].filter(wanted);
    const [only] = inside;
    return { source, span: (inside.length === 1 && only ? only : element).nameSpan };
  }
  for (const attribute of element.attributes) {
    if (message.includes(`@${attribute.qname}`) && !message.includes('requires')) {
      return { source, span: attribute };
    }
    if (words.has(attribute.value)) return { source, span: attribute.valueSpan };
  }
  return { source, span: element.nameSpan };
}

function elementsOf(source: SourceText): XmlElement[] {
  const { document } = parseXml(source);
  return document === undefined ? [] : [...descendants(document)];
}
