import { styleText } from 'node:util';
import { visible, wrap } from '../report/index.js';
import type { Changes } from './changes.js';
import { type Outline, outlineOf, type Section } from './outline.js';
import type { Item, Run } from './sentences.js';

/** How changes are shown in a terminal or a file of text. */
export interface TextPresentation {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

/** Words of a passage that came or went as a whole and are shown; the rest is counted. */
const mostWords = 60;

/** What changed, as text. Without colour, what went stands in [-…-] and what came in {+…+}. */
export function changesAsText(changes: Changes, presentation: TextPresentation): string {
  const outline = outlineOf(changes);
  const lines = [...new TextWriter(presentation).all(outline)];
  return `${lines.join('\n')}\n`;
}

class TextWriter {
  readonly #colour: boolean;
  readonly #width: number;

  constructor({ colour, width }: TextPresentation) {
    this.#colour = colour;
    // Lines that are longer are hard to read.
    this.#width = Math.min(width, 100);
  }

  *all({
    title,
    summary,
    first,
    chapters,
    unseen,
    unreadable,
    others,
  }: Outline): Generator<string> {
    yield this.#style('bold', title);
    yield this.#wrapped(summary, '');
    if (first !== undefined) {
      yield '';
      yield* this.#section(first, '', 'yellow');
    }
    for (const { file, runs } of unreadable) {
      yield '';
      yield this.#style('bold', visible(file));
      yield this.#line(runs, '  ');
    }
    for (const { file, remark, sections, markup } of chapters) {
      yield '';
      const said = remark.length === 0 ? '' : `  ${this.#runs(remark)}`;
      yield this.#wrapped(`${this.#style('bold', visible(file))}${said}`, '  ');
      for (const section of sections) yield* this.#section(section, '  ');
      if (markup !== '') {
        yield this.#wrapped(`  ${this.#style('dim', `Not seen by readers: ${markup}.`)}`, '    ');
      }
    }
    if (unseen.length > 0) {
      yield '';
      yield this.#style('bold', 'Nothing that a reader sees');
      for (const { file, markup } of unseen) {
        const said = markup === '' ? '' : this.#style('dim', `: ${markup}`);
        yield this.#wrapped(`  ${visible(file)}${said}`, '    ');
      }
    }
    if (others.length > 0) {
      yield '';
      yield this.#style('bold', 'Other files');
      for (const sentence of others) yield this.#wrapped(`  ${visible(sentence)}`, '    ');
    }
  }

  *#section({ title, items }: Section, margin: string, colour?: 'yellow'): Generator<string> {
    const styled = colour === undefined ? title : this.#style(colour, title);
    yield `${margin}${this.#style('bold', styled)}`;
    let last: string | undefined;
    for (const item of items) {
      yield* this.#item(item, margin, item.place === last);
      last = item.place;
    }
  }

  *#item({ place, runs, details }: Item, margin: string, isSamePlace: boolean): Generator<string> {
    const inner = `${margin}  `;
    if (place !== '' && !isSamePlace)
      yield this.#wrapped(`${inner}${this.#style('cyan', visible(place))}`, inner);
    const own = place === '' ? inner : `${inner}  `;
    yield this.#line(runs, own);
    for (const detail of details) yield this.#line(detail, `${own}  `);
  }

  #line(runs: readonly Run[], margin: string): string {
    return this.#wrapped(`${margin}${this.#runs(runs)}`, `${margin}  `);
  }

  #runs(runs: readonly Run[]): string {
    return runs
      .map((run) => this.#run(run))
      .join('')
      .trimEnd();
  }

  #run({ kind, text: whole }: Run): string {
    const text = shortened(visible(whole));
    switch (kind) {
      case 'old':
        // Word by word: what is broken into lines stays coloured.
        return this.#colour ? styledWords(['red', 'strikethrough'], text) : `[-${text}-]`;
      case 'now':
        return this.#colour ? styledWords(['green'], text) : `{+${text}+}`;
      case 'strong':
        return this.#style('bold', text);
      case 'quiet':
        return this.#colour ? styledWords(['dim'], text) : text;
      default:
        return text;
    }
  }

  #style(style: 'bold' | 'dim' | 'cyan' | 'yellow', text: string): string {
    return this.#colour ? styleText(style, text, { validateStream: false }) : text;
  }

  #wrapped(text: string, margin: string): string {
    const indent = /^ */.exec(text)?.[0] ?? '';
    return indent + wrap(text.slice(indent.length), this.#width - indent.length, margin);
  }
}

function styledWords(styles: ('red' | 'green' | 'dim' | 'strikethrough')[], text: string): string {
  return text
    .split(' ')
    .map((word) => (word === '' ? '' : styleText(styles, word, { validateStream: false })))
    .join(' ');
}

/** A text with the beginning of what is too long, and how much more there is. */
export function shortened(text: string): string {
  const words = text.split(' ');
  if (words.length <= mostWords + 10) return text;
  return `${words.slice(0, mostWords).join(' ')} … (${words.length - mostWords} more words)`;
}
