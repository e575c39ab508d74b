import type { SchemaProblems } from './schema-problems.js';
import type { SchemaPlace } from './syntax.js';

/** 4.5: the address that a reference to another file has, or `undefined` after a complaint. */
export function resolveHref(
  problems: SchemaProblems,
  at: SchemaPlace,
  href: string,
  base: string,
): string | undefined {
  if (href.includes('#')) {
    problems.report(
      at,
      '4.5',
      `The address ${href} names a part of a file; only whole files count.`,
    );
    return undefined;
  }
  const address = resolveAddress(href, base);
  if (address === undefined) problems.report(at, '4.5', `“${href}” is not an address.`);
  return address;
}

/** An address relative to another (RFC 2396, 5.2), or `undefined` where it is none. */
export function resolveAddress(href: string, base: string): string | undefined {
  try {
    return new URL(href, base).href;
  } catch {
    return undefined;
  }
}
