// Expressions of a schema name documents relative to the one that is checked. A stylesheet has one base URI for all: it
// is a made-up one, below which addresses are resolved, and then taken to mean the same from the document.

const scheme = 'imprimatur-document:';
const folders = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];

/** The base URI of expressions in a stylesheet. */
export const expressionBase = `${scheme}/${folders.join('/')}/`;

/**
 * The true address of what a stylesheet asks for.
 *
 * @param document the address of the document that is checked
 * @returns `undefined` where it is relative, and the document has no address
 */
export function trueAddress(address: string, document: string | undefined): string | undefined {
  if (!address.startsWith(scheme)) return address;
  const steps = address.slice(scheme.length + 1).split('/');
  let within = 0;
  while (within < folders.length && steps[within] === folders[within]) within++;
  const relative = '../'.repeat(folders.length - within) + steps.slice(within).join('/');
  try {
    return new URL(relative, document).href;
  } catch {
    return undefined;
  }
}
