import type { JudgeContext } from './choose-schemas.js';
import { Schemas } from './schemas.js';
import { SharedStrings } from './shared-strings.js';

/** What one thread judges with in one validation, from document to document. */
export interface JudgingMeans {
  readonly schemas: Schemas;
  readonly strings: SharedStrings;
}

export function judgingMeans(context: JudgeContext): JudgingMeans {
  return { schemas: new Schemas(context), strings: new SharedStrings() };
}
