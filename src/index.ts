/**
 * imprimatur as a library: load a project from its folder, validate it, publish it.
 *
 *     const project = loadProject('.');
 *     const { problems } = await validate(project);
 *     const { published } = await build(project, { only: ['html'] });
 */
export { type BuildOptions, type BuildResult, build, type Publication } from './build/index.js';
export {
  Failure,
  type Fix,
  type Place,
  type Problem,
  type RelatedPlace,
  type Severity,
} from './problems/index.js';
export {
  type DocumentKind,
  type FetchedAddress,
  type FetchOptions,
  fetchSchemas,
  type LoadOptions,
  loadProject,
  type Project,
  type ProjectDocument,
  type SchemaLanguage,
  type SchemaReference,
} from './project/index.js';
export {
  type CheckName,
  checkNames,
  type Progress,
  type ValidateOptions,
  type ValidationResult,
  validate,
} from './validation/index.js';
