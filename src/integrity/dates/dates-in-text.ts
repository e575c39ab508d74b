import type { Span } from '../../xml/index.js';
import { readWrittenDate, type WrittenDay } from './written-date.js';

/** A date that stands among other words. */
export interface DateInText {
  readonly text: string;
  readonly reading: WrittenDay;
  /** Where it stands among the words. */
  readonly span: Span;
}

const form = new RegExp(
  [
    String.raw`(?<![\p{L}\d])\d{1,2}\.?(?:st|nd|rd|th|er)?\s*(?:\d{1,2}\.|[IVX]+\.?|(?:of\s|de\s)?\p{L}{3,}\.?)\s*(?:de\s)?,?\s*\d{4}(?!\d)`,
    String.raw`(?<!\p{L})\p{L}{3,}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}(?!\d)`,
    String.raw`(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])`,
    String.raw`\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]`,
  ].join('|'),
  'gu',
);

/** The dates with day, month and year in full that stand in a text and can be read in one way. */
export function datesInText(text: string, language: string | undefined): readonly DateInText[] {
  if (!/\d{4}/.test(text)) return [];
  return [...text.matchAll(form)].flatMap(({ 0: found, index }) => {
    const read = readWrittenDate(found, language);
    const [reading, other] = read?.readings ?? [];
    if (reading?.day === undefined || other !== undefined || read?.end !== undefined) return [];
    return [{ text: found, reading, span: { start: index, end: index + found.length } }];
  });
}
