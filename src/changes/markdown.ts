import { visible } from '../report/index.js';
import type { Changes } from './changes.js';
import { type Outline, outlineOf, type Section } from './outline.js';
import type { Item, Run } from './sentences.js';
import { shortened } from './text.js';

/** Characters of a comment: GitHub takes 65,536, and what somebody puts around it has to fit as well. */
const room = 60_000;

/** Changes of one kind that are listed; the rest is counted. */
const mostItems = 40;

/** What changed, as Markdown for a comment on a pull request: what went struck out, what came in bold. */
export function changesAsMarkdown(changes: Changes): string {
  const parts = [...markdownParts(outlineOf(changes))];
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (text.length + part.length > room) {
      const left = parts.length - index;
      return `${text}\n… and ${left} more ${left === 1 ? 'part' : 'parts'}, for which there is no room here: \`imprimatur changes\` shows all.\n`;
    }
    text += part;
  }
  return text;
}

function* markdownParts(outline: Outline): Generator<string> {
  const { title, summary, first, chapters, unseen, unreadable, others } = outline;
  yield `### ${escaped(title)}\n\n${escaped(summary)}\n`;
  if (first !== undefined) {
    yield `\n#### ⚠️ ${escaped(first.title)}\n\n${list(first)}`;
  }
  for (const { file, runs } of unreadable) {
    yield `\n#### ${code(file)}\n\n${runsText(runs)}\n`;
  }
  for (const { file, remark, sections, markup } of chapters) {
    const said = remark.length === 0 ? '' : ` ${runsText(remark)}`;
    yield `\n#### ${code(file)}${said}\n`;
    for (const section of sections) yield `\n**${escaped(section.title)}**\n\n${list(section)}`;
    if (markup !== '') yield `\n<sub>Not seen by readers: ${escaped(markup)}.</sub>\n`;
  }
  if (unseen.length > 0) {
    const items = unseen.map(({ file, markup }) =>
      markup === '' ? `- ${code(file)}\n` : `- ${code(file)}: ${escaped(markup)}\n`,
    );
    const many = items.length > 5;
    const heading = `Nothing that a reader sees, in ${items.length} ${items.length === 1 ? 'file' : 'files'}`;
    yield many
      ? `\n<details><summary>${heading}</summary>\n\n${limited(items)}\n</details>\n`
      : `\n#### Nothing that a reader sees\n\n${items.join('')}`;
  }
  if (others.length > 0) {
    yield `\n#### Other files\n\n${others.map((sentence) => `- ${escaped(sentence)}\n`).join('')}`;
  }
}

function list({ items }: Section): string {
  return limited(items.map(itemText));
}

function limited(items: readonly string[]): string {
  if (items.length <= mostItems + 5) return items.join('');
  return `${items.slice(0, mostItems).join('')}- … and ${items.length - mostItems} more\n`;
}

function itemText({ place, runs, details }: Item): string {
  const where = place === '' ? '' : `${escaped(place)}: `;
  const below = details.map((detail) => `  - ${runsText(detail)}\n`).join('');
  return `- ${where}${runsText(runs)}\n${below}`;
}

function runsText(runs: readonly Run[]): string {
  return runs
    .map(({ kind, text }) => {
      switch (kind) {
        case 'old':
          return marked(shortened(text), '<del>', '</del>');
        case 'now':
          return marked(shortened(text), '<ins>', '</ins>');
        case 'strong':
          return marked(text, '<strong>', '</strong>');
        case 'code':
          return code(text);
        default:
          return escaped(text);
      }
    })
    .join('')
    .trim();
}

/** Marks of HTML, which forges show too: those of Markdown fail beside punctuation and spaces. */
function marked(text: string, open: string, close: string): string {
  return `${open}${escaped(text)}${close}`;
}

/** A text that says what it says: no mark of Markdown, and no mention of a person or a thread (`@name`, `#12`). */
function escaped(text: string): string {
  return visible(text)
    .replace(/[\\`*_~[\]|!]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/(?<!\w)@(?=\w)|#(?=\d)/g, '$&\u200b')
    .replace(/\s+/g, ' ');
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
