import {
  cacheFolder,
  type Project,
  type SchemaLanguage,
  schemaReference,
} from '../project/index.js';
import { engineNames } from '../relaxng/index.js';
import type { JudgeContext } from './choose-schemas.js';
import type { ValidateOptions } from './validate.js';

/** What decides by which schemas the documents of a project are judged. */
export function judgeContext(
  project: Project,
  { schemas, engine, phase }: Pick<ValidateOptions, 'schemas' | 'engine' | 'phase'>,
  languages: readonly SchemaLanguage[],
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
    cacheFolder: cacheFolder(project.root),
  };
}
