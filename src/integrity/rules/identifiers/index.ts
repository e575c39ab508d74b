// Identifiers: legal, and unique where they must be.
import { duplicateIdentifier } from './duplicate-identifier.js';
import { malformedIdentifier } from './malformed-identifier.js';
import { sharedIdentifier } from './shared-identifier.js';

export const identifierRules = [duplicateIdentifier, malformedIdentifier, sharedIdentifier];
