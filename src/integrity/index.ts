// What no schema language sees: pointers, identifiers, numbering, languages, dates and coordinates that hold together.
// One file a rule, in `rules/`; `rules.ts` lists them. A document is read once by all rules, then the facts are judged.
export {
  type ActiveRules,
  activeRules,
  type RuleSetting,
  type RuleSettings,
} from './active-rules.js';
export { checkIntegrity } from './check-integrity.js';
export type { IntegrityDocument, IntegrityOptions } from './documents.js';
export type { EarlierDocument, EarlierVersion } from './earlier-version.js';
export type { DocumentFacts, IdentifierFact, LinkFact } from './facts.js';
export { gatherFacts } from './gather-facts.js';
export { identifiersInText } from './identifiers.js';
export { type FactsOfProject, judgeFacts } from './judge-facts.js';
export { isOptionValue, type OptionDescription } from './options.js';
export { type AnyRule, ruleName } from './rule.js';
export { webAddresses } from './rules/pointers/dead-link.js';
export { integrityRules } from './rules.js';
export { toldOnce } from './told-once.js';
export { askedAddress, type WebAnswer, type WebAnswers } from './web-answer.js';
