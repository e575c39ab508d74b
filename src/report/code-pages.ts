import { readdirSync, readFileSync } from 'node:fs';
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

const reference = new URL('../../docs/reference/', import.meta.url);

let pages: ReadonlyMap<string, CodePage> | undefined;

/** The page of every problem code, by code, in the order of the reference that comes with the package. */
export function codePages(): ReadonlyMap<string, CodePage> {
  if (pages !== undefined) return pages;
  const folder = new URL('rules/', reference);
  const rules = readdirSync(folder)
    .filter((file) => file !== 'README.md' && file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
  pages = readCodePages(readFileSync(new URL('problem-codes.md', reference), 'utf8'), rules);
  return pages;
}

/**
 * Reads the reference of problem codes: a chapter for each room, in it a section for each code, or pages of their own.
 *
 * @param reference the text of `docs/reference/problem-codes.md`
 * @param rulePages the texts of `docs/reference/rules/*.md`, in their order
 */
export function readCodePages(
  reference: string,
  rulePages: readonly string[] = [],
): ReadonlyMap<string, CodePage> {
  const read = new Map<string, CodePage>();
  const add = (room: string, subject: string, code: string, text: string): void => {
    const markdown = withoutOwnLinks(text.trim());
    const exitCode = exitCodeOf(markdown);
    read.set(code, { code, room, subject, exitCode, summary: firstSentence(markdown), markdown });
  };
  for (const chapter of reference.split(/^## /m).slice(1)) {
    const [head = '', ...sections] = chapter.split(/^### /m);
    const [, room = '', subject = ''] = /^`(.*?)\/`: (.*)$/m.exec(head) ?? [];
    for (const section of sections) {
      const [, code = '', text = ''] = /^`(.*?)`\n(.*)$/s.exec(section) ?? [];
      add(room, subject, code, text);
    }
    for (const page of rulePages) {
      const [, code = '', text = ''] = /^# `(.*?)`\n(.*)$/s.exec(page) ?? [];
      if (code.startsWith(`${room}/`)) add(room, subject, code, text);
    }
  }
  return read;
}

/** How a run ends where there is nothing else: as it is said, or 1 for an error and 0 for what weighs less. */
function exitCodeOf(markdown: string): number {
  const said = /^\*\*Exit code (\d)/.exec(markdown)?.[1];
  if (said !== undefined) return Number(said);
  return /^\*\*(Warning|Info|Off)\b/.test(markdown) ? 0 : 1;
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
    .replace(/^\*\*(?:Exit code \d|Error|Warning|Info|Off)(?:\.\*\*|\*\*,[^.]*\.) /, '');
  return plainText(/^.*?\.(?= [A-Z`<&“"]|$)/.exec(meaning)?.[0] ?? meaning);
}
