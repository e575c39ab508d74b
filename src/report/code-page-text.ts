import { styleText } from 'node:util';
import type { CodePage } from './code-pages.js';
import { type Block, readBlocks, type Span } from './markdown.js';
import { wrap } from './wrap.js';

/** How the pages of codes are shown. */
export interface PageLook {
  /** Whether to colour; only on a terminal that wants it. */
  readonly colour: boolean;
  /** Columns there are room for. */
  readonly width: number;
}

/** Longer lines are hard to read, however wide the terminal. */
const widest = 90;

type Style = Parameters<typeof styleText>[0];

function paint({ colour }: PageLook, style: Style, text: string): string {
  return colour ? styleText(style, text) : text;
}

/** The page of a code for a person to read. */
export function codePageText(page: CodePage, look: PageLook): string {
  const width = Math.min(look.width, widest);
  const title = `${paint(look, ['bold', 'underline'], page.code)}`;
  const blocks = readBlocks(page.markdown).map((block) => blockText(block, look, width));
  return `${[title, ...blocks].join('\n\n')}\n`;
}

function blockText(block: Block, look: PageLook, width: number): string {
  if (block.kind === 'heading')
    return paint(look, 'bold', block.spans.map(({ text }) => text).join(''));
  if (block.kind !== 'code') {
    const text = block.spans.map((span) => spanText(span, look)).join('');
    return block.kind === 'item' ? wrap(`- ${text}`, width, '  ') : wrap(text, width, '');
  }
  const margin = '    ';
  const lines = block.lines.map((line) => exampleLine(line, look));
  const head = block.file === undefined ? [] : [`${paint(look, 'bold', block.file)}:`];
  return [...head, ...lines]
    .map((line) => wrap(`${margin}${line}`, width, `${margin}  `))
    .join('\n');
}

const spanStyles = { strong: 'bold', code: 'cyan', link: 'underline' } as const;

/** A run of text. Its words are painted one by one, since lines break between them. */
function spanText({ kind, text }: Span, look: PageLook): string {
  if (kind === 'plain') return text;
  return text
    .split(' ')
    .map((word) => (word === '' ? word : paint(look, spanStyles[kind], word)))
    .join(' ');
}

/** A line of an example: of a source, or the message that it gets. */
function exampleLine(line: string, look: PageLook): string {
  const [, severity, message, code] =
    /^(error|warning|info): (.*?)( \[[^\]]*\])?$/.exec(line) ?? [];
  if (severity === undefined) return paint(look, 'dim', line);
  const style = severity === 'error' ? 'red' : 'yellow';
  return `${paint(look, ['bold', style], `${severity}:`)} ${message}${code === undefined ? '' : paint(look, 'dim', code)}`;
}

/** Codes with what each means, those of a room together. */
export function codeList(pages: Iterable<CodePage>, look: PageLook): string {
  const all = [...pages];
  const column = Math.max(0, ...all.map(({ code }) => code.length)) + 4;
  const lines: string[] = [];
  let room: string | undefined;
  for (const page of all) {
    if (page.room !== room) {
      if (room !== undefined) lines.push('');
      room = page.room;
      lines.push(paint(look, 'bold', `${room}/: ${page.subject}`));
    }
    const name = paint(look, 'cyan', page.code) + ' '.repeat(column - 2 - page.code.length);
    lines.push(wrap(`  ${name}${page.summary}`, look.width, ' '.repeat(column)));
  }
  return `${lines.join('\n')}\n`;
}

/** Where more is said of a code. */
export function explainHint(code: string, colour: boolean): string {
  return `${paint({ colour, width: widest }, 'dim', `imprimatur explain ${code} says more.`)}\n`;
}
