import type { AnyRule } from './rule.js';
import { characterRules } from './rules/characters/index.js';
import { dateRules } from './rules/dates/index.js';
import { fileRules } from './rules/files/index.js';
import { headerRules } from './rules/header/index.js';
import { identifierRules } from './rules/identifiers/index.js';
import { languageRules } from './rules/languages/index.js';
import { nameRules } from './rules/names/index.js';
import { numberingRules } from './rules/numbering/index.js';
import { placeRules } from './rules/places/index.js';
import { pointerRules } from './rules/pointers/index.js';
import { registerRules } from './rules/registers/index.js';
import { silencing } from './rules/silencing.js';

/** The rule about the instructions that silence rules; it is applied where these are read. */
export const silencingRule: AnyRule = silencing;

/** Every rule, each in a file of its own, those about one thing together. */
export const integrityRules: readonly AnyRule[] = [
  ...identifierRules,
  ...pointerRules,
  ...registerRules,
  ...nameRules,
  ...numberingRules,
  ...languageRules,
  ...dateRules,
  ...placeRules,
  ...fileRules,
  ...characterRules,
  ...headerRules,
  silencing,
];
