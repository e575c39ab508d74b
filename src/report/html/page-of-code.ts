import type { CodePage } from '../code-pages.js';
import { type Block, readBlocks, type Span } from '../markdown.js';
import { htmlText } from './html-text.js';

/** The page of a code, as `imprimatur explain` prints it. */
export function pageOfCode({ markdown }: CodePage): string {
  const html: string[] = [];
  let isList = false;
  for (const block of readBlocks(markdown)) {
    const isItem = block.kind === 'item';
    if (isItem !== isList) html.push(isItem ? '<ul>' : '</ul>');
    isList = isItem;
    html.push(blockHtml(block));
  }
  if (isList) html.push('</ul>');
  return html.join('\n');
}

function blockHtml(block: Block): string {
  if (block.kind === 'code') {
    const file = block.file === undefined ? '' : `<p class="file">${htmlText(block.file)}</p>\n`;
    return `${file}<pre><code>${block.lines.map(exampleLine).join('\n')}</code></pre>`;
  }
  const text = block.spans.map(spanHtml).join('');
  if (block.kind === 'heading') return `<h3>${text}</h3>`;
  return block.kind === 'item' ? `<li>${text}</li>` : `<p>${text}</p>`;
}

function exampleLine(line: string): string {
  const severity = /^(error|warning|info): /.exec(line)?.[1];
  const text = htmlText(line);
  return severity === undefined ? text : `<b class="${severity}">${text}</b>`;
}

function spanHtml({ kind, text }: Span): string {
  if (kind === 'code') return `<code>${htmlText(text)}</code>`;
  if (kind === 'strong') return `<strong>${htmlText(text)}</strong>`;
  const [, title, address] = /^(.*) \((https?:.*)\)$/.exec(kind === 'link' ? text : '') ?? [];
  return address === undefined
    ? htmlText(text)
    : `<a href="${htmlText(address)}">${htmlText(title ?? '')}</a>`;
}
