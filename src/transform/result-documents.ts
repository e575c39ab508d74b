import { Failure } from '../problems/index.js';

/**
 * The secondary results of one transformation (`xsl:result-document`), kept and never written: their addresses are
 * resolved against one of our own, and have to stay below it.
 */
export class ResultDocuments {
  /** The base output URI: that of the document's folder. */
  readonly base = 'imprimatur-result:/document/';
  readonly #byAddress = new Map<string, string>();

  add(uri: URL | string, content: string): void {
    this.#byAddress.set(uri.toString(), content);
  }

  /**
   * The results by their paths relative to the document's folder.
   *
   * @param stylesheet the entry stylesheet, as it is shown to a person
   * @throws Failure when a result would lie outside that folder
   */
  byHref(stylesheet: string, source: string | undefined): ReadonlyMap<string, string> {
    const results = new Map<string, string>();
    for (const [address, content] of this.#byAddress) {
      const path = address.startsWith(this.base)
        ? safePath(address.slice(this.base.length))
        : undefined;
      if (path === undefined) {
        const of = source === undefined ? '' : ` of ${source}`;
        throw new Failure(
          `The stylesheet ${stylesheet} writes a result${of} to "${shownAddress(address)}", outside the folder of its document.`,
          {
            help: 'Give xsl:result-document an @href that is relative and leads downwards, such as "notes/1.html".',
          },
        );
      }
      results.set(path, content);
    }
    return results;
  }
}

/** A relative path from a relative URI reference, or `undefined` for one that names no file below its base. */
function safePath(href: string): string | undefined {
  if (href === '' || /[?#]/.test(href)) return undefined;
  const parts: string[] = [];
  for (const part of href.split('/')) {
    let name: string;
    try {
      name = decodeURIComponent(part);
    } catch {
      return undefined;
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system wants them in a name.
    if (name === '' || name === '.' || name === '..' || /[/\\\u0000-\u001f]/.test(name))
      return undefined;
    parts.push(name);
  }
  return parts.join('/');
}

function shownAddress(address: string): string {
  return address.replace(/^imprimatur-result:/, '');
}
