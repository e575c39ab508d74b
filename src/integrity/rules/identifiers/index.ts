// Identifiers: legal, unique where they must be, and never lost.
import { duplicateIdentifier } from './duplicate-identifier.js';
import { lostIdentifier } from './lost-identifier.js';
import { malformedIdentifier } from './malformed-identifier.js';
import { sharedIdentifier } from './shared-identifier.js';

export const identifierRules = [
  duplicateIdentifier,
  lostIdentifier,
  malformedIdentifier,
  sharedIdentifier,
];
