/**
 * An expression in whose string literals `\s` of a regular expression is written out. It stands for the four characters
 * of white space in XML (XSD 1.0, part 2, F.1.1); SaxonJS takes it for what JavaScript does, which has no-break spaces too.
 */
export function withXmlSpace(expression: string): string {
  if (!/\\s/i.test(expression)) return expression;
  return expression.replace(/"[^"]*"|'[^']*'/g, (string) =>
    /\\s/i.test(string) ? writtenOut(string) : string,
  );
}

const space = ' \\t\\n\\r';

function writtenOut(regex: string): string {
  let classes = 0;
  return regex.replace(/\\[\s\S]|[[\]]/g, (sign) => {
    if (sign === '[') classes++;
    else if (sign === ']') classes--;
    else if (sign === '\\s') return classes > 0 ? space : `[${space}]`;
    else if (sign === '\\S' && classes === 0) return `[^${space}]`;
    return sign;
  });
}

/** The same in the attributes of markup in XSLT. */
export function markupWithXmlSpace(markup: string): string {
  if (!/\\s/i.test(markup)) return markup;
  return markup.replace(
    /([\w:.-]+)(\s*=\s*)("[^"<]*"|'[^'<]*')/g,
    (whole, name: string, equals: string, value: string) => {
      if (!/\\s/i.test(value)) return whole;
      const inner = value.slice(1, -1);
      const quote = value[0] ?? '"';
      const written =
        name === 'regex'
          ? writtenOut(inner)
          : inner.replace(/'[^']*'|"[^"]*"|&(quot|apos);.*?&\1;/g, (string) =>
              /\\s/i.test(string) ? writtenOut(string) : string,
            );
      return `${name}${equals}${quote}${written}${quote}`;
    },
  );
}
