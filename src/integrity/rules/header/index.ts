// The header: complete, and in agreement with itself.
import type { AnyRule } from '../../rule.js';

export const headerRules: readonly AnyRule[] = [];
