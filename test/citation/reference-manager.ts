// Reads citation files as a reference manager does, with readers that know nothing of this project.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The part of citation-js that is used. */
interface CitationJs {
  readonly plugins: {
    readonly input: {
      chain(data: unknown, options: { forceType: string; generateGraph: boolean }): Reference[];
    };
  };
}

export interface Reference {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly { literal?: string; family?: string; given?: string }[];
  readonly recipient?: readonly { literal?: string; family?: string; given?: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly note?: string;
  readonly genre?: string;
  readonly language?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  /** Where citation-js puts the RIS field DB. */
  readonly source?: string;
}

const { plugins } = require('@citation-js/core') as CitationJs;
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

/** The dialects that reference managers and LaTeX know. */
export type Dialect = '@bibtex/text' | '@biblatex/text' | '@ris/file' | '@csl/list+object';

/** The one reference in a citation file. */
export function readReference(text: string, dialect: Dialect): Reference {
  const data = dialect === '@csl/list+object' ? JSON.parse(text) : text;
  const references = plugins.input.chain(data, { forceType: dialect, generateGraph: false });
  const [reference] = references;
  if (references.length !== 1 || reference === undefined) {
    throw new Error(`One reference was expected, and ${references.length} were read.`);
  }
  return reference;
}

/** A name as one line, whichever of its parts a reader filled. */
export function names(people: Reference['author']): string[] {
  return (people ?? []).map((each) => each.literal ?? `${each.given ?? ''} ${each.family}`.trim());
}
