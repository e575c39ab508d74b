import { Schemas } from './schemas.js';
import { SharedStrings } from './shared-strings.js';

/** What one thread judges with in one validation, from document to document. */
export interface JudgingMeans {
  readonly schemas: Schemas;
  readonly strings: SharedStrings;
}

/** @param cacheFolder where simplified schemas are kept from one run to the next */
export function judgingMeans(cacheFolder: string): JudgingMeans {
  return { schemas: new Schemas(cacheFolder), strings: new SharedStrings() };
}
