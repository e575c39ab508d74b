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
  {
    schemas,
    engine,
    phase,
    online,
  }: Pick<ValidateOptions, 'schemas' | 'engine' | 'phase' | 'online'>,
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
    online: online === true,
    cacheFolder: cacheFolder(project.root),
  };
}
