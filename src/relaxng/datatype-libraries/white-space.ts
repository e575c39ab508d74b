const inner = /[\t\n\r]| {2}/;
const runs = /[ \t\n\r]+/g;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa || code === 0x9 || code === 0xd;
}

/** White space as the facet `whiteSpace="collapse"` and RELAX NG's normalizeWhiteSpace have it. */
export function collapse(text: string): string {
  const { length } = text;
  if (length === 0) return text;
  if (!isSpace(text.charCodeAt(0)) && !isSpace(text.charCodeAt(length - 1)) && !inner.test(text))
    return text;
  return trim(text.replace(runs, ' '));
}

/** Without XML's white space at either end, and no other. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** White space as the facet `whiteSpace="replace"` has it. */
export function replaceSpace(text: string): string {
  return text.replace(/[\t\n\r]/g, ' ');
}

/** The words between white space (RELAX NG, 6.2.9: split). */
export function tokens(text: string): string[] {
  const collapsed = collapse(text);
  return collapsed === '' ? [] : collapsed.split(' ');
}

/** Whether there is nothing but white space. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
