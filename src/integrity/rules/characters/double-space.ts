import type { XmlNode, XmlText } from '../../../xml/index.js';
import { defineRule } from '../../rule.js';
import { hearOccurrences, type Occurrence } from './occurrences.js';
import { isVerbatim } from './verbatim.js';

/** Elements that stand within a line of text, as words do (TEI Guidelines, section 1.3, model.phrase). */
const phrases = new Set(
  'abbr add am c choice corr date del emph ex expan foreign g hi mentioned name num orgName orig pc persName placeName q quote ref reg rs seg sic soCalled supplied surname term time title unclear w'.split(
    ' ',
  ),
);

/**
 * No two spaces stand within a line of text. Indentation, ends of lines, code and what is marked `xml:space="preserve"`
 * are left alone (TEI Guidelines, section 1.3.1.1.6).
 */
export const doubleSpace = defineRule({
  code: 'integrity/double-space',
  severity: 'warning',
  options: {
    afterSentences: {
      type: 'boolean',
      default: false,
      description: 'Whether two spaces may part sentences.',
    },
  },
  read: ({ document, options, report }) =>
    hearOccurrences(
      document,
      {
        sourceHint: /[ \t]{2}(?<=\S[ \t]{2})/,
        hint: /[ \t]{2}(?<=(?:\S|^)[ \t]{2})/,
        wanted: /(?<=\S|^)[ \t]{2,}(?=\S|$)/g,
      },
      (occurrence) => {
        const { text, value, index, element, span, replacedBy } = occurrence;
        if (
          options.afterSentences &&
          text === '  ' &&
          /[.!?:][\p{Pe}\p{Pf}"']?$/u.test(value.slice(Math.max(0, index - 20), index))
        )
          return;
        if (!isInLine(occurrence) || isVerbatim(element)) return;
        const count = text.length === 2 ? 'Two spaces stand' : `${text.length} spaces stand`;
        report(element, span, {
          message: `${text.includes('\t') ? 'A tab stands' : count} in a line of text, ${between(value, index, text)}.`,
          help: 'Write one; what the source leaves blank is a <space/>.',
          fix: replacedBy(' '),
        });
      },
    ),
});

/** Whether text or an element that is part of a line stands on both sides. */
function isInLine({ value, index, text, element, node }: Occurrence): boolean {
  if (node === undefined || value.trim() === '') return false;
  const isFirst = index === 0;
  const isLast = index + text.length === value.length;
  if (isFirst) return isPhrase(neighbour(node, element.children, -1));
  return !isLast || isPhrase(neighbour(node, element.children, 1));
}

function neighbour(node: XmlText, children: readonly XmlNode[], step: -1 | 1): XmlNode | undefined {
  return children[children.indexOf(node) + step];
}

function isPhrase(node: XmlNode | undefined): boolean {
  return node?.kind === 'element' && phrases.has(node.name.local);
}

function between(value: string, index: number, text: string): string {
  const before = /\S{1,20}$/.exec(value.slice(Math.max(0, index - 20), index))?.[0];
  const after = /^\S{1,20}/.exec(value.slice(index + text.length, index + text.length + 20))?.[0];
  if (before === undefined) return `before "${after}"`;
  return after === undefined ? `after "${before}"` : `between "${before}" and "${after}"`;
}
