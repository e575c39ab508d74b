import { readFileSync } from 'node:fs';
import { plainText } from './markdown.js';

/** What the reference says of a problem code. */
export interface CodePage {
  /** `relaxng/unknown-element` */
  readonly code: string;
  /** Its first word, which says who found the problem: `relaxng`. */
  readonly room: string;
  /** What that one looks at: `the schema`. */
  readonly subject: string;
  /** How the run ends where such a problem is found and nothing else: 0, 1 or 2. */
  readonly exitCode: number;
  /** What the code means, in one sentence without marks. */
  readonly summary: string;
  /** All that is said of it, in Markdown, without the heading. Links lead nowhere but into the web. */
  readonly markdown: string;
}

const reference = new URL('../../docs/reference/problem-codes.md', import.meta.url);

let pages: ReadonlyMap<string, CodePage> | undefined;

/** The page of every problem code, by code, in the order of the reference that comes with the package. */
export function codePages(): ReadonlyMap<string, CodePage> {
  pages ??= readCodePages(readFileSync(reference, 'utf8'));
  return pages;
}

/**
 * Reads the reference of problem codes: a chapter for each room, in it a section for each code.
 *
 * @param reference the text of `docs/reference/problem-codes.md`
 */
export function readCodePages(reference: string): ReadonlyMap<string, CodePage> {
  const read = new Map<string, CodePage>();
  for (const chapter of reference.split(/^## /m).slice(1)) {
    const [head = '', ...sections] = chapter.split(/^### /m);
    const [, room = '', subject = ''] = /^`(.*?)\/`: (.*)$/m.exec(head) ?? [];
    for (const section of sections) {
      const [, code = '', text = ''] = /^`(.*?)`\n(.*)$/s.exec(section) ?? [];
      const markdown = withoutOwnLinks(text.trim());
      const [, exitCode = '1'] = /^\*\*Exit code (\d)/.exec(markdown) ?? [];
      const summary = firstSentence(markdown);
      read.set(code, { code, room, subject, exitCode: Number(exitCode), summary, markdown });
    }
  }
  return read;
}

/** Pages of the documentation are told by their names: the package does not hold them. */
function withoutOwnLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
}

/** What comes after the exit code, up to the end of the sentence. */
function firstSentence(markdown: string): string {
  const [paragraph = ''] = markdown.split('\n\n');
  const meaning = paragraph
    .replaceAll('\n', ' ')
    .replace(/^\*\*Exit code \d(?:\.\*\*|\*\*,[^.]*\.) /, '');
  return plainText(/^.*?\.(?= [A-Z`<&“"]|$)/.exec(meaning)?.[0] ?? meaning);
}
