import type { SvrlReport } from '../validation/index.js';
import { xmlText } from './xml-text.js';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The namespace of what brings several reports together, for which SVRL has nothing. */
const namespace = 'urn:imprimatur:svrl';

/**
 * Reports in SVRL as one XML document. Of one document by one schema it is the report itself; several, or none, stand in
 * an element of our own, each with the document and the schema that it is about.
 */
export function* svrlDocument(reports: Iterable<SvrlReport>): Generator<string> {
  yield declaration;
  let first: SvrlReport | undefined;
  let count = 0;
  for (const report of reports) {
    if (count === 0) first = report;
    else {
      if (first !== undefined) yield `${startTag}>\n${within(first)}`;
      first = undefined;
      yield within(report);
    }
    count++;
  }
  if (first !== undefined) yield first.svrl;
  else yield count === 0 ? `${startTag}/>\n` : '</reports>\n';
}

const startTag = `<reports xmlns="${namespace}"`;

function within({ document, schema, svrl }: SvrlReport): string {
  const attributes = `document="${xmlText(document)}" schema="${xmlText(schema)}"`;
  return `<report ${attributes}>\n${svrl}</report>\n`;
}
