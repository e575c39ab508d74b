import { defineRule } from '../../rule.js';

/**
 * Addresses in the web are such that others can follow them: they lead out of the editor's own machine, and took
 * nothing along when they were copied. The network is not asked.
 */
export const externalLink = defineRule({
  code: 'integrity/external-link',
  severity: 'warning',
  read: ({ report }) => ({
    pointer: ({ text, element, attribute, target, span }) => {
      if (target.kind !== 'elsewhere') return;
      const fault = faultOf(text);
      if (fault === undefined) return;
      report(element, span, {
        message: `"${text}" in @${attribute.qname} on <${element.qname}> ${fault.message}.`,
        help: fault.help,
      });
    },
  }),
});

interface Fault {
  readonly message: string;
  readonly help: string;
}

const privateHost =
  /^(localhost|.*\.local(host)?|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+|\[::1\]|0\.0\.0\.0)$/;

function faultOf(address: string): Fault | undefined {
  if (/^file:/i.test(address)) {
    return {
      message: 'leads to a file of the machine it was written on',
      help: 'Put the file into the project and write its path from the folder of this document.',
    };
  }
  if (!/^(https?:)?\/\//i.test(address)) return undefined;
  const again = /^https?:\/\/.*?(https?:\/\/?.*)$/i.exec(address);
  if (again !== null && /^https?:\/\/(https?:|https?\/\/)/i.test(address)) {
    return { message: 'begins twice', help: `Write "${again[1]}".` };
  }
  const host = hostOf(address);
  if (host === undefined) return undefined;
  if (privateHost.test(host)) {
    return {
      message: `leads to ${host}, which is another machine for each reader`,
      help: 'Write the address at which the page is published.',
    };
  }
  if (!host.includes('.') && !host.includes(':')) {
    return {
      message: `names the host "${host}", and no host in the web has a name without a dot`,
      help: 'Write it as the browser shows it: https://example.org/path.',
    };
  }
  const [, kept = '', mark = ''] = /^(.*?)([.,;:!>”’»]+|%20)$/u.exec(address) ?? [];
  if (mark !== '') {
    return {
      message: `ends with "${mark}", which belongs to the text it was copied from`,
      help: `Write "${kept}", if the page is there.`,
    };
  }
  if (address.endsWith(')') && !address.includes('(')) {
    return {
      message: 'ends with ")", and no "(" comes before',
      help: `Write "${address.slice(0, -1)}", if the page is there.`,
    };
  }
  return undefined;
}

function hostOf(address: string): string | undefined {
  try {
    return new URL(address.replace(/^\/\//, 'https://')).hostname;
  } catch {
    return undefined;
  }
}
