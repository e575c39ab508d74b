import {
  attribute,
  descendants,
  positionAt,
  sourceOf,
  textContent,
  type XmlElement,
} from '../xml/index.js';
import type { Whereabouts } from './changes.js';
import type { Reading } from './reading.js';
import { folded } from './words.js';

/** Tells where something is in a document, as a reader names it and as an editor of the file finds it. */
export class Places {
  readonly #pages: readonly Page[];
  readonly #correspondents = new Map<string, string>();

  constructor(
    readonly reading: Reading,
    readonly file: string,
  ) {
    this.#pages = pagesOf(reading);
    for (const element of descendants(reading.document.root)) {
      if (element.name.local === 'correspDesc') this.#noteCorrespondent(element);
      if (element.name.local === 'text') break;
    }
  }

  /**
   * @param element the element of a block or within one
   * @param word the place among the words of the document
   */
  at(element: XmlElement, word: number): Whereabouts {
    const source = sourceOf(element);
    const inHeader = isInHeader(element);
    const names = inHeader
      ? [headerPlace(element)]
      : [...this.#pagePlace(word), ...this.#labels(element)];
    return {
      place: names.length > 0 ? names.join(', ') : 'text',
      file: sourceOf(this.reading.document) === source ? this.file : source.file,
      line: positionAt(source, element.start).line,
      inHeader,
    };
  }

  /** What a division, a page break and the like are called by themselves: "point 3", "page 2". */
  label(element: XmlElement): string {
    return this.#label(element) ?? elementName(element.name.local);
  }

  #labels(element: XmlElement): string[] {
    const labels: string[] = [];
    for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) {
      const label = this.#label(at);
      // A signature is named well enough without the closing lines that it stands in.
      const isNamed = labels[0] !== undefined && namesItself.has(labels[0]);
      if (isNamed && (at.name.local === 'opener' || at.name.local === 'closer')) continue;
      if (label !== undefined) labels.unshift(label);
    }
    return labels;
  }

  #label(element: XmlElement): string | undefined {
    const { local } = element.name;
    const type = attribute(element, 'type')?.value;
    const n = attribute(element, 'n')?.value;
    if (local === 'floatingText') return this.#message(element, type);
    if (/^div[1-7]?$/.test(local)) return division(element, type, n);
    const simple = simpleLabels[local];
    if (simple !== undefined) return simple;
    if (local === 'opener') return isInTelegram(element) ? 'routing' : 'opening lines';
    if (local === 'head')
      return type === undefined ? 'heading' : spoken(type) === 'number' ? 'heading' : spoken(type);
    if (local === 'seg' && type !== undefined && isBlockLike(element)) return spoken(type);
    const numbered = numberedLabels[local];
    if (numbered === undefined) return undefined;
    if (n !== undefined) return `${numbered} ${n}`;
    if (local === 'note') return type === undefined ? 'note' : `note (${spoken(type)})`;
    const [ordinal, count] = ordinalOf(element);
    if (local === 'p' && count === 1) {
      return element.parent.kind === 'element' && element.parent.name.local === 'body'
        ? `paragraph ${ordinal}`
        : undefined;
    }
    return local === 'figure' && count === 1 ? numbered : `${numbered} ${ordinal}`;
  }

  #message(element: XmlElement, type: string | undefined): string {
    const genre = type === undefined ? 'text within' : spoken(type);
    const descriptions = (attribute(element, 'decls')?.value ?? '').split(/\s+/);
    const id = attribute(element, 'xml:id')?.value;
    const to = [...descriptions, `text:#${id}`]
      .map((key) => this.#correspondents.get(key))
      .find((name) => name !== undefined);
    return to === undefined ? `the ${genre} within` : `the ${genre} to ${to}`;
  }

  #noteCorrespondent(description: XmlElement): void {
    for (const action of descendants(description)) {
      if (action.name.local !== 'correspAction') continue;
      if (attribute(action, 'type')?.value !== 'received') continue;
      const person = [...descendants(action)].find(({ name }) =>
        /^(?:persName|orgName|name)$/.test(name.local),
      );
      if (person === undefined) continue;
      const name = folded(textContent(person));
      const id = attribute(description, 'xml:id')?.value;
      const text = attribute(description, 'corresp')?.value;
      if (id !== undefined) this.#correspondents.set(`#${id}`, name);
      if (text !== undefined) this.#correspondents.set(`text:${text}`, name);
    }
  }

  #pagePlace(word: number): string[] {
    let page: Page | undefined;
    for (const each of this.#pages) {
      if (each.start > word) break;
      page = each;
    }
    if (page === undefined) return [];
    const line = page.lines.filter((start) => start <= word).length;
    return page.lines.length > 1 && line > 0
      ? [`page ${page.label}, line ${line}`]
      : [`page ${page.label}`];
  }
}

