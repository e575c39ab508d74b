// Languages: tags that are well formed and valid, and languages that the header declares.
import type { AnyRule } from '../../rule.js';
import { deprecatedSubtag } from './deprecated-subtag.js';
import { languageTag } from './language-tag.js';
import { redundantScript } from './redundant-script.js';
import { subtagPrefix } from './subtag-prefix.js';
import { undeclaredLanguage } from './undeclared-language.js';
import { unknownSubtag } from './unknown-subtag.js';
import { unusedLanguage } from './unused-language.js';

export const languageRules: readonly AnyRule[] = [
  languageTag,
  unknownSubtag,
  deprecatedSubtag,
  subtagPrefix,
  redundantScript,
  undeclaredLanguage,
  unusedLanguage,
];
