// Languages: tags that are well formed.
import { languageTag } from './language-tag.js';

export const languageRules = [languageTag];