interface Page {
  readonly label: string;
  readonly start: number;
  /** Where lines begin in it. */
  readonly lines: number[];
}

function pagesOf({ elements }: Reading): Page[] {
  const pages: Page[] = [];
  for (const { element, start, inHeader } of elements) {
    if (inHeader) continue;
    if (element.name.local === 'pb') {
      pages.push({
        label: attribute(element, 'n')?.value ?? `${pages.length + 1}`,
        start,
        lines: [],
      });
    } else if (element.name.local === 'lb') pages.at(-1)?.lines.push(start);
  }
  return pages;
}

const namesItself: ReadonlySet<string> = new Set(['salutation', 'signature', 'dateline']);

const simpleLabels: Readonly<Record<string, string>> = {
  front: 'front matter',
  back: 'back matter',
  closer: 'closing lines',
  salute: 'salutation',
  signed: 'signature',
  dateline: 'dateline',
  address: 'address',
  postscript: 'postscript',
  trailer: 'trailer',
  titlePage: 'title page',
  sic: 'reading (sic)',
  orig: 'reading (orig)',
  abbr: 'reading (abbr)',
};

const numberedLabels: Readonly<Record<string, string>> = {
  p: 'paragraph',
  ab: 'block',
  lg: 'stanza',
  l: 'line',
  item: 'item',
  row: 'row',
  cell: 'cell',
  figure: 'figure',
  note: 'note',
  sp: 'speech',
  rdg: 'reading',
  pb: 'page',
  lb: 'line',
};

function division(
  element: XmlElement,
  type: string | undefined,
  n: string | undefined,
): string | undefined {
  const kind = type === undefined ? 'section' : spoken(type);
  if (n !== undefined) return `${kind} ${n}`;
  const [ordinal, count] = ordinalOf(element);
  // The one division that is the whole document need not be named.
  if (count > 1) {
    const head = headOf(element);
    return head === undefined ? `${kind} ${ordinal}` : `${kind} “${head}”`;
  }
  const { parent } = element;
  const isWhole = parent.kind === 'element' && parent.name.local === 'body' && isOnly(element);
  return isWhole ? undefined : kind;
}

function headOf(element: XmlElement): string | undefined {
  for (const child of element.children) {
    if (child.kind !== 'element' || child.name.local !== 'head') continue;
    const text = folded(textContent(child));
    return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
  }
  return undefined;
}

function isOnly(element: XmlElement): boolean {
  return element.parent.children.filter(({ kind }) => kind === 'element').length === 1;
}

const ordinals = new WeakMap<XmlElement['parent'], Map<XmlElement, [number, number]>>();

/** Which of its kind an element is among its siblings, and how many there are. */
function ordinalOf(element: XmlElement): readonly [ordinal: number, count: number] {
  let known = ordinals.get(element.parent);
  if (known === undefined) {
    known = new Map();
    const kinds = new Map<string, [number, number][]>();
    for (const child of element.parent.children) {
      if (child.kind !== 'element') continue;
      const kind = `${child.name.local} ${attribute(child, 'type')?.value ?? ''}`;
      const same = kinds.get(kind) ?? [];
      const place: [number, number] = [same.length + 1, 0];
      same.push(place);
      kinds.set(kind, same);
      known.set(child, place);
    }
    for (const same of kinds.values()) for (const place of same) place[1] = same.length;
    ordinals.set(element.parent, known);
  }
  return known.get(element) ?? [1, 1];
}

