// Registers: entries that are used, once each.
import type { AnyRule } from '../../rule.js';

export const registerRules: readonly AnyRule[] = [];
