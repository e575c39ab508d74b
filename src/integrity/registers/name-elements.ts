/** The elements of TEI that name places (TEI Guidelines, section 14.2.3). */
export const placeNameElements = [
  'placeName',
  'geogName',
  'settlement',
  'district',
  'region',
  'country',
  'bloc',
] as const;

/** The elements that name persons, places, organisations and the like (TEI Guidelines, sections 3.6 and 14.2). */
export const nameElements = [
  'persName',
  ...placeNameElements,
  'orgName',
  'eventName',
  'objectName',
] as const;
