import { coordinates } from './coordinates.js';
import { existingDates } from './existing-dates.js';
import { languageTags } from './language-tags.js';
import { numberedPoints } from './numbered-points.js';
import { resolvingPointers } from './resolving-pointers.js';
import type { IntegrityRule } from './rule.js';
import { uniqueIdentifiers } from './unique-identifiers.js';

/** Every rule, each in a file of its own. */
export const integrityRules: readonly IntegrityRule[] = [
  uniqueIdentifiers,
  resolvingPointers,
  numberedPoints,
  languageTags,
  existingDates,
  coordinates,
];
