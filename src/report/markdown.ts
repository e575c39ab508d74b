/** A block of a page in Markdown, as far as our own pages need it. */
export type Block =
  | { readonly kind: 'paragraph' | 'item' | 'heading'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'code';
      /** The file that it is, where it is not the one that all is about. */
      readonly file?: string;
      readonly lines: readonly string[];
    };

/** A run of text within a paragraph. */
export interface Span {
  readonly kind: 'plain' | 'strong' | 'code' | 'link';
  readonly text: string;
}

/** The blocks of a text: headings, paragraphs and items of lists, their lines joined, and fenced code. */
export function readBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let code: string[] | undefined;
  let file: string | undefined;
  const endParagraph = (): void => {
    const text = paragraph.join(' ');
    const [, mark = ''] = /^(#+|-) /.exec(text) ?? [];
    const kind = mark === '' ? 'paragraph' : mark === '-' ? 'item' : 'heading';
    if (text !== '') blocks.push({ kind, spans: readSpans(text.slice(mark.length).trimStart()) });
    paragraph = [];
  };
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) {
      endParagraph();
      if (code === undefined) file = /^```\w+ (.+)$/.exec(line)?.[1];
      else blocks.push({ kind: 'code', lines: code, ...(file === undefined ? {} : { file }) });
      code = code === undefined ? [] : undefined;
    } else if (code !== undefined) code.push(line);
    else if (line.trim() === '') endParagraph();
    else {
      if (/^(#|- )/.test(line)) endParagraph();
      paragraph.push(line.trim());
      if (line.startsWith('#')) endParagraph();
    }
  }
  endParagraph();
  return blocks;
}

const marked = /`([^`]+)`|\*\*(.+?)\*\*|\[((?:[^\]`]|`[^`]*`)+)\]\(([^)]*)\)/g;

/** The runs of a paragraph. Of a link there is its text, and its address where that leads into the web. */
export function readSpans(paragraph: string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  const plain = (until: number): void => {
    if (until > end) spans.push({ kind: 'plain', text: paragraph.slice(end, until) });
  };
  for (const found of paragraph.matchAll(marked)) {
    const [whole, code, strong, link, address = ''] = found;
    plain(found.index);
    end = found.index + whole.length;
    if (code !== undefined) spans.push({ kind: 'code', text: code });
    else if (strong !== undefined) spans.push({ kind: 'strong', text: plainText(strong) });
    else spans.push({ kind: 'link', text: linkText(link ?? '', address) });
  }
  plain(paragraph.length);
  return spans;
}

function linkText(text: string, address: string): string {
  return /^https?:/.test(address) ? `${plainText(text)} (${address})` : plainText(text);
}

/** A paragraph without its marks. */
export function plainText(paragraph: string): string {
  return readSpans(paragraph)
    .map(({ text }) => text)
    .join('');
}
