import type { Cursor } from './cursor.js';
import type { KnownName } from './names.js';
import type { ElementNode } from './nodes.js';
import type { StartTagContext } from './start-tag.js';

/** What an end tag holds beside its name, which is a mistake; not beyond the line. */
const rest = /[^<>\n]{0,100}>/y;

/**
 * Reads ETag [42]; the cursor stands on its `<`. What is wrong with it is told, and it is taken for what it was most
 * likely meant to be.
 *
 * @param open the innermost element
 * @returns the name, or `undefined` where there is none
 */
export function readEndTag(
  cursor: Cursor,
  open: ElementNode | undefined,
  context: StartTagContext,
): KnownName | undefined {
  const { complaints, names } = context;
  const start = cursor.pos;
  cursor.pos += 2;
  const spaced = cursor.space();
  const name = names.read(cursor.text, cursor.pos);
  if (cursor.text.length - cursor.pos <= 101) cursor.ranOut = true;
  if (name === undefined) {
    const nameless = cursor.accept('>');
    if (!nameless) cursor.pos = start + 2;
    complaints.report(context.span(start, cursor.pos), {
      code: 'xml/not-well-formed',
      message: `The end tag ${nameless ? '</>' : '</'} has no name.`,
      help:
        open === undefined
          ? 'Delete it; write &lt; for the sign itself.'
          : `Write </${open.qname}>; for the sign itself, &lt;.`,
    });
    return nameless && open !== undefined ? names.of(open.qname) : undefined;
  }
  const { qname } = name;
  cursor.pos = names.end;
  if (spaced) {
    complaints.report(context.span(start, cursor.pos), {
      code: 'xml/not-well-formed',
      message: `Between </ and ${qname} no space may stand.`,
      help: `Write </${qname}>.`,
    });
  }
  const end = cursor.pos;
  cursor.space();
  if (cursor.accept('>')) return name;
  rest.lastIndex = cursor.pos;
  if (rest.test(cursor.text)) {
    complaints.report(context.span(cursor.pos, rest.lastIndex - 1), {
      code: 'xml/not-well-formed',
      message: `The end tag </${qname}> holds more than its name.`,
      help: `Write </${qname}>; attributes stand in the start tag.`,
    });
    cursor.pos = rest.lastIndex;
  } else {
    cursor.pos = end;
    complaints.report(context.span(start, end), {
      code: 'xml/not-well-formed',
      message: `The end tag </${qname} is not closed with >.`,
      help: `Write </${qname}>.`,
    });
  }
  return name;
}
