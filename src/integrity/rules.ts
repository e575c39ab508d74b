import type { IntegrityRule } from './rule.js';
import { uniqueIdentifiers } from './unique-identifiers.js';

/** Every rule, each in a file of its own. */
export const integrityRules: readonly IntegrityRule[] = [uniqueIdentifiers];
