import type { PlacedSpan } from '../../xml/index.js';

// A Schematron schema (ISO/IEC 19757-3:2016, section 5) with everything resolved that refers to something else: what
// it includes, its abstract patterns and its abstract rules.

/** Where something stands in the files of a schema. */
export type SchemaPlace = PlacedSpan;

/** An expression in the query language, as written after the parameters of a pattern have been put in. */
export interface Query {
  readonly text: string;
  readonly at: SchemaPlace;
}

/** `let` (5.4.5). */
export interface Let {
  readonly name: string;
  /** Absent where the value is the content of the element. */
  readonly value: Query | undefined;
  /** That content, each element of which declares all its prefixes; absent where there is a value. */
  readonly content: string | undefined;
  /** Whether instructions of XSLT stand in that content. */
  readonly instructs?: boolean | undefined;
  readonly at: SchemaPlace;
}

/** A piece of what a person is told: text, or what is reckoned in the context of the rule. */
export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `value-of` (5.4.16) */
  | { readonly kind: 'value'; readonly select: Query }
  /** `name` (5.4.6): the name of the context node, or the value of a path. */
  | { readonly kind: 'name'; readonly path: Query | undefined }
  /** An element that is copied as it stands, or `xsl:copy-of`. */
  | { readonly kind: 'copy'; readonly select: Query }
  /** An instruction of XSLT that says more than `xsl:value-of` with a path: its text counts. */
  | { readonly kind: 'instruction'; readonly markup: string; readonly at: SchemaPlace };

export type Message = readonly MessagePart[];

/** `diagnostic` (5.4.3) or `property` (5.4.11) */
export interface Remark {
  readonly id: string;
  readonly message: Message;
  readonly language: string | undefined;
  readonly role: string | undefined;
  readonly scheme: string | undefined;
}

/** `sqf:fix` (Schematron QuickFix): what a person is told of a way to mend a finding. */
export interface QuickFix {
  readonly id: string;
  readonly title: Message;
  /** Paragraphs that say more. */
  readonly description: readonly Message[];
  /** All of which are to hold where it is offered. */
  readonly useWhen: readonly Query[];
  /** It is offered for each item of this. */
  readonly useForEach: Query | undefined;
  readonly lets: readonly Let[];
}

/** A quick fix that a check names. */
export interface OfferedFix {
  readonly fix: QuickFix;
  /** Whether it is the one to take unless a person says otherwise. */
  readonly isDefault: boolean;
}

/** `assert` or `report` (5.4.2, 5.4.12) */
export interface Check {
  readonly kind: 'assert' | 'report';
  readonly test: Query;
  readonly message: Message;
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly flag: string | undefined;
  /** How much it weighs, by the edition of 2025. */
  readonly severity: string | undefined;
  readonly see: string | undefined;
  readonly subject: Query | undefined;
  readonly language: string | undefined;
  readonly diagnostics: readonly string[];
  readonly properties: readonly string[];
  /** The quick fixes that it names, the default first. */
  readonly fixes: readonly OfferedFix[];
  readonly at: SchemaPlace;
}

/** `rule` (5.4.13) */
export interface Rule {
  readonly context: Query;
  readonly lets: readonly Let[];
  readonly checks: readonly Check[];
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly flag: string | undefined;
  readonly severity: string | undefined;
  readonly see: string | undefined;
  readonly subject: Query | undefined;
  readonly at: SchemaPlace;
}

/** `pattern` (5.4.9), or `group` of the edition of 2025 */
export interface Pattern {
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** Where it is to look instead of the document itself. */
  readonly documents: Query | undefined;
  readonly lets: readonly Let[];
  readonly rules: readonly Rule[];
  /** Whether each rule is asked of a node, and not the first alone that has it for a context. */
  readonly isGroup: boolean;
  readonly at: SchemaPlace;
}

/** `phase` (5.4.10) */
export interface Phase {
  readonly id: string;
  /** The patterns that it activates. */
  readonly active: readonly string[];
  readonly lets: readonly Let[];
}

/** `xsl:key` in a schema (ISO/IEC 19757-3:2016, annex C). */
export interface Key {
  readonly name: string;
  readonly match: Query;
  readonly use: Query;
}

/** A declaration of XSLT in a schema (ISO/IEC 19757-3:2016, annex C and H): a function, a key, a variable … */
export interface Declaration {
  /** `function`, `key`, `variable` … */
  readonly local: string;
  /** What it declares, as written; absent where it has no name: `xsl:include`. */
  readonly name: string | undefined;
  /** The same as an EQName, `Q{…}name`. */
  readonly eqname: string | undefined;
  /** The names of its parameters, as written. */
  readonly parameters: readonly string[];
  /** The absolute address of what `xsl:include` or `xsl:import` leads to. */
  readonly library: string | undefined;
  /** The element, with all prefixes declared. */
  readonly markup: string;
  /** The file that it stands in: its base URI. */
  readonly address: string;
  readonly at: SchemaPlace;
}

/** What XSLT in a schema, and in the libraries that it includes, makes known to expressions. */
export interface DeclaredNames {
  /** Functions: `Q{…}name#2`. */
  readonly functions: readonly string[];
  /** Variables and parameters, as written. */
  readonly variables: readonly string[];
}

export interface SchematronSchema {
  readonly title: string | undefined;
  readonly queryBinding: string;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly defaultPhase: string | undefined;
  readonly lets: readonly Let[];
  readonly phases: readonly Phase[];
  readonly patterns: readonly Pattern[];
  readonly diagnostics: readonly Remark[];
  readonly properties: readonly Remark[];
  readonly keys: readonly Key[];
  /** What it declares in XSLT, keys among it. */
  readonly declarations: readonly Declaration[];
  readonly declared: DeclaredNames;
}