function isInTelegram(element: XmlElement): boolean {
  for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) {
    if (attribute(at, 'type')?.value === 'telegram') return true;
  }
  return false;
}

function isBlockLike({ parent }: XmlElement): boolean {
  return (
    parent.kind === 'element' && (parent.name.local === 'opener' || parent.name.local === 'closer')
  );
}

function isInHeader(element: XmlElement): boolean {
  for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) {
    if (at.name.local === 'teiHeader') return true;
  }
  return false;
}

/** A code of the encoding as words: hyphens as spaces. */
export function spoken(code: string): string {
  return code.replace(/[-_]/g, ' ');
}

/** What an element is called for somebody who does not think in tags, where there is a word for it. */
export function elementName(local: string): string {
  return elementNames[local] ?? local;
}

const elementNames: Readonly<Record<string, string>> = {
  p: 'paragraph',
  ab: 'block',
  lb: 'line break',
  pb: 'page break',
  cb: 'column break',
  gb: 'gathering',
  milestone: 'milestone',
  div: 'division',
  head: 'heading',
  lg: 'stanza',
  l: 'line of verse',
  item: 'list item',
  row: 'table row',
  cell: 'table cell',
  floatingText: 'text within the text',
  signed: 'signature',
  salute: 'salutation',
  opener: 'opening lines',
  closer: 'closing lines',
  addrLine: 'address line',
  graphic: 'image',
  ref: 'link',
  ptr: 'link',
  licence: 'licence',
};

/** What parts of the header are called; the innermost that is listed names the place. */
const headerNames: Readonly<Record<string, string>> = {
  titleStmt: 'title statement',
  title: 'title',
  author: 'author',
  editor: 'editor',
  respStmt: 'responsibility',
  funder: 'funder',
  sponsor: 'sponsor',
  principal: 'principal researcher',
  editionStmt: 'edition statement',
  edition: 'edition',
  extent: 'extent',
  publicationStmt: 'publication',
  publisher: 'publisher',
  availability: 'availability',
  licence: 'licence',
  seriesStmt: 'series',
  notesStmt: 'notes on the edition',
  sourceDesc: 'source',
  msIdentifier: 'archival source',
  msDesc: 'archival source',
  witness: 'source',
  projectDesc: 'project description',
  editorialDecl: 'editorial principles',
  refsDecl: 'how passages are cited',
  abstract: 'summary',
  creation: 'when it was written',
  langUsage: 'languages',
  textClass: 'keywords',
  correspDesc: 'correspondence',
  particDesc: 'persons',
  settingDesc: 'settings',
  revisionDesc: 'revisions',
};

function headerPlace(element: XmlElement): string {
  const path: XmlElement[] = [];
  for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) {
    if (at.name.local === 'teiHeader') break;
    path.push(at);
  }
  const index = path.findIndex((each) => headerNames[each.name.local] !== undefined);
  const named = path[index];
  if (named === undefined) return path.at(-1)?.name.local ?? 'header';
  const { local } = named.name;
  const base = headerNames[local] as string;
  const type = attribute(named, 'type')?.value;
  const outer = path.slice(index + 1).find((each) => headerNames[each.name.local] !== undefined);
  if (local === 'title' && outer?.name.local === 'titleStmt')
    return type === 'sub' ? 'subtitle' : base;
  if (
    local === 'title' ||
    local === 'author' ||
    local === 'editor' ||
    local === 'publisher' ||
    local === 'availability'
  ) {
    const around = outer === undefined ? undefined : headerNames[outer.name.local];
    return around === undefined || /statement|publication/.test(around)
      ? base
      : `${around}: ${base}`;
  }
  const inner = path[index - 1];
  if (inner === undefined) return base;
  if (local === 'correspDesc')
    return `correspondence: ${spoken(attribute(inner, 'type')?.value ?? inner.name.local)}`;
  if (local === 'editorialDecl') return `${base}: ${inner.name.local}`;
  if (local === 'msIdentifier' || local === 'publicationStmt') {
    const what = attribute(inner, 'type')?.value ?? inner.name.local;
    return `${base}: ${spoken(what)}`;
  }
  return base;
}
