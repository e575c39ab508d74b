import { isNcName } from '../../xml/index.js';

const usual = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const beginsWithMark = /^\p{M}/u;

/**
 * Whether a text is an NCName in a schema. RELAX NG takes names from the second edition of XML, where none begins with
 * a combining mark; the fifth edition lets some, since it leaves Unicode's categories aside.
 */
export function isSchemaName(text: string): boolean {
  return usual.test(text) || (isNcName(text) && !beginsWithMark.test(text));
}
