/** What stands in TEI for something that another vocabulary calls by another name. */
export interface Habit {
  readonly name: string;
  /** The attribute that says the rest, where the schema allows it. */
  readonly attribute?: { readonly name: string; readonly value: string };
}

function element(written: string): Habit {
  const [, name = written, attribute, value] = /^(\S+?)(?: (\S+?)="(.*)")?$/.exec(written) ?? [];
  return attribute === undefined
    ? { name }
    : { name, attribute: { name: attribute, value: value ?? '' } };
}

type Habits = ReadonlyMap<string, readonly Habit[]>;

function habits(written: Record<string, readonly string[]>): Habits {
  return new Map(Object.entries(written).map(([name, one]) => [name, one.map(element)]));
}

/**
 * What people write who know HTML, DocBook, or TEI's older versions (P4: TEI.2, dateRange, xref and their like), and
 * what TEI P5 has for it.
 */
const foreign = habits({
  a: ['ref target="…"'],
  article: ['div'],
  b: ['hi rend="bold"', 'hi rendition="simple:bold"', 'hi'],
  big: ['hi'],
  blockquote: ['quote', 'cit'],
  br: ['lb'],
  caption: ['head'],
  center: ['hi rend="center"'],
  cite: ['title', 'bibl'],
  dd: ['item'],
  dl: ['list'],
  dt: ['label'],
  em: ['emph', 'hi rend="italic"', 'hi rendition="simple:italic"', 'hi'],
  figcaption: ['head', 'figDesc'],
  font: ['hi'],
  footnote: ['note place="bottom"', 'note'],
  h1: ['head'],
  h2: ['head'],
  h3: ['head'],
  h4: ['head'],
  h5: ['head'],
  h6: ['head'],
  header: ['head', 'teiHeader'],
  heading: ['head'],
  hr: ['milestone'],
  html: ['TEI'],
  i: ['hi rend="italic"', 'hi rendition="simple:italic"', 'hi'],
  image: ['graphic url="…"'],
  img: ['graphic url="…"'],
  ins: ['add'],
  li: ['item'],
  location: ['placeName'],
  ol: ['list rend="numbered"', 'list'],
  organisation: ['orgName'],
  organization: ['orgName'],
  para: ['p'],
  paragraph: ['p'],
  person: ['persName'],
  place: ['placeName'],
  quotation: ['quote'],
  section: ['div'],
  small: ['hi rend="small"'],
  span: ['seg', 'hi'],
  s: ['del', 'hi rend="strikethrough"'],
  strike: ['del', 'hi'],
  strong: ['hi rend="bold"', 'hi rendition="simple:bold"', 'hi', 'emph'],
  sub: ['hi rend="sub"', 'hi rendition="simple:subscript"', 'hi'],
  sup: ['hi rend="sup"', 'hi rendition="simple:superscript"', 'hi'],
  td: ['cell'],
  th: ['cell role="label"', 'cell'],
  tr: ['row'],
  tt: ['code', 'hi'],
  u: ['hi rend="underline"', 'hi rendition="simple:underline"', 'hi'],
  ul: ['list rend="bulleted"', 'list'],
  // P4
  'TEI.2': ['TEI'],
  'teiCorpus.2': ['teiCorpus'],
  dateRange: ['date'],
  dateStruct: ['date'],
  timeRange: ['time'],
  timeStruct: ['time'],
  xptr: ['ptr target="…"'],
  xref: ['ref target="…"'],
  div0: ['div'],
});

/** P5's own elements that small schemas leave out, and what such schemas have instead. */
const substitutes = habits({
  ab: ['p'],
  biblFull: ['bibl'],
  biblStruct: ['bibl'],
  cb: ['milestone'],
  div1: ['div'],
  div2: ['div'],
  div3: ['div'],
  div4: ['div'],
  div5: ['div'],
  div6: ['div'],
  div7: ['div'],
  emph: ['hi rend="italic"', 'hi'],
  forename: ['name type="forename"', 'name'],
  gb: ['milestone'],
  geogName: ['name type="place"', 'name'],
  orgName: ['name type="org"', 'rs type="org"', 'name'],
  persName: ['name type="person"', 'rs type="person"', 'name'],
  placeName: ['name type="place"', 'rs type="place"', 'name'],
  seg: ['hi'],
  settlement: ['placeName', 'name type="place"'],
  soCalled: ['q', 'hi'],
  surname: ['name type="surname"', 'name'],
});

/** The habits that may have led to the name of an element, likeliest first. */
export function habitsOf(local: string): readonly Habit[] {
  return [...(foreign.get(local) ?? []), ...(substitutes.get(local) ?? [])];
}

/** The habits of other vocabularies that may have led to the name of an element that TEI uses for something else. */
export function foreignHabitsOf(local: string): readonly Habit[] {
  return foreign.get(local) ?? [];
}

/** Attributes that TEI, HTML and XLink call by different names, and TEI P4 and P5. */
const attributes: ReadonlyMap<string, readonly string[]> = new Map([
  ['biblScope type', ['unit']],
  ['class', ['rend', 'rendition', 'type']],
  ['corresponds', ['corresp']],
  ['date value', ['when', 'when-iso']],
  ['datetime', ['when']],
  ['href', ['target', 'ref', 'url']],
  ['id', ['xml:id']],
  ['idref', ['ref', 'corresp', 'target']],
  ['imprint type', ['unit']],
  ['iso-date', ['when']],
  ['key', ['ref']],
  ['lang', ['xml:lang']],
  ['link', ['target', 'ref']],
  ['ref', ['target', 'key', 'corresp']],
  ['rend', ['rendition']],
  ['rendition', ['rend']],
  ['src', ['url', 'target', 'facs']],
  ['style', ['rend', 'rendition']],
  ['target', ['ref', 'url', 'corresp']],
  ['time value', ['when']],
  ['uri', ['target', 'ref', 'url']],
  ['url', ['target', 'ref']],
]);

/** The attributes that may have been meant by one of an element, by habit, likeliest first. */
export function attributeHabitsOf(element: string, local: string): readonly string[] {
  return [...(attributes.get(`${element} ${local}`) ?? []), ...(attributes.get(local) ?? [])];
}
