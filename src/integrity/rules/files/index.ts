// Files: images and what else a text shows from outside.
import type { AnyRule } from '../../rule.js';

export const fileRules: readonly AnyRule[] = [];
