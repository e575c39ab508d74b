import { isNcName } from '../../xml/index.js';
import type { ValueContext } from './datatype.js';
import type { ValueSpace } from './value-space.js';

// 3.2.17 anyURI, 3.2.18 QName, 3.2.19 NOTATION.

const strayPercent = /%(?![0-9A-Fa-f]{2})/;
const scheme = /^[A-Za-z][A-Za-z0-9+.-]*$/;

/** Why a text is not a URI reference (RFC 2396 and 2732) once what they do not allow is escaped; `undefined` if it is. */
function uriComplaint(literal: string): string | undefined {
  if (strayPercent.test(literal)) return 'a % must be followed by two of the digits 0–9 and A–F';
  const fragment = literal.indexOf('#');
  if (fragment !== -1 && literal.includes('#', fragment + 1)) return 'it may have only one #';
  const colon = literal.search(/[:/?#]/);
  if (colon !== -1 && literal[colon] === ':') {
    if (!scheme.test(literal.slice(0, colon)))
      return `what stands before the colon, “${literal.slice(0, colon)}”, is not a scheme such as https`;
    if (colon + 1 === literal.length || literal[colon + 1] === '#')
      return 'nothing follows the colon';
  }
  return undefined;
}

const anyUri: ValueSpace<string> = {
  name: 'anyURI',
  whiteSpace: 'collapse',
  parse: (literal) => (uriComplaint(literal) === undefined ? literal : undefined),
  key: (value) => value,
  complaint: (literal) => uriComplaint(literal) ?? '',
  length: (value) => [...value].length,
};

function expand(literal: string, context: ValueContext): string | undefined {
  const colon = literal.indexOf(':');
  const prefix = colon === -1 ? '' : literal.slice(0, colon);
  const local = literal.slice(colon + 1);
  if (!isNcName(local) || (colon !== -1 && !isNcName(prefix))) return undefined;
  const ns = context.namespace(prefix);
  return ns === undefined ? undefined : `{${ns}}${local}`;
}

function nameSpace(name: string): ValueSpace<string> {
  return {
    name,
    whiteSpace: 'collapse',
    contextual: true,
    parse: expand,
    key: (value) => value,
    complaint(literal, context) {
      const prefix = literal.slice(0, Math.max(0, literal.indexOf(':')));
      return isNcName(prefix) && context.namespace(prefix) === undefined
        ? `no namespace is declared for the prefix ${prefix}`
        : 'it must be a name, with or without a prefix';
    },
    length: (value) => [...value].length,
  };
}

export const nameSpaces: readonly ValueSpace<string>[] = [
  anyUri,
  nameSpace('QName'),
  nameSpace('NOTATION'),
];
