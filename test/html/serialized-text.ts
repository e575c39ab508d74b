const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
};

/**
 * The text of each `div` that bears an attribute, in serialised HTML.
 * @param attribute as it is written: `class="reading-text"`
 */
export function serializedText(html: string, attribute: string): string[] {
  const found: string[] = [];
  for (const { index } of html.matchAll(new RegExp(`<div ${attribute}`, 'g'))) {
    found.push(textFrom(html.slice(index)));
  }
  return found;
}

/** The text of the element with which a stretch of HTML begins. */
function textFrom(html: string): string {
  let depth = 0;
  let text = '';
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (/^<div[\s>]/.test(token)) depth += 1;
    else if (token === '</div>') depth -= 1;
    else if (!token.startsWith('<')) text += token;
    if (depth === 0) break;
  }
  return text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
}
