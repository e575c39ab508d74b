import type { JudgeContext } from './choose-schemas.js';
import { Dtds } from './dtds.js';
import { IntegrityReader } from './integrity-reader.js';
import { Schemas } from './schemas.js';
import { Schematrons } from './schematrons.js';
import { SharedStrings } from './shared-strings.js';

/** What one thread judges with in one validation, from document to document. */
export interface JudgingMeans {
  readonly schemas: Schemas;
  readonly dtds: Dtds;
  /** Where rules in Schematron are to be checked. */
  readonly schematrons: Schematrons | undefined;
  /** Where the rules of integrity are to be applied. */
  readonly integrity: IntegrityReader | undefined;
  readonly strings: SharedStrings;
}

export async function judgingMeans(context: JudgeContext): Promise<JudgingMeans> {
  return {
    schemas: new Schemas(context),
    dtds: new Dtds(context),
    schematrons: await Schematrons.of(context),
    integrity: await IntegrityReader.of(context),
    strings: new SharedStrings(),
  };
}
