import {
  cacheFolder,
  type Project,
  type SchemaLanguage,
  schemaReference,
} from '../project/index.js';
import { engineNames } from '../relaxng/index.js';
import type { JudgeContext } from './choose-schemas.js';
import type { ValidateOptions } from './validate.js';

/**
 * What decides how the documents of a project are judged.
 *
 * @param integrity whether the rules of integrity are applied besides
 */
export function judgeContext(
  project: Project,
  { schemas, engine, phase }: Pick<ValidateOptions, 'schemas' | 'engine' | 'phase'>,
  languages: readonly SchemaLanguage[],
  integrity = false,
): JudgeContext {
  return {
    root: project.root,
    workingDirectory: project.workingDirectory,
    configuration: project.configuration,
    given: schemas?.map((path) => schemaReference(path, project)),
    ofProject: project.schemas,
    engine: engine ?? engineNames[0],
    phase,
    languages,
    integrity,
    cacheFolder: cacheFolder(project.root),
  };
}
