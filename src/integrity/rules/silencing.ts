import { defineRule } from '../rule.js';

/**
 * Instructions that silence rules, `<?imprimatur ignore …?>`, name rules that there are, give a reason and silence
 * something. What reads them finds this.
 */
export const silencing = defineRule({
  code: 'integrity/silencing',
  severity: 'warning',
});
