import { letter, places, schema } from './temporary-project.js';

/** A small project: a letter, the register it points into, and the schema for both. */
export const fine = {
  'schemas/letter.rng': schema,
  'tei/letter.xml': letter('From <placeName ref="places.xml#seoul">Seoul</placeName>.'),
  'tei/places.xml': places('seoul'),
};

/** The same with two mistakes on line 5 of the letter. */
export const broken = {
  ...fine,
  'tei/letter.xml': letter(
    'From <placename ref="places.xml#soul">Seoul</placename>.',
    'To <placeName ref="places.xml#seoul">Seoul</placeName>.',
  ),
};

/** A stylesheet that makes a page of the text, so that a test need not wait for the whole edition. */
export const page = (declarations = '') => `<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" expand-text="yes">
  <xsl:template match="/" name="index"><html><body>{.}</body></html></xsl:template>
${declarations}
</xsl:stylesheet>
`;

/** The project with that stylesheet. */
export const withPage = { ...fine, 'xslt/html.xsl': page().replace('{.}', 'a page') };
