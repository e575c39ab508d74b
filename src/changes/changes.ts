import type { Problem } from '../problems/index.js';
import type { DocumentKind } from '../project/index.js';

/** Where in a document a change is, for readers and for those who edit the file. */
export interface Whereabouts {
  /** As a reader names it: "point 3", "page 2, line 11", "title". */
  readonly place: string;
  /** The file, as it is shown to a person, and the line at which the passage begins there. */
  readonly file: string;
  readonly line: number;
  /** Whether it is said of the document, in its header, and not in its text. */
  readonly inHeader: boolean;
}

/** Words that changed, came or went. */
export interface WordChange extends Whereabouts {
  readonly kind: 'changed' | 'came' | 'went' | 'spacing';
  /** Words of the text, of a note, or of a reading that does not stand in the text (`sic`, `rdg`). */
  readonly layer: 'text' | 'note' | 'reading';
  /** Whether whole paragraphs, notes or other stretches that stand by themselves came or went. */
  readonly whole: boolean;
  /** Empty where nothing stood there, or nothing does. */
  readonly before: string;
  readonly after: string;
  /** A few words on either side, as they are now; with an ellipsis where the passage has more. */
  readonly precededBy: string;
  readonly followedBy: string;
  /** Whether the markup around words that stayed was changed in the same passage: only that may have been meant. */
  readonly besideMarkup: boolean;
}

/** What a name is linked to. */
export interface LinkedEntry {
  /** The pointer, as it is written. */
  readonly pointer: string;
  /** What its register calls it; absent where the pointer leads to no entry. */
  readonly name?: string | undefined;
}

/** A name whose link changed. */
export interface NameChange extends Whereabouts {
  /** `came` and `went`: with the words of the name. `extent`: the link is around other words. */
  readonly kind: 'linked' | 'unlinked' | 'relinked' | 'certainty' | 'extent' | 'came' | 'went';
  /** The words of the name, as they are now or were last. */
  readonly words: string;
  readonly before?: LinkedEntry | undefined;
  readonly after?: LinkedEntry | undefined;
  /** What changed besides the entry: the certainty, the words that are linked. */
  readonly detail?: { readonly before: string; readonly after: string } | undefined;
}

/** The words of a date or a number, and what they are normalised to. */
export interface StatedValue {
  readonly words: string;
  /** The normalised value by its attributes, `when 1951-01-28`; empty where there is none. */
  readonly value: string;
}

/** A date or a number that changed. */
export interface ValueChange extends Whereabouts {
  readonly kind: 'date' | 'number';
  /** Absent where it was not marked, or is not any more. */
  readonly before?: StatedValue | undefined;
  readonly after?: StatedValue | undefined;
}

/** How the text is laid out: its paragraphs, lines, pages, numbers and links. */
export interface StructureChange extends Whereabouts {
  readonly kind: 'moved' | 'came' | 'went' | 'renumbered' | 'link';
  /** What it is: "paragraph", "line break", "point 3", "link". */
  readonly what: string;
  /** The words that it is known by. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** Something that a register says of an entry. */
export interface FactChange {
  /** "coordinates", "name (modern)", "note". */
  readonly label: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** An entry of a register that came, went or changed. */
export interface EntryChange {
  readonly kind: 'came' | 'went' | 'renamed' | 'identifier' | 'facts';
  /** "place", "person", "organisation". */
  readonly what: string;
  readonly file: string;
  readonly line: number;
  readonly identifier: {
    readonly before?: string | undefined;
    readonly after?: string | undefined;
  };
  readonly name: { readonly before?: string | undefined; readonly after?: string | undefined };
  readonly facts: readonly FactChange[];
  /** The documents on whose pages it is shown now, or was, as they are shown to a person. */
  readonly shownOn: readonly string[];
}

/** A relation between entries that came or went, as a sentence. */
export interface RelationChange {
  readonly kind: 'came' | 'went';
  readonly file: string;
  readonly line: number;
  readonly relation: string;
}

/** A permanent address of the edition, relative to `dist/`, that appears, vanishes or is another now. */
export interface AddressChange {
  readonly kind: 'came' | 'went' | 'moved';
  /** What is to be found there: "page", "point 3", "place Incheon". */
  readonly what: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Something in the encoding that no reader sees, and how often. */
export interface MarkupChange {
  /** "hi added", "type of rs changed", "white space". */
  readonly what: string;
  readonly count: number;
}

/** What a change does to one document or register. */
export interface DocumentChange {
  /** Its path now or, of one that is gone, the path that it had, as it is shown to a person. */
  readonly file: string;
  /** The path that it had, where it was another. */
  readonly from?: string | undefined;
  readonly status: 'added' | 'deleted' | 'renamed' | 'modified';
  readonly kind: DocumentKind;
  /** Its title, where it came or went as a whole. */
  readonly title?: string | undefined;
  /** Its words, where it came or went as a whole. */
  readonly size?: number | undefined;
  readonly words: readonly WordChange[];
  readonly names: readonly NameChange[];
  readonly values: readonly ValueChange[];
  readonly structure: readonly StructureChange[];
  readonly entries: readonly EntryChange[];
  readonly relations: readonly RelationChange[];
  readonly addresses: readonly AddressChange[];
  /** What no reader sees. */
  readonly markup: readonly MarkupChange[];
}

/** A document that cannot be compared, since it is not well-formed at one side. */
export interface Unreadable {
  readonly file: string;
  readonly side: 'before' | 'after';
  readonly problems: readonly Problem[];
}

/** What the difference between two versions does to an edition. */
export interface Changes {
  /** How the two versions are called: a revision, "the working tree". */
  readonly before: string;
  readonly after: string;
  /** Sorted by path. */
  readonly documents: readonly DocumentChange[];
  readonly unreadable: readonly Unreadable[];
  /** Whether the project makes its pages by a stylesheet of its own, which may give other addresses. */
  readonly hasOwnPages: boolean;
  /** Other files of the project that changed, by what they are, sorted. */
  readonly otherFiles: {
    /** Stylesheets of the project's own, and its configuration: with them, all pages may look otherwise. */
    readonly stylesheets: readonly string[];
    readonly schemas: readonly string[];
    readonly others: readonly string[];
  };
}

/** Whether a reader of the edition sees anything of a change. */
export function isSeen(change: DocumentChange): boolean {
  const { status, words, names, values, structure, entries, relations, addresses } = change;
  return (
    status === 'added' ||
    status === 'deleted' ||
    [words, names, values, structure, entries, relations, addresses].some((all) => all.length > 0)
  );
}
