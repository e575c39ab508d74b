import type { Problem } from '../problems/index.js';
import { referencedAddresses } from '../relaxng/index.js';
import {
  attribute,
  descendants,
  parseXml,
  type SourceText,
  type XmlElement,
} from '../xml/index.js';
import type { SchemaLanguage } from './schema-language.js';

/** What one file of a schema refers to, or what keeps it from being read. */
export interface SchemaReferences {
  /** Absolute addresses of other files of the schema, in the order in which they are met. */
  readonly addresses: readonly string[];
  readonly problems: readonly Problem[];
}

/** The attribute by which elements of a language draw in another file. */
const drawnInBy: Readonly<Record<'xsd' | 'schematron', readonly [RegExp, string]>> = {
  xsd: [/^(?:include|import|redefine|override)$/, 'schemaLocation'],
  schematron: [/^(?:include|extends)$/, 'href'],
};

/**
 * The other files that a file of a schema refers to.
 *
 * @param address its own, to which theirs are relative
 */
export function schemaReferences(
  source: SourceText,
  address: string,
  language: SchemaLanguage,
): SchemaReferences {
  switch (language) {
    case 'relaxng':
      return referencedAddresses(source, address);
    case 'dtd':
      return { addresses: absolute(externalEntities(source.text), address), problems: [] };
    case 'xsd':
    case 'schematron': {
      const { document, problems } = parseXml(source);
      if (document === undefined) return { addresses: [], problems };
      const [names, hrefName] = drawnInBy[language];
      const { namespace } = document.root.name;
      const hrefs = [...descendants(document)]
        .filter(({ name }: XmlElement) => name.namespace === namespace && names.test(name.local))
        .flatMap((element) => attribute(element, hrefName)?.value ?? []);
      return { addresses: absolute(hrefs, address), problems: [] };
    }
  }
}

/** The system identifiers of the external parameter entities that a DTD declares (XML 1.0, [72]). */
function externalEntities(text: string): string[] {
  const declaration =
    /<!ENTITY\s+%\s+\S+\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"([^"]*)"|'([^']*)')/g;
  return [...text.replace(/<!--.*?-->/gs, '').matchAll(declaration)].map(
    ([, double, single]) => double ?? single ?? '',
  );
}

function absolute(references: readonly string[], base: string): string[] {
  const addresses = references.flatMap((reference) => {
    try {
      return new URL(reference.trim(), base).href.replace(/#.*$/s, '');
    } catch {
      // What is no address is told when the schema is used.
      return [];
    }
  });
  return [...new Set(addresses)];
}
