import type { Severity } from '../problems/index.js';
import type { OptionDescriptions } from './options.js';
import { type AnyRule, ruleName } from './rule.js';
import { integrityRules } from './rules.js';

/** What a configuration says of one rule. Plain data. */
export interface RuleSetting {
  readonly severity?: Severity | 'off' | undefined;
  /** Values by the names of options; for others the defaults hold. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}

/** What a configuration says of rules, by their names. Plain data: a thread may have a copy. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** A rule that is not off, and how it is to be applied. */
export interface ActiveRule {
  readonly name: string;
  readonly rule: AnyRule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The rules that are to be applied, in the order in which they are listed. */
export type ActiveRules = readonly ActiveRule[];

/**
 * The rules that are not off, as configured.
 *
 * @param asksWeb whether those are among them that need the answers of the web
 */
export function activeRules(settings: RuleSettings = {}, asksWeb = false): ActiveRules {
  return integrityRules.flatMap((rule) => {
    const name = ruleName(rule);
    const setting = settings[name];
    const severity = setting?.severity ?? rule.severity;
    if (severity === 'off' || (rule.needsWeb === true && !asksWeb)) return [];
    const options: Record<string, unknown> = {};
    const descriptions: OptionDescriptions = rule.options ?? {};
    for (const [option, { default: value }] of Object.entries(descriptions))
      options[option] = setting?.options?.[option] ?? value;
    return [{ name, rule, severity, options }];
  });
}
