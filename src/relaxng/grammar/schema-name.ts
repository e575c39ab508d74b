import { isNcName } from '../../xml/index.js';

const beginsWithMark = /^\p{M}/u;

/**
 * Whether a text is an NCName in a schema. RELAX NG takes names from the second edition of XML, where none begins with
 * a combining mark; the fifth edition lets some, since it leaves Unicode's categories aside.
 */
export function isSchemaName(text: string): boolean {
  return isNcName(text) && (text.charCodeAt(0) < 0x80 || !beginsWithMark.test(text));
}
