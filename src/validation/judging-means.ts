import type { JudgeContext } from './choose-schemas.js';
import { Dtds } from './dtds.js';
import { Schemas } from './schemas.js';
import { SharedStrings } from './shared-strings.js';

/** What one thread judges with in one validation, from document to document. */
export interface JudgingMeans {
  readonly schemas: Schemas;
  readonly dtds: Dtds;
  readonly strings: SharedStrings;
}

export function judgingMeans(context: JudgeContext): JudgingMeans {
  return { schemas: new Schemas(context), dtds: new Dtds(context), strings: new SharedStrings() };
}
