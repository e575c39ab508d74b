// What kinds of TEI elements there are for somebody who reads: which begin a line of their own, which are only there
// to hold others, which mean somebody or something.

/** Elements that begin a paragraph, a line or an item of their own wherever they stand. */
export const blocks: ReadonlySet<string> = new Set([
  'p',
  'ab',
  'l',
  'head',
  'item',
  'cell',
  'addrLine',
  'salute',
  'trailer',
  'speaker',
  'stage',
  'figDesc',
  'titlePart',
  'byline',
  'docImprint',
  'docAuthor',
  'docDate',
  'epigraph',
  'caption',
  'postscript',
]);

/** Elements that do so where they do not stand in the line of another: in an opener, and not among its words. */
export const lines: ReadonlySet<string> = new Set(['dateline', 'signed', 'seg', 'address']);

/** Elements that hold blocks and have no words of their own. */
export const containers: ReadonlySet<string> = new Set([
  'TEI',
  'teiCorpus',
  'teiHeader',
  'text',
  'front',
  'body',
  'back',
  'group',
  'floatingText',
  'div',
  'div1',
  'div2',
  'div3',
  'div4',
  'div5',
  'div6',
  'div7',
  'lg',
  'list',
  'table',
  'row',
  'sp',
  'figure',
  'titlePage',
  'docTitle',
  'standOff',
  'listPerson',
  'listPlace',
  'listOrg',
  'listEvent',
  'listBibl',
  'listObject',
  'listNym',
  'listRelation',
  'listWit',
]);

/** Entries of a register (TEI Guidelines, chapter 14), where they stand in a list. */
export const entries: ReadonlySet<string> = new Set([
  'person',
  'personGrp',
  'persona',
  'place',
  'org',
  'event',
  'object',
  'nym',
]);

/** Attributes that say when (att.datable). */
export const dateAttributes: ReadonlySet<string> = new Set(
  ['when', 'from', 'to', 'notBefore', 'notAfter'].flatMap((each) => [
    each,
    `${each}-iso`,
    `${each}-custom`,
  ]),
);

/** Attributes that say how many (att.measurement, att.ranging, and `num`). */
export const numberAttributes: ReadonlySet<string> = new Set([
  'value',
  'quantity',
  'unit',
  'atLeast',
  'atMost',
  'min',
  'max',
  'extent',
  'commodity',
]);

/** Elements whose content is a number or a date. */
export const dates: ReadonlySet<string> = new Set(['date', 'time']);
export const numbers: ReadonlySet<string> = new Set(['num', 'measure', 'measureGrp', 'unit']);

/** Of alternatives, the ones that do not stand in the text that is read (TEI Guidelines, 3.5 and 12.1). */
export const otherReadings: ReadonlyMap<string, readonly string[]> = new Map([
  ['sic', ['corr']],
  ['orig', ['reg']],
  ['abbr', ['expan']],
]);
