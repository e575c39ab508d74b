import { checkstyle } from './checkstyle.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { html } from './html/index.js';
import { junit } from './junit.js';
import type { Report } from './report.js';
import { sarif } from './sarif.js';

/** The reports for other programs, and the one for a browser, by the names of their formats. */
export const reports = {
  sarif,
  junit,
  github,
  gitlab,
  checkstyle,
  html,
} as const satisfies Readonly<Record<string, Report>>;
