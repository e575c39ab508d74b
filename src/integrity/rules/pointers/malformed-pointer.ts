import { defineRule } from '../../rule.js';

/**
 * Every pointer can be read as one (RFC 3986; TEI Guidelines, section 17.2): addresses on the network, which are not
 * looked up, are addresses, and private schemes are declared.
 */
export const malformedPointer = defineRule({
  code: 'integrity/malformed-pointer',
  severity: 'error',
  read: ({ report }) => ({
    pointer: ({ text, element, attribute, target, span }) => {
      if (target.kind !== 'malformed') return;
      report(element, span, {
        message: `"${text}" in @${attribute.qname} on <${element.qname}> is no pointer: ${target.reason}.`,
        help: target.help,
      });
    },
  }),
});
