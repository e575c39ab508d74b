// The header: complete, and in agreement with itself and with the letter.
import type { AnyRule } from '../../rule.js';
import { correspondents } from './correspondents.js';
import { incompleteCorrespondence } from './incomplete-correspondence.js';
import { incompleteHeader } from './incomplete-header.js';
import { letterDate } from './letter-date.js';
import { placeholder } from './placeholder.js';

export const headerRules: readonly AnyRule[] = [
  incompleteHeader,
  placeholder,
  incompleteCorrespondence,
  letterDate,
  correspondents,
];
