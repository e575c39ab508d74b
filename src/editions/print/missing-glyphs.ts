import { compareProblems, Failure, type Problem } from '../../problems/index.js';
import {
  descendants,
  problemAt,
  type SourceText,
  type Span,
  sourceOf,
  spanInAttribute,
  spanInText,
} from '../../xml/index.js';
import type { EditionSource } from '../edition.js';

/**
 * The failure that texts cannot be set because no font has a glyph for them, with every place where they stand in the
 * sources.
 *
 * @param texts what could not be displayed: characters, or several that combine
 */
export function missingGlyphs(
  file: string,
  texts: readonly string[],
  sources: readonly EditionSource[],
): Failure {
  const distinct = [...new Set(texts)];
  const problems = sources
    .flatMap((source) => distinct.flatMap((text) => placesOf(text, source)))
    .sort(compareProblems);
  const several = distinct.length > 1 ? ` and ${distinct.length - 1} more` : '';
  const first = problems[0];
  const at = first === undefined ? '' : `: ${first.file}:${first.line}:${first.column}`;
  return new Failure(
    `The print edition of ${file} cannot be set: no font has a glyph for ${shown(distinct[0] ?? '')}${several}${at}.`,
    {
      help:
        problems.length > 0
          ? 'Write it with a character that EB Garamond or Noto Sans Korean has, or build without print: --only html,text.'
          : 'No source has it in one piece: look for it across elements and in xslt/print.xsl, or build without print: --only html,text.',
      problems,
    },
  );
}

/** `U+02BC (ʼ)`, `U+0054 U+1DFA (T᷺)`; only the number of what cannot be seen. */
function shown(text: string): string {
  const codes = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  const visible = /[^\p{C}\p{Z}]/u.test(text)
    ? ` (${/^\p{M}/u.test(text) ? '\u25CC' : ''}${text})`
    : '';
  return codes.join(' ') + visible;
}

function placesOf(text: string, { tree }: EditionSource): Problem[] {
  const problems: Problem[] = [];
  const say = (source: SourceText, span: Span, value: string, at: number): void => {
    problems.push(
      problemAt(source, span, {
        code: 'print/no-glyph',
        message: `No font of the print edition has a glyph for ${shown(text)}, in “${wordAt(value, at)}”.`,
      }),
    );
  };
  for (const element of descendants(tree)) {
    const source = sourceOf(element);
    for (const attribute of element.attributes) {
      for (const at of occurrences(attribute.value, text)) {
        say(source, spanInAttribute(source, attribute, at, at + text.length), attribute.value, at);
      }
    }
    for (const node of element.children) {
      if (node.kind !== 'text') continue;
      for (const at of occurrences(node.value, text)) {
        say(source, spanInText(source, node, at, at + text.length), node.value, at);
      }
    }
  }
  return problems;
}

function* occurrences(value: string, text: string): IterableIterator<number> {
  for (let at = value.indexOf(text); at !== -1; at = value.indexOf(text, at + 1)) yield at;
}

function wordAt(value: string, at: number): string {
  const before = /\S*$/.exec(value.slice(0, at))?.[0] ?? '';
  const after = /^\S*/.exec(value.slice(at))?.[0] ?? '';
  return before + after;
}
