import type { Check, Pattern, Phase, Remark, Rule } from './schema/schema.js';
import type { ViewNode } from './xpath/view.js';

/** A remark of the schema, with what was reckoned put in. */
export interface ToldRemark {
  readonly remark: Remark;
  readonly text: string;
  /** Nodes that the remark copies. */
  readonly copies: readonly ViewNode[];
}

/** A quick fix that is offered for a finding, with what was reckoned put in. */
export interface ToldFix {
  readonly title: string;
  /** What is said besides; empty for nothing. */
  readonly description: string;
  readonly isDefault: boolean;
}

/** An assertion that does not hold, or a report that does. */
export interface Finding {
  readonly pattern: Pattern;
  readonly rule: Rule;
  readonly check: Check;
  /** The node that the rule is about. */
  readonly context: ViewNode;
  /** The node that is to blame: the subject of the check or the rule where it names one, else the context. */
  readonly subject: ViewNode;
  /** What a person is told, with single spaces. */
  readonly text: string;
  readonly diagnostics: readonly ToldRemark[];
  readonly properties: readonly ToldRemark[];
  readonly fixes: readonly ToldFix[];
}

/** A rule that was applied to a node. */
export interface FiredRule {
  readonly pattern: Pattern;
  readonly rule: Rule;
  readonly findings: readonly Finding[];
}

/** What happened when a document was checked, in the order of the schema. */
export interface Course {
  readonly phase: Phase | undefined;
  readonly patterns: readonly {
    readonly pattern: Pattern;
    readonly fired: readonly FiredRule[];
  }[];
}
