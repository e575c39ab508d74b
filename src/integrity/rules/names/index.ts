// Names: linked to what they name, and spelt alike.
import type { AnyRule } from '../../rule.js';

export const nameRules: readonly AnyRule[] = [];
