// All that is checked before anything is published: which documents, by which schemas, by which checks.
// What `imprimatur validate` does, and what `imprimatur build` does first.
export type { EarlierDocuments } from './facts-before.js';
export { slashed } from './integrity-reader.js';
export type { Progress } from './judge-documents.js';
export type { FixableProblem, UnmadeFix } from './mend-files.js';
export { type SvrlReport, type SvrlReportOptions, svrlReports } from './svrl-reports.js';
export {
  type CheckName,
  checkNames,
  chooseDocuments,
  type ValidateOptions,
  type ValidationResult,
  validate,
} from './validate.js';
export { type MendedProject, validateAndMend } from './validate-and-mend.js';
