import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The sources of this repository's edition, relative to it. */
export function sources(project) {
  return readdirSync(join(project, 'tei'))
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => `tei/${file}`);
}
