/** A character by its number, as Unicode writes it: `U+200B`. */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Where characters stand, in words: in the text of an element, or in one of its attributes. */
export function standing({
  element,
  attribute,
}: {
  readonly element: { readonly qname: string };
  readonly attribute: { readonly qname: string } | undefined;
}): string {
  return attribute === undefined
    ? `in <${element.qname}>`
    : `in @${attribute.qname} on <${element.qname}>`;
}
