// Identifiers: legal, unique where they must be, and never lost.
import { duplicateIdentifier } from './duplicate-identifier.js';
import { lostIdentifier } from './lost-identifier.js';
import { malformedIdentifier } from './malformed-identifier.js';
import { sharedIdentifier } from './shared-identifier.js';

<<<<<<< HEAD
export const identifierRules = [duplicateIdentifier, malformedIdentifier, sharedIdentifier];
=======
export const identifierRules = [duplicateIdentifier, lostIdentifier, malformedIdentifier];
>>>>>>> 3ff38bbcd773b451cb371d8827381928d140133b
