// Characters: what a reader does not see and a program does.
import type { AnyRule } from '../../rule.js';

export const characterRules: readonly AnyRule[] = [];
