import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(
  new URL('../../../shared/source/wilson-center-112096.txt', import.meta.url),
);

export const hasArchiveText = existsSync(file);
if (!hasArchiveText) {
  console.warn(`${file} is not there: the page is not compared with the archive's text.`);
}

/** White space folded, as the archive's text is compared. */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The telegram as the archive publishes it, letterhead to signature, white space folded. */
export function archiveText(): string {
  const page = folded(readFileSync(file, 'utf8'));
  const start = page.indexOf('SECOND MAIN ADMINISTRATION');
  const last = '28 January 1951 MAO ZEDONG';
  return page.slice(start, page.lastIndexOf(last) + last.length);
}
